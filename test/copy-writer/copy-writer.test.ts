import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';

import { createCopyWriter, type CopyWriterConfig } from '../../src/copy-writer/copy-writer.js';
import type { CopyRequest } from '../../src/domain/copy/draft-copy.js';
import { completion, completionOf, sends, startChatEndpoint, type ChatEndpoint } from '../support/chat-endpoint.js';

const REQUEST: CopyRequest = {
  product: { title: 'Reading lamp', brand: null, categories: ['home'], tags: [] },
  audiences: ['customers whose favourite category is books', 'customers whose favourite brand is Acme'],
};
const KEY = 'key-that-nobody-may-see';
const FOREVER = new AbortController().signal;

describe('the copy writer', () => {
  let chat: ChatEndpoint;
  beforeAll(async () => {
    chat = await startChatEndpoint();
  });
  beforeEach(() => {
    chat.asked.length = 0;
  });
  afterAll(() => chat.close());

  const write = (changes: Partial<CopyWriterConfig> = {}, signal = FOREVER) =>
    createCopyWriter({ url: chat.url, apiKey: KEY, model: 'm1', timeoutMs: 5_000, ...changes }).write(REQUEST, signal);
  const writeAfter = (respond: Parameters<ChatEndpoint['answer']>[0]) => {
    chat.answer(respond);
    return write();
  };

  it('is asked with the catalogue’s words and the audiences’ names, its model and its key', async () => {
    expect(await writeAfter(sends(completionOf('One', 'Two')))).toEqual({ ok: true, texts: ['One', 'Two'], model: 'stand-in-1' });
    const [{ headers, body } = { headers: {}, body: null }] = chat.asked;
    expect(headers).toMatchObject({ 'content-type': 'application/json', authorization: `Bearer ${KEY}` });
    expect(body).toMatchObject({ model: 'm1', stream: false });
    expect(body?.messages.map(({ role }) => role)).toEqual(['system', 'user']);
    expect(JSON.parse(body?.messages[1]?.content ?? '')).toEqual(REQUEST);
  });

  it('is asked without a key where there is none', async () => {
    chat.answer(sends(completionOf('One', 'Two')));
    await write({ apiKey: null });
    expect(chat.asked[0]?.headers.authorization).toBeUndefined();
  });

  const fenced = 'Here you are:\n```json\n{"texts":[{"audience":1,"text":"Two"},{"audience":0,"text":"One"}]}\n```\nEnjoy!';
  it.each<[string, unknown]>([
    ['in a code fence, in any order', fenced],
    ['with words around it', 'Sure! {"texts":[{"audience":0,"text":"One"},{"audience":1,"text":"Two"}]} Done.'],
    ['as plain texts, one for each audience', '{"texts":["One","Two"]}'],
    ['as a bare list', '["One","Two"]'],
    ['in parts', [{ type: 'text', text: '{"texts":["One",' }, { type: 'image' }, { type: 'text', text: '"Two"]}' }]],
  ])('is understood %s', async (_, content) => {
    expect(await writeAfter(sends(completion(content)))).toMatchObject({ ok: true, texts: ['One', 'Two'] });
  });

  it('may leave audiences out', async () => {
    expect(await writeAfter(sends(completion('{"texts":[{"audience":1,"text":"Two"}]}')))).toMatchObject({ texts: [null, 'Two'] });
    expect(await writeAfter(sends(completion('{"texts":[{"audience":0,"text":" "},{"audience":1,"text":7}]}')))).toMatchObject({ texts: [null, null] });
    expect(await writeAfter(sends(completion('{"texts":[]}')))).toMatchObject({ texts: [null, null] });
  });

  it.each([['no model', null], ['a model that is no name', 'a\nb'], ['too long a model', 'x'.repeat(101)]])(
    'is named as configured where it answers with %s',
    async (_, model) => {
      expect(await writeAfter(sends(completion('{"texts":["One","Two"]}', model)))).toMatchObject({ ok: true, model: 'm1' });
    },
  );

  it.each<[string, string]>([
    ['no JSON', 'hello'],
    ['an empty body', ''],
    ['another shape', '{"result":"One"}'],
    ['no choices', '{"choices":[]}'],
    ['a refusal', completion(null)],
    ['words without JSON', completion('I cannot do that.')],
    ['JSON that was cut off', completion('{"texts":[{"audience":0,"text":"On')],
    ['an open code fence and nothing in it', completion('```' + ' '.repeat(200_000))],
    ['no texts', completion('{"answers":["One","Two"]}')],
    ['too few plain texts, so that it is unclear whose they are', completion('{"texts":["One"]}')],
    ['an audience that was not asked for', completion('{"texts":[{"audience":2,"text":"Three"}]}')],
    ['an audience twice', completion('{"texts":[{"audience":0,"text":"One"},{"audience":0,"text":"Two"}]}')],
  ])('that answers with %s fails in one sentence', async (_, body) => {
    expect(await writeAfter(sends(body))).toEqual({
      ok: false,
      message: 'The copy writer answered with something else than texts for the audiences',
    });
  });

  it.each([
    [500, 'The copy writer answered with status 500'],
    [429, 'The copy writer answered with status 429'],
    [401, 'The copy writer answered with status 401'],
    [204, 'The copy writer answered with status 204'],
  ])('that answers with status %i is quoted by the status alone', async (status, message) => {
    expect(await writeAfter(sends(status === 204 ? '' : `{"error":"bad key ${KEY}"}`, status))).toEqual({ ok: false, message });
  });

  it('is not followed elsewhere', async () => {
    const answer = await writeAfter(sends('', 307, { location: chat.url }));
    expect(answer).toEqual({ ok: false, message: 'The copy writer answered with status 307: redirects are not followed' });
    expect(chat.asked).toHaveLength(1);
  });

  it('is not listened to for ever: neither for long answers nor for slow ones', async () => {
    expect(await writeAfter(sends(completion('x'.repeat(300_000))))).toEqual({ ok: false, message: 'The copy writer answered with more than can be read' });
    const left = chat.left();
    chat.answer(() => undefined);
    expect(await write({ timeoutMs: 100 })).toEqual({ ok: false, message: 'The copy writer did not answer within 0.1 s' });
    chat.answer((response) => void response.writeHead(200).write('{'));
    expect(await write({ timeoutMs: 100 })).toEqual({ ok: false, message: 'The copy writer did not answer within 0.1 s' });
    await vi.waitFor(() => expect(chat.left()).toBeGreaterThanOrEqual(left + 2));
  });

  it('is left when whoever asked is gone', async () => {
    const client = new AbortController();
    const left = chat.left();
    chat.answer(() => client.abort());
    expect(await write({}, client.signal)).toMatchObject({ ok: false, message: expect.stringContaining('given up') });
    await vi.waitFor(() => expect(chat.left()).toBe(left + 1));
  });

  it('that cannot be reached, or breaks off, fails with a code and no address', async () => {
    const gone = await startChatEndpoint();
    await gone.close();
    expect(await write({ url: gone.url })).toEqual({ ok: false, message: 'The copy writer cannot be reached (ECONNREFUSED)' });
    const broken = await writeAfter((response) => void response.destroy());
    expect(broken).toMatchObject({ ok: false, message: expect.stringMatching(/^The copy writer cannot be reached( \([A-Z_]+\))?$/) });
  });

  it('that is not configured says what to set', async () => {
    const nobody = createCopyWriter(null);
    expect(nobody.timeoutMs).toBe(0);
    expect(await nobody.write(REQUEST, FOREVER)).toMatchObject({ ok: false, message: expect.stringContaining('COPY_WRITER_URL') });
  });
});
