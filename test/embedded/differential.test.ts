import fc from 'fast-check';
import type { Document } from 'mongodb';
import { describe, expect, it } from 'vitest';
import { decodePlain, encode } from '../../src/embedded/bson/document.js';
import { Changes } from '../../src/embedded/engine/changes.js';
import { Collection } from '../../src/embedded/engine/collection.js';
import { Deadline } from '../../src/embedded/engine/deadline.js';
import { parseIndexSpec } from '../../src/embedded/engine/index-spec.js';
import { select } from '../../src/embedded/engine/select.js';
import { parseFilter } from '../../src/embedded/query/filter.js';
import { compareKeys, inverted, keyOf } from '../../src/embedded/query/order-key.js';
import { parseSort } from '../../src/embedded/query/sort.js';
import { compareValues, naiveMatch, naiveOrder, sameDocuments } from './naive-query.js';

const scalar = fc.oneof(fc.constantFrom(null, true, false, 0, 1, -1, 2, 2.5, 1e300, -1e300, Infinity, '', 'a', 'b', 'a\0', 'a\x01', '\uffee', '\u{1F600}'), fc.integer({ min: -3, max: 3 }), fc.integer({ min: 0, max: 3 }).map((ms) => new Date(ms)));
const leaf = fc.oneof({ weight: 4, arbitrary: scalar }, { weight: 1, arbitrary: fc.array(scalar, { maxLength: 3 }) });
const inner = fc.oneof(leaf.map((b) => ({ b })), leaf.map((c) => ({ c })), fc.constant({}));
const value = fc.oneof({ weight: 4, arbitrary: leaf }, { weight: 1, arbitrary: inner }, { weight: 1, arbitrary: fc.array(fc.oneof(inner, scalar), { maxLength: 3 }) });
const doc = fc.record({ a: value, d: leaf, e: leaf }, { requiredKeys: [], noNullPrototype: true });
const docs = fc.array(doc, { maxLength: 25 }).map((list) => list.map((fields, id): Document => ({ _id: id, ...fields })));

const condition = fc.oneof(
  fc.tuple(fc.constantFrom('$eq', '$ne', '$gt', '$gte', '$lt', '$lte'), value).map(([operator, operand]) => ({ [operator]: operand })),
  fc.tuple(fc.constantFrom('$gt', '$gte'), scalar, fc.constantFrom('$lt', '$lte'), scalar).map(([low, from, high, to]) => ({ [low]: from, [high]: to })),
  fc.tuple(fc.constantFrom('$in', '$nin'), fc.array(value, { maxLength: 4 })).map(([operator, operand]) => ({ [operator]: operand })),
  fc.boolean().map((wanted) => ({ $exists: wanted })),
);
const fields = fc.dictionary(fc.constantFrom('a', 'a.b', 'd', 'e', '_id'), condition, { maxKeys: 3, noNullPrototype: true }).map((query): Document => query);
const query = fc.oneof({ weight: 3, arbitrary: fields }, fc.tuple(fields, fc.constantFrom('$and', '$or'), fc.array(fields, { minLength: 1, maxLength: 3 })).map(([plain, name, parts]): Document => ({ ...plain, [name]: parts })));
const sort = fc.dictionary(fc.constantFrom('d', 'e', 'a', '_id'), fc.constantFrom(1, -1), { maxKeys: 3, noNullPrototype: true });
const index = fc.constantFrom<Document>({ a: 1 }, { a: -1 }, { 'a.b': 1 }, { d: 1 }, { d: -1, e: 1 }, { d: 1, e: -1 }, { e: 1, d: 1, a: -1 }, { d: 1, _id: -1 }, { 'a.b': 1, d: -1 }, { a: 1, e: 1 });

function collectionOf(list: Document[], indexes: Document[]): Collection {
  const collection = new Collection('shop.things');
  for (const key of indexes) collection.createIndex(parseIndexSpec({ key, name: JSON.stringify(key) }), new Changes());
  for (const one of list) {
    try {
      collection.insert(encode(one), new Changes());
    } catch {
      // Two arrays meet in one index: without this document the lists differ, so take its arrays out.
      const plain = Object.entries(one).filter(([, field]) => !Array.isArray(field));
      collection.insert(encode(Object.fromEntries(plain)), new Changes());
    }
  }
  return collection;
}

