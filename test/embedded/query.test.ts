import { Decimal128, Long, type Document } from 'mongodb';
import { describe, expect, it } from 'vitest';
import { refusal, useStore } from './running-store.js';

const { db } = useStore();

async function idsFor(filter: Document): Promise<unknown[]> {
  const found = await db().collection<Document>('things').find(filter).toArray();
  return found.map((doc) => doc['_id']);
}

async function put(...docs: Document[]): Promise<void> {
  await db().collection('things').insertMany(docs);
}

describe('equality', () => {
  it('matches a scalar, an array that holds it, and an array that equals it', async () => {
    await put({ _id: 1, a: 5 }, { _id: 2, a: [4, 5] }, { _id: 3, a: [[5]] }, { _id: 4, a: '5' });
    expect(await idsFor({ a: 5 })).toEqual([1, 2]);
    expect(await idsFor({ a: [4, 5] })).toEqual([2]);
    expect(await idsFor({ a: [5] })).toEqual([3]);
  });

  it('reaches into sub-documents and arrays of them by dotted paths and positions', async () => {
    await put({ _id: 1, a: { b: 1 } }, { _id: 2, a: [{ b: 1 }, { b: 2 }] }, { _id: 3, a: [[{ b: 1 }]] }, { _id: 4, a: 1 });
    expect(await idsFor({ 'a.b': 1 })).toEqual([1, 2]);
    expect(await idsFor({ 'a.1.b': 2 })).toEqual([2]);
    expect(await idsFor({ 'a.0.b': 1 })).toEqual([2, 3]);
  });

  it('compares sub-documents with their field order', async () => {
    await put({ _id: 1, a: { x: 1, y: 2 } }, { _id: 2, a: { y: 2, x: 1 } });
    expect(await idsFor({ a: { x: 1, y: 2 } })).toEqual([1]);
  });

  it('takes null for missing too, but not for an empty array or elements without the field\'s document', async () => {
    await put({ _id: 1, a: null }, { _id: 2 }, { _id: 3, a: [] }, { _id: 4, a: [null] }, { _id: 5, a: 0 }, { _id: 6, a: [1] });
    expect(await idsFor({ a: null })).toEqual([1, 2, 4]);
    expect(await idsFor({ 'a.b': null })).toEqual([1, 2, 5]);
    expect(await idsFor({ a: { $ne: null } })).toEqual([3, 5, 6]);
  });

  it('takes ints, longs and doubles of one value for the same', async () => {
    await put({ _id: 1, a: 7 }, { _id: 2, a: Long.fromNumber(7) }, { _id: 3, a: 7.5 });
    expect(await idsFor({ a: 7 })).toEqual([1, 2]);
    expect(await idsFor({ a: { $gt: Long.fromNumber(7) } })).toEqual([3]);
  });
});

describe('ranges', () => {
  it('compare only within one type', async () => {
    await put({ _id: 1, a: 1 }, { _id: 2, a: '1' }, { _id: 3, a: new Date(1) }, { _id: 4, a: true }, { _id: 5, a: null }, { _id: 6 });
    expect(await idsFor({ a: { $gte: 0 } })).toEqual([1]);
    expect(await idsFor({ a: { $lt: 'z' } })).toEqual([2]);
    expect(await idsFor({ a: { $lte: new Date(1) } })).toEqual([3]);
    expect(await idsFor({ a: { $gt: false } })).toEqual([4]);
    expect(await idsFor({ a: { $gte: null } })).toEqual([5, 6]);
  });

  it('may be satisfied by different elements of an array, indexed or not', async () => {
    await put({ _id: 1, a: [1, 10] }, { _id: 2, a: 5 }, { _id: 3, a: [2, 3] });
    expect(await idsFor({ a: { $gt: 5, $lt: 3 } })).toEqual([1]);
    await db().collection('things').createIndex({ a: 1 });
    expect(await idsFor({ a: { $gt: 5, $lt: 3 } })).toEqual([1]);
  });

  it('never match NaN except by "or equal" to itself', async () => {
    await put({ _id: 1, a: NaN }, { _id: 2, a: 1 });
    expect(await idsFor({ a: { $lt: 5 } })).toEqual([2]);
    expect(await idsFor({ a: { $gte: NaN } })).toEqual([1]);
    expect(await idsFor({ a: { $gt: NaN } })).toEqual([]);
  });

  it('order strings as UTF-8 bytes do, also beyond the basic plane', async () => {
    await put({ _id: 1, a: '\u{1F600}' }, { _id: 2, a: '\uff5e' }, { _id: 3, a: 'a\0b' }, { _id: 4, a: 'a' });
    expect(await idsFor({ a: { $gt: '\uff5e' } })).toEqual([1]);
    expect(await idsFor({ a: { $gt: 'a', $lt: 'a\x01' } })).toEqual([3]);
  });
});

describe('lists and logic', () => {
  it('$in, $nin, $ne, $exists, $and and $or mean what they mean in MongoDB', async () => {
    await put({ _id: 1, a: 1, b: 1 }, { _id: 2, a: [2, 3] }, { _id: 3, b: null }, { _id: 4, a: 4, b: 4 });
    expect(await idsFor({ a: { $in: [1, 3] } })).toEqual([1, 2]);
    expect(await idsFor({ a: { $in: [null] } })).toEqual([3]);
    expect(await idsFor({ a: { $nin: [1, 3] } })).toEqual([3, 4]);
    expect(await idsFor({ a: { $ne: 2 } })).toEqual([1, 3, 4]);
    expect(await idsFor({ b: { $exists: true } })).toEqual([1, 3, 4]);
    expect(await idsFor({ b: { $exists: false } })).toEqual([2]);
    expect(await idsFor({ $or: [{ a: 1 }, { $and: [{ a: 4 }, { b: { $gt: 3 } }] }] })).toEqual([1, 4]);
    expect(await idsFor({ $and: [{ a: 2 }, { a: 3 }] })).toEqual([2]);
  });
});

describe('what is not supported', () => {
  it.each<[string, Document]>([
    ['$regex', { a: { $regex: 'x' } }], ['$elemMatch', { a: { $elemMatch: { b: 1 } } }], ['$not', { a: { $not: { $gt: 1 } } }],
    ['$size', { a: { $size: 1 } }], ['$type', { a: { $type: 2 } }], ['$nor', { $nor: [{ a: 1 }] }], ['$where', { $where: 'true' }],
    ['$expr', { $expr: { $eq: ['$a', '$b'] } }], ['$text', { $text: { $search: 'x' } }], ['a nested operator', { a: { b: { $gt: 1 } } }],
    ['a regular expression', { a: /x/ }], ['a regular expression in $in', { a: { $in: [/x/] } }], ['Decimal128', { a: Decimal128.fromString('1') }],
    ['an integer beyond 2^53', { a: Long.fromString('9007199254740993') }], ['an unknown operator', { a: { $bogus: 1 } }],
    ['$in without a list', { a: { $in: 1 } }], ['an empty $or', { $or: [] }], ['a field among operators', { a: { $gt: 1, b: 2 } }],
  ])('%s is refused as BadValue, even where nothing would be looked at', async (_name, filter) => {
    const error = await refusal(db().collection('nothing').find(filter).toArray());
    expect([error.code, error.codeName]).toEqual([2, 'BadValue']);
  });
});
