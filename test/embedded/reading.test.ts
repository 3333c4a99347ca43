import { Binary, Double, Int32, Long, ObjectId, type Document } from 'mongodb';
import { describe, expect, it } from 'vitest';
import { refusal, useStore } from './running-store.js';

const { db } = useStore();
const things = (): ReturnType<ReturnType<typeof db>['collection']> => db().collection('things');
const ids = (docs: Document[]): unknown[] => docs.map((doc) => doc['_id']);

async function numbered(count: number): Promise<void> {
  await things().insertMany(Array.from({ length: count }, (_, n) => ({ _id: n, n, mod: n % 3 }) as Document));
}

describe('values', () => {
  it('come back with the types they were stored with', async () => {
    const doc = { _id: new ObjectId(), i: new Int32(5), d: new Double(5), l: Long.fromNumber(2 ** 40), s: 'é\u{1F600}', t: true, z: null, at: new Date(86_400_000), bin: new Binary(Buffer.from('xy'), 4), list: [1, [2], { a: [] }], sub: { deep: { er: 1.5 } }, empty: {} };
    await things().insertOne(doc);
    const exact = await things().findOne({}, { promoteValues: false });
    expect(exact).toEqual({ ...doc, list: [new Int32(1), [new Int32(2)], { a: [] }], sub: { deep: { er: new Double(1.5) } } });
  });

  it('keep their types through an update of another field', async () => {
    await things().insertOne({ d: new Double(5), l: Long.fromNumber(7), i: new Int32(1) });
    await things().updateOne({}, { $set: { touched: true } });
    const exact = await things().findOne({}, { promoteValues: false });
    expect([exact?.['d'], exact?.['l'], exact?.['i']]).toEqual([new Double(5), Long.fromNumber(7), new Int32(1)]);
  });
});

describe('sort', () => {
  it('follows BSON\'s order of types, with missing as null', async () => {
    await things().insertMany([{ _id: 'date', a: new Date(0) }, { _id: 'bool', a: false }, { _id: 'oid', a: new ObjectId() }, { _id: 'bin', a: new Binary(Buffer.alloc(1)) }, { _id: 'emptyArray', a: [] }, { _id: 'doc', a: {} }, { _id: 'text', a: '' }, { _id: 'number', a: 0 }, { _id: 'missing' }] as Document[]);
    const order = ['emptyArray', 'missing', 'number', 'text', 'doc', 'bin', 'oid', 'bool', 'date'];
    expect(ids(await things().find().sort({ a: 1 }).toArray())).toEqual(order);
    expect(ids(await things().find().sort({ a: -1 }).toArray())).toEqual(order.toReversed());
  });

  it('takes an array\'s smallest element upwards and its largest downwards', async () => {
    await things().insertMany([{ _id: 1, a: [5, 1] }, { _id: 2, a: 3 }] as Document[]);
    expect(ids(await things().find().sort({ a: 1 }).toArray())).toEqual([1, 2]);
    expect(ids(await things().find().sort({ a: -1 }).toArray())).toEqual([1, 2]);
  });

  it('orders by several fields, with skip and limit after it', async () => {
    await numbered(9);
    expect(ids(await things().find().sort({ mod: 1, n: -1 }).toArray())).toEqual([6, 3, 0, 7, 4, 1, 8, 5, 2]);
    expect(ids(await things().find().sort({ mod: 1, n: -1 }).skip(2).limit(3).toArray())).toEqual([0, 7, 4]);
  });

  it('refuses other directions', async () => {
    const error = await refusal(db().command({ find: 'things', sort: { a: 2 } }));
    expect(error.codeName).toBe('BadValue');
  });
});

describe('projection', () => {
  const doc = { _id: 1, a: 1, b: { c: 2, d: 3 }, list: [{ x: 1, y: 2 }, 7, { y: 3 }] } as Document;

  it.each<[string, Document, Document]>([
    ['included fields and _id', { a: 1 }, { _id: 1, a: 1 }],
    ['included fields without _id', { a: true, _id: 0 }, { a: 1 }],
    ['only _id', { _id: 1 }, { _id: 1 }],
    ['all but excluded fields', { b: 0, list: 0 }, { _id: 1, a: 1 }],
    ['all but _id', { _id: 0, list: 0, b: 0 }, { a: 1 }],
    ['parts of sub-documents and of arrays\' documents', { 'b.c': 1, 'list.x': 1 }, { _id: 1, b: { c: 2 }, list: [{ x: 1 }, {}] }],
    ['all but parts', { 'b.c': 0, 'list.x': 0 }, { _id: 1, a: 1, b: { d: 3 }, list: [{ y: 2 }, 7, { y: 3 }] }],
  ])('returns %s', async (_name, projection, expected) => {
    await things().insertOne(doc);
    expect(await things().findOne({}, { projection })).toEqual(expected);
  });

  it.each<[number, Document]>([[31254, { a: 1, b: 0 }], [31253, { a: 0, b: 1 }], [31249, { 'b.c': 1, b: 1 }], [2, { list: { $slice: 1 } }], [2, { 'list.$': 1 }]])('is refused with %i for %j', async (code, projection) => {
    expect((await refusal(things().find({}, { projection }).toArray())).code).toBe(code);
  });
});

