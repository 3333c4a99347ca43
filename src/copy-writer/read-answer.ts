/** Texts by audience, null where there is none, and the model as the endpoint calls it (null when it does not say). */
export interface ReadTexts {
  readonly texts: readonly (string | null)[];
  readonly model: string | null;
}

type Json = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** The JSON in what a model said: as it is, inside a code fence, or with words around it. */
const jsonIn = (content: string): unknown => {
  const fenced = /```(?:json)?([\s\S]*?)```/i.exec(content)?.[1];
  const braces = content.slice(content.indexOf('{'), content.lastIndexOf('}') + 1);
  return parsed(content) ?? (fenced === undefined ? undefined : parsed(fenced)) ?? parsed(braces);
};

/** What was said: text, or parts of which some are text. */
const contentOf = (content: unknown): string | null => {
  if (typeof content === 'string') return content;
  if (!Array.isArray(content)) return null;
  const parts = content.flatMap((part: unknown) => (isObject(part) && typeof part['text'] === 'string' ? [part['text']] : []));
  return parts.length === 0 ? null : parts.join('');
};

const saidIn = (body: Json): string | null => {
  const choices = body['choices'];
  const first: unknown = Array.isArray(choices) ? choices[0] : null;
  const message = isObject(first) ? first['message'] : null;
  return isObject(message) ? contentOf(message['content']) : null;
};

const textOf = (value: unknown): string | null => (typeof value === 'string' && value.trim() !== '' ? value : null);

/** Each entry names its audience, each audience at most once; anything else could be a text for somebody else. */
const byAudience = (entries: readonly unknown[], audiences: number): readonly (string | null)[] | null => {
  const texts = new Map<number, string | null>();
  for (const entry of entries) {
    const audience = isObject(entry) ? entry['audience'] : null;
    if (typeof audience !== 'number' || !Number.isInteger(audience) || audience < 0 || audience >= audiences) return null;
    if (!isObject(entry) || texts.has(audience)) return null;
    texts.set(audience, textOf(entry['text']));
  }
  return Array.from({ length: audiences }, (_, audience) => texts.get(audience) ?? null);
};

/** Texts without the audience's place are taken in order, but only when there is one for each. */
const inOrder = (entries: readonly unknown[], audiences: number): readonly (string | null)[] | null =>
  entries.length === audiences && entries.every((entry) => entry === null || typeof entry === 'string') ? entries.map(textOf) : null;

const textsIn = (said: unknown, audiences: number): readonly (string | null)[] | null => {
  const entries: unknown = isObject(said) ? said['texts'] : said;
  if (!Array.isArray(entries)) return null;
  return inOrder(entries, audiences) ?? byAudience(entries, audiences);
};

const LONGEST_MODEL = 100;

const modelIn = (body: Json): string | null => {
  const model = body['model'];
  return typeof model === 'string' && /^[\x21-\x7e]+$/.test(model) && model.length <= LONGEST_MODEL ? model : null;
};

/** Reads the body of a chat completion: lenient about what is around the texts, strict about the texts. Null when there are none. */
export const readTexts = (body: string, audiences: number): ReadTexts | null => {
  const answer = parsed(body);
  if (!isObject(answer)) return null;
  const said = saidIn(answer);
  const texts = said === null ? null : textsIn(jsonIn(said), audiences);
  return texts === null ? null : { texts, model: modelIn(answer) };
};
