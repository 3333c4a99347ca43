import { decodeExact, decodePlain, type Doc } from './document.js';
import { BSON_TYPE, dateAt, NameTable, walkElements } from '../../bson/walk.js';
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

const tables = new WeakMap<ReadonlySet<string>, NameTable<string>>();

function tableOf(names: ReadonlySet<string>): NameTable<string> {
  const known = tables.get(names);
  if (known !== undefined) return known;
  const table = new NameTable([...names].map((name) => [name, name]));
  tables.set(names, table);
  return table;
}

/** Stands for a value that the library decodes. */
const DIFFICULT: unique symbol = Symbol('difficult');
const REPLACED = '\ufffd';

/** Values that need nothing but reading. Bytes that are no text, and integers of 64 bits, are the library's to judge. */
function plainValue(raw: Buffer, type: number, start: number, end: number): unknown {
  switch (type) {
    case BSON_TYPE.string: {
      const text = raw.toString('utf8', start + 4, end - 1);
      return text.includes(REPLACED) || raw[end - 1] !== 0 ? DIFFICULT : text;
    }
    case BSON_TYPE.double: return raw.readDoubleLE(start);
    case BSON_TYPE.int32: return raw.readInt32LE(start);
    case BSON_TYPE.date: return new Date(dateAt(raw, start));
    case BSON_TYPE.boolean: return raw[start] === 1 ? true : raw[start] === 0 ? false : DIFFICULT;
    case BSON_TYPE.null: return null;
    default: return DIFFICULT;
  }
}

function plainFields(raw: Buffer, names: ReadonlySet<string>): Doc | undefined {
  const table = tableOf(names);
  const doc: Doc = {};
  const whole = walkElements(raw, 0, raw.length, (type, nameStart, nameEnd, end) => {
    const name = table.at(raw, nameStart, nameEnd);
    if (name === undefined) return true;
    const value = plainValue(raw, type, nameEnd + 1, end);
    doc[name] = value;
    return value !== DIFFICULT;
  });
  return whole ? doc : undefined;
}

/**
 * Decodes some top-level fields for comparing, and steps over the others: most of a document is never looked at by a query or an index.
 * @throws CommandError InvalidBSON
 */
export function decodePlainFields(raw: Buffer, names: ReadonlySet<string>): Doc {
  return (names.has('__proto__') ? undefined : plainFields(raw, names)) ?? decodePlain(onlyFields(raw, names));
}

/**
 * Decodes some top-level fields for writing back, and steps over the others.
 * @throws CommandError InvalidBSON
 */
export function decodeExactFields(raw: Buffer, names: ReadonlySet<string>): Doc {
  return decodeExact(onlyFields(raw, names));
}
