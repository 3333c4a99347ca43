import { Decimal128, Double, Int32, Long, MongoBulkWriteError, Timestamp, type Document } from 'mongodb';
import { describe, expect, it } from 'vitest';
import { refusal, useStore } from './running-store.js';

const { db } = useStore();
const things = (): ReturnType<ReturnType<typeof db>['collection']> => db().collection('things');
const all = (): Promise<Document[]> => things().find().toArray();

describe('insert', () => {
  it('stops at the first refusal when ordered, and goes on when not', async () => {
    const docs = [{ _id: 1 }, { _id: 1 }, { _id: 2 }] as unknown as Document[];
    const ordered = await refusal(things().insertMany(docs));
    expect(ordered).toBeInstanceOf(MongoBulkWriteError);
    expect(await all()).toEqual([{ _id: 1 }]);
    const unordered = await refusal(things().insertMany(docs, { ordered: false }));
    expect(unordered).toMatchObject({ code: 11000, insertedCount: 1, writeErrors: [{ index: 0 }, { index: 1 }] });
    expect(await all()).toEqual([{ _id: 1 }, { _id: 2 }]);
  });

  it('reports a duplicate key with its index, pattern and value', async () => {
    await things().insertOne({ _id: 'x' } as Document);
    const error = await refusal(things().insertOne({ _id: 'x' } as Document));
    expect(error).toMatchObject({ code: 11000, keyPattern: { _id: 1 }, keyValue: { _id: 'x' } });
    expect(error.message).toContain('E11000 duplicate key error collection: shop.things index: _id_ dup key: { _id: "x" }');
  });

  it('makes up a missing _id and puts it first', async () => {
    await db().command({ insert: 'things', documents: [{ a: 1 }, { a: 2, _id: 7 }] });
    const docs = await all();
    expect(docs.map((doc) => Object.keys(doc))).toEqual([['_id', 'a'], ['_id', 'a']]);
    expect(docs[1]).toEqual({ _id: 7, a: 2 });
  });

  it('takes ids of equal value for one id, whatever the number\'s type', async () => {
    await things().insertOne({ _id: new Int32(1) } as Document);
    expect((await refusal(things().insertOne({ _id: new Double(1) } as Document))).code).toBe(11000);
  });

  it.each<[string, number, Document]>([
    ['Decimal128', 2, { a: Decimal128.fromString('1') }], ['a long beyond 2^53', 2, { a: [Long.fromString('9007199254740993')] }],
    ['a regular expression', 2, { a: /x/ }], ['a timestamp', 2, { a: { b: new Timestamp(1n) } }], ['an array as _id', 53, { _id: [1] }],
    ['a name with a dollar', 52, { $a: 1 }], ['a name with a dot', 57, { 'a.b': 1 }],
  ])('refuses %s', async (_name, code, doc) => {
    expect((await refusal(things().insertOne(doc))).code).toBe(code);
    expect(await all()).toEqual([]);
  });

  it('refuses a document that nests beyond 100 levels', async () => {
    const deep = Array.from({ length: 102 }).reduce<Document>((doc) => ({ a: doc }), {});
    expect((await refusal(things().insertOne(deep))).code).toBe(15);
  });
});

