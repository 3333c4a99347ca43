import { createConnection } from 'node:net';
import { once } from 'node:events';
import { deserialize, serialize } from 'bson';
import type { Document } from 'mongodb';
import { describe, expect, it } from 'vitest';
import { refusal, useStore } from './running-store.js';

const { db, client, uri } = useStore();

describe('commands', () => {
  it.each(['mapReduce', 'renameCollection', 'create', 'bulkWrite', 'dropIndexes', 'collMod', 'saslStart', 'explain', 'eval'])('%s is unknown', async (name) => {
    const error = await refusal(db().command({ [name]: 'things' }));
    expect([error.code, error.codeName]).toEqual([59, 'CommandNotFound']);
  });

  it.each<[string, Document]>([
    ['collation', { find: 'things', collation: { locale: 'en' } }], ['hint', { find: 'things', hint: { a: 1 } }], ['tailable', { find: 'things', tailable: true }],
    ['let', { update: 'things', updates: [{ q: {}, u: { $set: { a: 1 } } }], let: {} }], ['bogus', { count: 'things', bogus: 1 }],
  ])('the option %s is refused, never ignored', async (_name, command) => {
    expect((await refusal(db().command(command))).codeName).toBe('IDLUnknownField');
  });

  it('an option of a statement is refused for that statement', async () => {
    const reply = await db().command({ delete: 'things', deletes: [{ q: {}, limit: 1, collation: {} }] });
    expect(reply['writeErrors']).toMatchObject([{ code: 40415 }]);
  });

  it.each<[number, Document]>([
    [14, { find: 'things', filter: 1 }], [14, { find: 'things', limit: 'x' }], [2, { find: 'things', skip: -1 }], [14, { find: 'things', singleBatch: 'x' }],
    [16, { insert: 'things', documents: [] }], [72, { find: 'things', readConcern: { level: 'snapshot' } }], [14, { distinct: 'things', key: 1 }],
  ])('%i for %j', async (code, command) => {
    expect((await refusal(db().command(command))).code).toBe(code);
  });

  it('greetings, ping and build information are answered', async () => {
    expect(await db().admin().ping()).toEqual({ ok: 1 });
    expect(await db().admin().buildInfo()).toMatchObject({ version: '7.0.0' });
    expect(await db().command({ isMaster: 1 })).toMatchObject({ ismaster: true });
    const hello = await db().command({ hello: 1 });
    expect(hello).toMatchObject({ isWritablePrimary: true, maxWireVersion: 21, maxBsonObjectSize: 16_777_216 });
    expect(hello).not.toHaveProperty('setName');
  });
});

describe('transactions', () => {
  it('are refused as by a standalone MongoDB, and nothing is written', async () => {
    const session = client().startSession();
    session.startTransaction();
    const error = await refusal(db().collection('things').insertOne({}, { session }));
    const original: unknown = error.errorResponse['originalError'] ?? error;
    expect(original).toMatchObject({ code: 20, codeName: 'IllegalOperation' });
    await session.endSession();
    expect(await db().collection('things').countDocuments()).toBe(0);
  });
});

function frame(opcode: number, ...parts: Buffer[]): Buffer {
  const body = Buffer.concat(parts);
  const head = Buffer.alloc(16);
  head.writeInt32LE(body.length + 16, 0);
  head.writeInt32LE(7, 4);
  head.writeInt32LE(opcode, 12);
  return Buffer.concat([head, body]);
}

const flags = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
};

async function exchange(chunks: Buffer[], headBytes: number): Promise<Document | 'closed'> {
  const socket = createConnection(Number(new URL(uri()).port), '127.0.0.1');
  await once(socket, 'connect');
  for (const chunk of chunks) socket.write(chunk);
  const reply = await Promise.race([once(socket, 'data').then(([data]) => deserialize((data as Buffer).subarray(headBytes))), once(socket, 'close').then(() => 'closed' as const)]);
  socket.destroy();
  return reply;
}

describe('the wire', () => {
  const ping = Buffer.from(serialize({ ping: 1, $db: 'admin' }));

  it('takes a message in any number of pieces, and with a checksum', async () => {
    const message = frame(2013, flags(1), Buffer.from([0]), ping, Buffer.alloc(4));
    expect(await exchange([...message].map((byte) => Buffer.from([byte])), 21)).toEqual({ ok: 1 });
  });

  it('greets in OP_QUERY and nothing else', async () => {
    const query = (command: Document): Buffer => frame(2004, flags(0), Buffer.from('admin.$cmd\0'), Buffer.alloc(8), Buffer.from(serialize(command)));
    expect(await exchange([query({ isMaster: 1, helloOk: true })], 36)).toMatchObject({ ismaster: true, helloOk: true, ok: 1 });
    expect(await exchange([query({ dropDatabase: 1 })], 21)).toMatchObject({ ok: 0, codeName: 'FailedToParse' });
  });

  it.each<[string, Buffer]>([
    ['an unknown operation', frame(2012, Buffer.alloc(20))], ['an unknown flag', frame(2013, flags(4), Buffer.from([0]), ping)], ['an unknown kind of section', frame(2013, flags(0), Buffer.from([9]), ping)],
    ['no body', frame(2013, flags(0))], ['no flags', frame(2013)], ['a section that does not fit', frame(2013, flags(0), Buffer.from([0, 200, 0, 0, 0, 1]))], ['a nameless sequence', frame(2013, flags(0), Buffer.from([1, 5, 0, 0, 0, 65]))],
  ])('%s is answered with an error', async (_name, message) => {
    expect(await exchange([message], 21)).toMatchObject({ ok: 0 });
  });

  it('documents that are not BSON are InvalidBSON', async () => {
    const broken = Buffer.from(serialize({ a: 'text' }));
    broken.writeInt32LE(1000, broken.indexOf('a\0') + 2);
    const body = Buffer.from(serialize({ insert: 'things', $db: 'shop' }));
    const sequence = Buffer.concat([flags(4 + 10 + broken.length), Buffer.from('documents\0'), broken]);
    const reply = await exchange([frame(2013, flags(0), Buffer.from([0]), body, Buffer.from([1]), sequence)], 21);
    expect(reply).toMatchObject({ n: 0, writeErrors: [{ code: 22 }] });
  });

  it.each([['text', Buffer.from('GET / HTTP/1.1\r\n\r\n')], ['a message above 48 MB', flags(48_000_001)], ['a negative length', flags(0xffffffff)]])('%s ends the connection', async (_name, bytes) => {
    expect(await exchange([Buffer.concat([bytes, Buffer.alloc(16)])], 21)).toBe('closed');
  });
});