const contents = (collection: Collection): Document[] => [...collection.records.values()].map(({ raw }) => decodePlain(raw));

function found(collection: Collection, filter: Document, order: Document = {}, skip = 0, limit = 0): Document[] {
  return select(collection, { filter: parseFilter(filter), sort: parseSort(order), skip, limit }, new Deadline(0)).map(({ raw }) => decodePlain(raw));
}

describe('against MongoDB\'s rules written down a second time', () => {
  it('a query finds the same documents, whatever indexes there are', () => {
    fc.assert(fc.property(docs, query, fc.uniqueArray(index, { maxLength: 3 }), (list, filter, indexes) => {
      const collection = collectionOf(list, indexes);
      const expected = contents(collection).filter((one) => naiveMatch(one, filter));
      expect(sameDocuments(found(collection, filter), expected)).toBe(true);
    }), { numRuns: 2000 });
  });

  it('a sorted window holds documents of the same places, whatever indexes there are', () => {
    fc.assert(fc.property(docs, fields, sort, fc.uniqueArray(index, { maxLength: 3 }), fc.nat(4), fc.nat(6), (list, filter, order, indexes, skip, limit) => {
      const collection = collectionOf(list, indexes);
      const sorted = contents(collection).filter((one) => naiveMatch(one, filter)).sort((left, right) => naiveOrder(left, right, order));
      const expected = sorted.slice(skip, limit === 0 ? undefined : skip + limit);
      const actual = found(collection, filter, order, skip, limit);
      expect(actual.length).toBe(expected.length);
      for (const [at, one] of actual.entries()) expect(naiveOrder(one, expected[at] ?? {}, order)).toBe(0);
    }), { numRuns: 1500 });
  });

  it('indexes stay right through inserts, replacements and removals', () => {
    const step = fc.tuple(fc.constantFrom('put', 'remove'), fc.nat(8), doc);
    fc.assert(fc.property(fc.array(step, { maxLength: 40 }), fields, fc.uniqueArray(index, { maxLength: 2 }), (steps, filter, indexes) => {
      const collection = collectionOf([], indexes);
      for (const [kind, id, made] of steps) {
        const record = collection.records.get(keyOf(id));
        const raw = encode({ _id: id, ...Object.fromEntries(Object.entries(made).map(([name, field]) => [name, name === 'd' || !Array.isArray(field) ? field : null])) });
        if (kind === 'remove' && record !== undefined) collection.remove(record, new Changes());
        else if (kind === 'put' && record !== undefined) collection.replace(record, raw, new Changes());
        else if (kind === 'put') collection.insert(raw, new Changes());
      }
      const expected = contents(collection).filter((one) => naiveMatch(one, filter));
      expect(sameDocuments(found(collection, filter), expected)).toBe(true);
      for (const one of collection.indexes) expect(one.tree.size).toBeGreaterThanOrEqual(collection.records.size);
      const entries = [...collection.indexes].map((one) => new Set([...one.tree.entries()].map(([, record]) => record)).size);
      expect(new Set(entries)).toEqual(new Set([collection.records.size]));
    }), { numRuns: 300 });
  });

  it('order keys compare as values do, and inverted keys the other way round', () => {
    fc.assert(fc.property(value, value, (left, right) => {
      const order = Math.sign(compareValues(left, right));
      expect(compareKeys(keyOf(left), keyOf(right))).toBe(order);
      expect(compareKeys(inverted(keyOf(left)), inverted(keyOf(right))) + order).toBe(0);
    }), { numRuns: 3000 });
  });

  it('no order key is the beginning of another', () => {
    fc.assert(fc.property(value, value, (left, right) => {
      const [one, other] = [keyOf(left), keyOf(right)];
      expect(one !== other && other.startsWith(one)).toBe(false);
    }), { numRuns: 3000 });
  });
});