describe('update operators', () => {
  it.each<[string, Document, Document, Document]>([
    ['$set replaces and makes fields, in the order of their names', { a: 1 }, { $set: { c: 3, b: 2, a: 0 } }, { a: 0, b: 2, c: 3 }],
    ['$set makes sub-documents on the way', { a: 1 }, { $set: { 'b.c.d': 1 } }, { a: 1, b: { c: { d: 1 } } }],
    ['$set reaches array positions and pads with null', { a: [1] }, { $set: { 'a.0': 5, 'a.2': 7 } }, { a: [5, null, 7] }],
    ['$unset removes fields and ignores missing ones', { a: 1, b: { c: 1, d: 2 } }, { $unset: { a: '', 'b.c': '', x: '', 'y.z': '' } }, { b: { d: 2 } }],
    ['$unset makes an array element null', { a: [1, 2] }, { $unset: { 'a.0': '' } }, { a: [null, 2] }],
    ['$inc adds and makes', { a: 1 }, { $inc: { a: -2, 'b.c': 5 } }, { a: -1, b: { c: 5 } }],
    ['$max and $min keep the greater and the smaller', { a: 5, b: 5 }, { $max: { a: 6, c: 1 }, $min: { b: 6 } }, { a: 6, b: 5, c: 1 }],
    ['$max compares across types in BSON\'s order', { a: 5 }, { $max: { a: 'text' } }, { a: 'text' }],
    ['$setOnInsert does nothing to what exists', { a: 1 }, { $setOnInsert: { a: 2 }, $set: { b: 1 } }, { a: 1, b: 1 }],
    ['a replacement keeps only _id', { a: 1, b: 2 }, { c: 3 }, { c: 3 }],
    ['_id may be set to itself', { a: 1 }, { $set: { _id: 1, a: 2 } }, { a: 2 }],
  ])('%s', async (_name, before, update, after) => {
    await things().insertOne({ _id: 1, ...before } as Document);
    await db().command({ update: 'things', updates: [{ q: {}, u: update }] });
    const [doc] = await all();
    expect(doc).toEqual({ _id: 1, ...after });
    expect(Object.keys(doc ?? {})).toEqual(['_id', ...Object.keys(after)]);
  });

  it('$inc keeps ints while they fit, becomes long, and stays double', async () => {
    await things().insertOne({ _id: 1, i: 1, max: 2_147_483_647, d: new Double(1) } as Document);
    await things().updateOne({}, { $inc: { i: 1, max: 1, d: 1 } });
    const doc = await things().findOne({}, { promoteValues: false });
    expect([doc?.['i'], doc?.['max'], doc?.['d']]).toEqual([new Int32(2), Long.fromNumber(2_147_483_648), new Double(2)]);
  });

  it.each<[string, number, Document]>([
    ['an unknown modifier', 9, { $bogus: { a: 1 } }], ['$push', 9, { $push: { a: 1 } }], ['a mixture with fields', 9, { $set: { a: 1 }, b: 1 }],
    ['a changed _id', 66, { $set: { _id: 2 } }], ['a removed _id', 66, { $unset: { _id: '' } }], ['a replaced _id', 66, { _id: 2 }],
    ['two changes of one path', 40, { $set: { a: 1 }, $inc: { a: 1 } }], ['a change inside another', 40, { $set: { 'n.a': 1, n: 1 } }],
    ['$inc by text', 14, { $inc: { n: 'x' } }], ['$inc of text', 14, { $inc: { text: 1 } }], ['a path through a scalar', 28, { $set: { 'n.a': 1 } }],
    ['a name in an array', 28, { $set: { 'list.x': 1 } }], ['an empty path component', 56, { $set: { 'a..b': 1 } }],
    ['a positional operator', 2, { $set: { 'list.$': 1 } }], ['a filtered position', 2, { $set: { 'list.$[].x': 1 } }],
    ['an unsupported type', 2, { $set: { a: Decimal128.fromString('1') } }], ['a sum beyond 2^53', 2, { $inc: { big: 1 } }],
    ['a modifier without fields', 9, { $set: 1 }], ['a dollar in a replacement', 52, { a: 1, $b: 1 }],
  ])('refuse %s and leave the document alone', async (_name, code, update) => {
    const doc = { _id: 1, n: 1, text: 't', list: [1], big: Number.MAX_SAFE_INTEGER } as Document;
    await things().insertOne({ ...doc, big: Long.fromNumber(Number.MAX_SAFE_INTEGER) });
    const reply = await db().command({ update: 'things', updates: [{ q: {}, u: update }] });
    expect(reply['writeErrors']).toMatchObject([{ index: 0, code }]);
    expect(await all()).toEqual([doc]);
  });

  it('pipelines and array filters are refused', async () => {
    await things().insertOne({ a: [1] });
    expect((await refusal(things().updateOne({}, [{ $set: { a: 1 } }]))).code).toBe(9);
    expect((await refusal(things().updateOne({}, { $set: { 'a.$[x]': 1 } }, { arrayFilters: [{ x: 1 }] }))).code).toBe(40415);
  });
});

describe('update', () => {
  it('changes one or all and counts what matched and what changed', async () => {
    await things().insertMany([{ _id: 1, a: 1 }, { _id: 2, a: 1 }, { _id: 3, a: 2 }] as Document[]);
    expect(await things().updateOne({ a: 1 }, { $set: { b: 1 } })).toMatchObject({ matchedCount: 1, modifiedCount: 1 });
    expect(await things().updateMany({ a: 1 }, { $set: { b: 1 } })).toMatchObject({ matchedCount: 2, modifiedCount: 1 });
    expect(await things().updateMany({ a: 9 }, { $set: { b: 1 } })).toMatchObject({ matchedCount: 0, modifiedCount: 0, upsertedCount: 0 });
    expect(await things().replaceOne({ _id: 3 } as Document, { c: 1 })).toMatchObject({ matchedCount: 1, modifiedCount: 1 });
    expect(await all()).toEqual([{ _id: 1, a: 1, b: 1 }, { _id: 2, a: 1, b: 1 }, { _id: 3, c: 1 }]);
  });

  it('refuses to replace many', async () => {
    const reply = await db().command({ update: 'things', updates: [{ q: {}, u: { a: 1 }, multi: true }] });
    expect(reply['writeErrors']).toMatchObject([{ code: 9 }]);
  });

  it('serves as compare-and-set: of writers that saw the same version one wins', async () => {
    await things().insertOne({ _id: 1, version: 1 } as Document);
    const results = await Promise.all(Array.from({ length: 8 }, (_, n) => things().updateOne({ _id: 1, version: 1 } as Document, { $set: { winner: n }, $inc: { version: 1 } })));
    expect(results.filter(({ modifiedCount }) => modifiedCount === 1)).toHaveLength(1);
    expect((await all())[0]).toMatchObject({ version: 2 });
  });
});