describe('cursors', () => {
  it('deliver large results in batches, as the documents were when the cursor was opened', async () => {
    await numbered(1000);
    const cursor = things().find().batchSize(10);
    const first = await cursor.next();
    await things().updateMany({}, { $set: { n: -1 } });
    await things().deleteMany({});
    const rest = await cursor.toArray();
    expect([first, ...rest].map((doc) => doc?.['n'])).toEqual(Array.from({ length: 1000 }, (_, n) => n));
  });

  it('start empty with a batch size of zero and go on', async () => {
    await numbered(3);
    const opened = await db().command({ find: 'things', batchSize: 0 });
    expect(opened['cursor'].firstBatch).toEqual([]);
    const more = await db().command({ getMore: opened['cursor'].id, collection: 'things' });
    expect(ids(more['cursor'].nextBatch)).toEqual([0, 1, 2]);
    expect(Number(more['cursor'].id)).toBe(0);
  });

  it('end after one batch where a single one is asked for', async () => {
    await numbered(5);
    const reply = await db().command({ find: 'things', batchSize: 2, singleBatch: true }, { promoteLongs: false });
    expect(reply['cursor'].id).toEqual(Long.ZERO);
    expect(reply['cursor'].firstBatch).toHaveLength(2);
  });

  it('are gone once killed, with CursorNotFound', async () => {
    await numbered(5);
    const opened = await db().command({ find: 'things', batchSize: 2 }, { promoteLongs: false });
    const id: Long = opened['cursor'].id;
    const killed = await db().command({ killCursors: 'things', cursors: [id] }, { promoteLongs: false });
    expect(killed['cursorsKilled']).toEqual([id]);
    const error = await refusal(db().command({ getMore: id, collection: 'things' }));
    expect([error.code, error.codeName]).toEqual([43, 'CursorNotFound']);
  });

  it('keep a batch below 16 MiB', async () => {
    const pad = 'x'.repeat(5_000_000);
    await things().insertMany(Array.from({ length: 5 }, (_, n) => ({ _id: n, pad }) as Document));
    const opened = await db().command({ find: 'things' });
    expect(opened['cursor'].firstBatch).toHaveLength(3);
    expect(ids(await things().find({}, { projection: { _id: 1 } }).toArray())).toEqual([0, 1, 2, 3, 4]);
  });
});

describe('counting and distinct values', () => {
  it('count with and without a condition, skip and limit', async () => {
    await numbered(10);
    expect(await things().estimatedDocumentCount()).toBe(10);
    expect(await things().countDocuments({ mod: 0 })).toBe(4);
    expect(await things().countDocuments({ mod: 0 }, { skip: 1, limit: 2 })).toBe(2);
    expect(await things().countDocuments({ mod: 9 })).toBe(0);
    expect((await db().command({ count: 'things', query: { mod: 1 }, skip: 1 }))['n']).toBe(2);
    expect(await db().collection('nothing').countDocuments()).toBe(0);
  });

  it('distinct gives each value once, elements of arrays one by one', async () => {
    await things().insertMany([{ a: [1, 2], b: 1 }, { a: 2 }, { a: null }, {}, { a: [] }, { a: 'x', b: 1 }] as Document[]);
    expect(await things().distinct('a')).toEqual([1, 2, null, 'x']);
    expect(await things().distinct('a', { b: 1 })).toEqual([1, 2, 'x']);
  });

  it.each<[number, Document[]]>([[40324, [{ $lookup: {} }]], [238, [{ $match: {} }]], [238, [{ $match: {} }, { $group: { _id: '$a', n: { $sum: 1 } } }]], [40324, [{ $out: 'x' }]]])('any other aggregation is refused with %i', async (code, pipeline) => {
    expect((await refusal(things().aggregate(pipeline).toArray())).code).toBe(code);
  });
});

describe('time limits', () => {
  it('end a scan that takes longer than allowed with MaxTimeMSExpired', async () => {
    const pad = Object.fromEntries(Array.from({ length: 100 }, (_, n) => [`field${String(n)}`, n]));
    await things().insertMany(Array.from({ length: 5000 }, () => ({ ...pad })));
    const error = await refusal(things().find({ nothing: 1 }, { maxTimeMS: 1 }).toArray());
    expect([error.code, error.codeName]).toEqual([50, 'MaxTimeMSExpired']);
    expect(await things().countDocuments({ nothing: 1 }, { maxTimeMS: 60_000 })).toBe(0);
  });
});
