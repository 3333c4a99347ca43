import type { Document } from 'mongodb';
import { describe, expect, it } from 'vitest';
import { decodePlain, encode } from '../../src/embedded/bson/document.js';
import { Changes } from '../../src/embedded/engine/changes.js';
import { Collection } from '../../src/embedded/engine/collection.js';
import { Deadline } from '../../src/embedded/engine/deadline.js';
import { parseIndexSpec } from '../../src/embedded/engine/index-spec.js';
import { planFor } from '../../src/embedded/engine/planner.js';
import { select } from '../../src/embedded/engine/select.js';
import { conjuncts, parseFilter } from '../../src/embedded/query/filter.js';
import { parseSort } from '../../src/embedded/query/sort.js';

const COUNT = 1000;

function orders(): Collection {
  const collection = new Collection('shop.orders');
  collection.createIndex(parseIndexSpec({ key: { customerId: 1, at: -1 }, name: 'byCustomer' }), new Changes());
  for (let id = 0; id < COUNT; id += 1) collection.insert(encode({ _id: id, customerId: `c${String(id % 100)}`, at: new Date(id), total: id }), new Changes());
  return collection;
}

function plan(collection: Collection, filter: Document, sort: Document = {}): { looked: number; sorted: boolean } {
  const { candidates, sorted } = planFor(collection, conjuncts(parseFilter(filter)), parseSort(sort));
  return { looked: [...candidates].length, sorted };
}

describe('how many documents are looked at', () => {
  const collection = orders();

  it.each<[string, Document, Document, number, boolean]>([
    ['one for an _id', { _id: 5, total: 5 }, {}, 1, true],
    ['those named for _id $in', { _id: { $in: [1, 2, 3, 'no'] } }, {}, 3, false],
    ['a range of _id, in order', { _id: { $gt: 989 } }, { _id: 1 }, 10, true],
    ['one customer\'s', { customerId: 'c7' }, {}, 10, false],
    ['one customer\'s by time, in the order of the index', { customerId: 'c7' }, { at: -1 }, 10, true],
    ['one customer\'s by time, backwards', { customerId: 'c7' }, { at: 1 }, 10, true],
    ['one customer\'s in a span of time', { customerId: 'c7', at: { $gte: new Date(300), $lt: new Date(500) } }, { at: -1 }, 2, true],
    ['several customers\'', { customerId: { $in: ['c1', 'c2'] } }, { at: -1 }, 20, false],
    ['a range of customers', { customerId: { $gte: 'c98' } }, {}, 20, false],
    ['one customer\'s, inside $and', { $and: [{ customerId: 'c7' }, { total: 7 }] }, {}, 10, false],
    ['all, in the order of the index', {}, { customerId: 1, at: -1 }, COUNT, true],
    ['all, for what no index knows', { total: 7 }, { total: 1 }, COUNT, false],
  ])('%s', (_name, filter, sort, looked, sorted) => {
    expect(plan(collection, filter, sort)).toMatchObject({ looked, ...(sorted ? { sorted } : {}) });
  });

  it('one element of an array by time: in the order of the index, each document once, whatever its array repeats', () => {
    const baskets = new Collection('shop.baskets');
    baskets.createIndex(parseIndexSpec({ key: { 'lines.productId': 1, at: -1 }, name: 'byProduct' }), new Changes());
    for (let id = 0; id < COUNT; id += 1) {
      const lines = ['p', `p${String(id % 10)}`, `p${String(id % 10)}`].map((productId) => ({ productId }));
      baskets.insert(encode({ _id: id, at: new Date(id), lines }), new Changes());
    }
    const both = { $and: [{ 'lines.productId': 'p7' }, { 'lines.productId': 'p' }] };
    expect(plan(baskets, both, { at: -1 })).toEqual({ looked: 100, sorted: true });
    expect(plan(baskets, { 'lines.productId': 'p7' }, { 'lines.productId': 1, at: 1 })).toEqual({ looked: 100, sorted: false });
    expect(plan(baskets, { 'lines.productId': { $in: ['p', 'p7'] } }, { at: -1 })).toEqual({ looked: COUNT, sorted: false });
    const deadline = new Deadline(0);
    const newest = select(baskets, { filter: parseFilter(both), sort: parseSort({ at: -1 }), limit: 2 }, deadline);
    expect(newest.map(({ raw }) => decodePlain(raw)['_id'])).toEqual([997, 987]);
  });

  it('arrays in an index take its order away, and each document is looked at once', () => {
    const tagged = new Collection('shop.tagged');
    tagged.createIndex(parseIndexSpec({ key: { tags: 1 }, name: 'byTag' }), new Changes());
    tagged.insert(encode({ _id: 1, tags: ['a', 'b'] }), new Changes());
    expect(plan(tagged, { tags: { $in: ['a', 'b'] } }, { tags: 1 })).toEqual({ looked: 1, sorted: false });
  });
});
