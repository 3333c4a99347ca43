import type { Document } from 'mongodb';
import { beforeEach, describe, expect, it } from 'vitest';
import { refusal, useStore } from './running-store.js';

const { db } = useStore();
const things = (): ReturnType<ReturnType<typeof db>['collection']> => db().collection('things');

beforeEach(() => things().insertMany([{ _id: 1, rank: 2, a: 1 }, { _id: 2, rank: 1, a: 1 }] as Document[]));

describe('findOneAndUpdate', () => {
  it('changes the first in order and returns it as it was or as it became', async () => {
    expect(await things().findOneAndUpdate({ a: 1 }, { $inc: { a: 1 } }, { sort: { rank: 1 } })).toEqual({ _id: 2, rank: 1, a: 1 });
    expect(await things().findOneAndUpdate({ a: 2 }, { $inc: { a: 1 } }, { returnDocument: 'after', projection: { a: 1 } })).toEqual({ _id: 2, a: 3 });
  });

  it('returns nothing where nothing matches', async () => {
    expect(await things().findOneAndUpdate({ a: 9 }, { $inc: { a: 1 } })).toBeNull();
  });

  it('inserts with upsert, and says so', async () => {
    const result = await things().findOneAndUpdate({ _id: 9 } as Document, { $set: { a: 1 } }, { upsert: true, returnDocument: 'after', includeResultMetadata: true });
    expect(result).toMatchObject({ value: { _id: 9, a: 1 }, lastErrorObject: { n: 1, updatedExisting: false, upserted: 9 } });
    expect(await things().findOneAndUpdate({ _id: 10 } as Document, { $set: { a: 1 } }, { upsert: true })).toBeNull();
  });
});

describe('findOneAndReplace and findOneAndDelete', () => {
  it('replace', async () => {
    expect(await things().findOneAndReplace({ _id: 1 } as Document, { b: 1 }, { returnDocument: 'after' })).toEqual({ _id: 1, b: 1 });
  });

  it('delete', async () => {
    expect(await things().findOneAndDelete({ a: 1 }, { sort: { rank: -1 } })).toEqual({ _id: 1, rank: 2, a: 1 });
    expect(await things().findOneAndDelete({ a: 7 })).toBeNull();
    expect(await things().countDocuments()).toBe(1);
  });
});

describe('refusals', () => {
  it('a duplicate key is the command\'s own error, and nothing changes', async () => {
    await things().createIndex({ rank: 1 }, { unique: true });
    expect(await refusal(things().findOneAndUpdate({ _id: 1 } as Document, { $set: { rank: 1 } }))).toMatchObject({ code: 11000, keyPattern: { rank: 1 }, keyValue: { rank: 1 } });
    expect(await things().findOne({ _id: 1 } as Document)).toMatchObject({ rank: 2 });
  });

  it.each<[number, Document]>([[9, { remove: true, update: { a: 1 } }], [9, {}], [9, { remove: true, new: true }], [40415, { update: { a: 1 }, collation: {} }], [9, { update: { $push: { a: 1 } }, query: { a: 99 } }]])('%i for %j', async (code, fields) => {
    expect((await refusal(db().command({ findAndModify: 'things', ...fields }))).code).toBe(code);
  });
});
