import { decodeExact, decodePlain, type Doc } from './document.js';
import { elementsOf } from './elements.js';

function onlyFields(raw: Buffer, names: ReadonlySet<string>): Buffer {
  const parts: Buffer[] = [];
  let length = 5;
  let begin = 4;
  for (const { name, end } of elementsOf(raw)) {
    if (names.has(name)) {
      parts.push(raw.subarray(begin, end));
      length += end - begin;
    }
    begin = end;
  }
  const head = Buffer.allocUnsafe(4);
  head.writeInt32LE(length);
  return Buffer.concat([head, ...parts, Buffer.alloc(1)], length);
}

/**
 * Decodes some top-level fields for comparing, and steps over the others: most of a document is never looked at by a query or an index.
 * @throws CommandError InvalidBSON
 */
export function decodePlainFields(raw: Buffer, names: ReadonlySet<string>): Doc {
  return decodePlain(onlyFields(raw, names));
}

/**
 * Decodes some top-level fields for writing back, and steps over the others.
 * @throws CommandError InvalidBSON
 */
export function decodeExactFields(raw: Buffer, names: ReadonlySet<string>): Doc {
  return decodeExact(onlyFields(raw, names));
}