describe('upsert', () => {
  it('inserts the query\'s equalities and the change where nothing matches, once', async () => {
    const write = (): Promise<unknown> => things().updateOne({ _id: 'k', 'a.b': 1, c: { $eq: 2 }, d: { $gt: 5 }, $and: [{ e: 3 }] } as Document, { $set: { f: 1 }, $inc: { n: 1 }, $setOnInsert: { born: true } }, { upsert: true });
    expect(await write()).toMatchObject({ matchedCount: 0, upsertedCount: 1, upsertedId: 'k' });
    expect(await all()).toEqual([{ _id: 'k', a: { b: 1 }, c: 2, e: 3, f: 1, n: 1, born: true }]);
  });

  it('changes what matches and leaves $setOnInsert aside', async () => {
    const write = (): Promise<unknown> => things().updateOne({ _id: 'k' } as Document, { $inc: { n: 1 }, $setOnInsert: { born: true } }, { upsert: true });
    await write();
    expect(await write()).toMatchObject({ matchedCount: 1, modifiedCount: 1, upsertedCount: 0 });
    expect(await all()).toEqual([{ _id: 'k', born: true, n: 2 }]);
  });

  it('makes up an _id and reports it; a replacement takes only the query\'s _id', async () => {
    const made = await things().updateOne({ a: 1 }, { $set: { b: 1 } }, { upsert: true });
    expect(await things().findOne({ _id: made.upsertedId as never })).toMatchObject({ a: 1, b: 1 });
    await things().replaceOne({ _id: 5, z: 1 } as Document, { c: 1 }, { upsert: true });
    expect(await things().findOne({ _id: 5 } as Document)).toEqual({ _id: 5, c: 1 });
  });

  it('refuses two values for one path and an _id that differs', async () => {
    const twice = await db().command({ update: 'things', updates: [{ q: { $and: [{ a: 1 }, { a: 2 }] }, u: { $set: { b: 1 } }, upsert: true }] });
    expect(twice['writeErrors']).toMatchObject([{ code: 54 }]);
    const other = await db().command({ update: 'things', updates: [{ q: { _id: 1 }, u: { $set: { _id: 2 } }, upsert: true }] });
    expect(other['writeErrors']).toMatchObject([{ code: 66 }]);
    expect(await all()).toEqual([]);
  });
});

describe('delete', () => {
  it('removes one or all', async () => {
    await things().insertMany([{ a: 1 }, { a: 1 }, { a: 1 }, { a: 2 }]);
    expect(await things().deleteOne({ a: 1 })).toMatchObject({ deletedCount: 1 });
    expect(await things().deleteMany({ a: 1 })).toMatchObject({ deletedCount: 2 });
    expect(await things().deleteMany({ a: 1 })).toMatchObject({ deletedCount: 0 });
    expect(await things().countDocuments()).toBe(1);
  });
});

describe('bulkWrite', () => {
  it('mixes operations and reports each', async () => {
    const result = await things().bulkWrite([
      { insertOne: { document: { _id: 1, a: 1 } as Document } }, { updateOne: { filter: { _id: 1 } as Document, update: { $inc: { a: 1 } } } },
      { updateOne: { filter: { _id: 2 } as Document, update: { $set: { a: 1 } }, upsert: true } }, { deleteOne: { filter: { _id: 1 } as Document } },
    ]);
    expect(result).toMatchObject({ insertedCount: 1, matchedCount: 1, modifiedCount: 1, upsertedCount: 1, deletedCount: 1, upsertedIds: { 2: 2 } });
  });

  it('applies a thousand upserts in one command', async () => {
    const ops = Array.from({ length: 1000 }, (_, n) => ({ updateOne: { filter: { _id: n % 100 } as Document, update: { $inc: { n: 1 } }, upsert: true } }));
    await things().bulkWrite(ops, { ordered: false });
    expect(await things().countDocuments({ n: 10 })).toBe(100);
  });

  it('goes on behind a refusal when unordered', async () => {
    const ops = [1, 1, 2].map((id) => ({ insertOne: { document: { _id: id } as unknown as Document } }));
    expect(await refusal(things().bulkWrite(ops, { ordered: false }))).toMatchObject({ code: 11000 });
    expect(await things().countDocuments()).toBe(2);
  });
});

describe('write concerns', () => {
  it('j: true, majority and w: 0 are honoured', async () => {
    await things().insertOne({ _id: 1 } as Document, { writeConcern: { w: 'majority', j: true } });
    await things().insertOne({ _id: 2 } as Document, { writeConcern: { w: 0 } });
    await expect.poll(() => things().countDocuments()).toBe(2);
  });

  it('more than one server is refused', async () => {
    expect((await refusal(things().insertOne({}, { writeConcern: { w: 2 } }))).code).toBe(2);
  });
});
