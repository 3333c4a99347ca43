import { Binary, Long, ObjectId, serialize } from 'bson';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { decodeExact, decodePlain, encode, type Doc } from '../../src/embedded/bson/document.js';
import { decodePlainFields } from '../../src/embedded/bson/fields.js';
import { isPlainlyStorable } from '../../src/embedded/bson/plainly-storable.js';
import { spliceArray, spliceDocument } from '../../src/embedded/bson/splice.js';
import { checkStorable } from '../../src/embedded/bson/storable.js';
import { parseProjection, parseRawProjection } from '../../src/embedded/query/projection.js';

const NAMES = ['_id', 'a', 'b', 'ab', 'lines', 'ü'] as const;
const name = fc.constantFrom(...NAMES);
const scalar = fc.oneof(
  fc.constantFrom<unknown>(null, true, false, 0, -0, 1, 2.5, -1e300, 2 ** 31, '', 'a\0b', 'ünï', '\u{1F600}', '\ufffd', new Date(-1), new Date(8_640_000_000_000_000)),
  fc.constantFrom<unknown>(Long.fromNumber(2 ** 53 - 1), Long.fromNumber(-5), new ObjectId('0123456789abcdef01234567'), new Binary(Buffer.from('bytes'))),
  fc.date({ noInvalidDate: true }),
  fc.string(),
);
const { value } = fc.letrec<{ value: unknown; doc: Doc }>((tie) => ({
  value: fc.oneof({ depthSize: 'small' }, { weight: 4, arbitrary: scalar }, { weight: 1, arbitrary: fc.array(tie('value'), { maxLength: 12 }) }, { weight: 1, arbitrary: tie('doc') }),
  doc: fc.dictionary(name, tie('value'), { maxKeys: 4, noNullPrototype: true }),
}));
const document = fc.dictionary(name, value, { maxKeys: 6, noNullPrototype: true });
const path = fc.array(name, { minLength: 1, maxLength: 3 }).map((parts) => parts.join('.'));
const projection = fc.tuple(fc.array(path, { minLength: 1, maxLength: 4 }), fc.constantFrom<[keep: number, id: Doc]>([1, {}], [1, { _id: 0 }], [0, {}], [0, { _id: 1 }]));

const outcomeOf = <T>(action: () => T): T | string => {
  try {
    return action();
  } catch (error) {
    return error instanceof Error ? `refused: ${error.message}` : 'refused';
  }
};

const passesThoroughLook = (raw: Buffer): boolean => outcomeOf(() => checkStorable(raw)) === undefined;

describe('what the store finds by stepping over encoded documents', () => {
  it('is of each field what decoding the whole document finds', () => {
    fc.assert(fc.property(document, fc.uniqueArray(name, { maxLength: 4 }), (doc, names) => {
      const raw = encode(doc);
      const whole = decodePlain(raw);
      expect(decodePlainFields(raw, new Set(names))).toEqual(Object.fromEntries(names.filter((one) => Object.hasOwn(whole, one)).map((one) => [one, whole[one]])));
    }));
  });

  it('is of a projection, to the byte, what decoding, choosing and encoding makes', () => {
    fc.assert(fc.property(document, projection, (doc, [paths, [keep, id]]) => {
      const spec = { ...Object.fromEntries(paths.map((one) => [one, keep])), ...id };
      const raw = encode(doc);
      const expected = outcomeOf(() => encode(parseProjection(spec)?.(decodeExact(raw)) ?? decodeExact(raw)).toString('hex'));
      expect(outcomeOf(() => (parseRawProjection(spec)?.(raw) ?? raw).toString('hex'))).toEqual(expected);
    }), { numRuns: 1000 });
  });

  it('keeps the parts of arrays longer than ten in their order', () => {
    const raw = encode({ _id: 'o', lines: Array.from({ length: 1_001 }, (_, at) => (at % 7 === 0 ? at : { a: at, b: at })) });
    expect(parseRawProjection({ 'lines.a': 1 })?.(raw)).toEqual(encode(parseProjection({ 'lines.a': 1 })?.(decodeExact(raw)) ?? {}));
  });

  it('never lets a document pass that the thorough look refuses, whatever its bytes', () => {
    const damage = fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 2 });
    fc.assert(fc.property(document, damage, (doc, changes) => {
      const raw = Buffer.from(encode({ _id: 1, ...doc }));
      for (const [at, byte] of changes) raw[at % raw.length] = byte;
      expect(!isPlainlyStorable(raw) || passesThoroughLook(raw)).toBe(true);
    }), { numRuns: 2000 });
  });

  it('lets ordinary documents pass', () => {
    expect(isPlainlyStorable(encode({ _id: 'c', at: new Date(), nested: [{ weight: 0.5, known: null }], big: Long.fromNumber(2 ** 40) }))).toBe(true);
  });

  it.each([
    ['no _id', { a: 1 }],
    ['an _id that is not the first', { a: 1, _id: 1 }],
    ['an array as _id', { _id: [1] }],
    ['a name with a dollar', { _id: 1, $a: 1 }],
    ['a name with a dot', { _id: 1, 'a.b': 1 }],
    ['a regular expression', { _id: 1, a: { b: /x/ } }],
    ['an integer beyond 2^53', { _id: 1, a: Long.fromString('9007199254740993') }],
  ])('leaves %s to the thorough look', (_, doc) => {
    expect(isPlainlyStorable(Buffer.from(serialize(doc)))).toBe(false);
  });

  it.each([0, 1, 10, 11, 100, 101, 1_000, 1_001, 10_001])('joins %d documents into the array that encoding them makes', (count) => {
    const docs = Array.from({ length: count }, (_, at) => ({ at }));
    expect(spliceDocument([['docs', spliceArray(docs.map(encode))]])).toEqual(encode({ docs }));
  });
});
