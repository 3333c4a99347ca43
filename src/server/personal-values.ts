const MAX_VALUES = 5_000;
const MIN_LENGTH = 3;

/**
 * Every text that a request brought along as data: the strings in its variables and the string literals in its document. They are blotted out
 * of whatever is logged about the request. Longest first, so that no value leaves the rest of a longer one behind.
 */
export function personalValues(body: unknown): string[] {
  const found = new Set<string>();
  if (isRecord(body)) {
    collect(body['variables'], found);
    for (const [, literal] of String(body['query'] ?? '').matchAll(/"((?:[^"\\]|\\.)*)"/g)) add(literal, found);
  }
  return [...found].sort((left, right) => right.length - left.length);
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

function collect(value: unknown, found: Set<string>): void {
  const waiting: unknown[] = [value];
  while (waiting.length > 0 && found.size < MAX_VALUES) {
    const next = waiting.pop();
    if (typeof next === 'string') add(next, found);
    else if (isRecord(next)) waiting.push(...Object.values(next));
  }
}

function add(text: string | undefined, found: Set<string>): void {
  if (text !== undefined && text.length >= MIN_LENGTH && found.size < MAX_VALUES) found.add(text);
}
