import type { Document } from 'mongodb';
import { describe, expect, it } from 'vitest';
import { refusal, useStore } from './running-store.js';

const { db } = useStore();
const things = (): ReturnType<ReturnType<typeof db>['collection']> => db().collection('things');

describe('createIndexes and listIndexes', () => {
  it('lists what was created, and creating it again changes nothing', async () => {
    expect(await things().createIndex({ a: 1, b: -1 }, { name: 'ab', unique: true })).toBe('ab');
    expect(await things().createIndex({ a: 1, b: -1 }, { name: 'ab', unique: true })).toBe('ab');
    expect(await things().listIndexes().toArray()).toEqual([{ v: 2, key: { _id: 1 }, name: '_id_' }, { v: 2, key: { a: 1, b: -1 }, name: 'ab', unique: true }]);
  });

  it('listing the indexes of nothing is NamespaceNotFound', async () => {
    expect((await refusal(db().collection('nothing').listIndexes().toArray())).code).toBe(26);
  });

  it.each<[string, number, Document]>([
    ['a text index', 67, { key: { a: 'text' }, name: 'x' }], ['a hashed index', 67, { key: { a: 'hashed' }, name: 'x' }],
    ['a partial index', 67, { key: { a: 1 }, name: 'x', partialFilterExpression: { a: 1 } }], ['an expiring index', 67, { key: { a: 1 }, name: 'x', expireAfterSeconds: 1 }],
    ['a sparse index', 67, { key: { a: 1 }, name: 'x', sparse: true }], ['a wildcard', 67, { key: { 'a.$**': 1 }, name: 'x' }], ['an array position', 67, { key: { 'a.0': 1 }, name: 'x' }],
    ['an unknown option', 197, { key: { a: 1 }, name: 'x', bogus: 1 }], ['a missing name', 9, { key: { a: 1 } }], ['a direction of zero', 67, { key: { a: 0 }, name: 'x' }],
    ['another index by this name', 86, { key: { z: 1 }, name: 'taken' }], ['this index by another name', 85, { key: { taken: 1 }, name: 'x' }], ['this index made unique', 85, { key: { taken: 1 }, name: 'taken', unique: true }],
  ])('%s is refused', async (_name, code, index) => {
    await things().createIndex({ taken: 1 }, { name: 'taken' });
    expect((await refusal(db().command({ createIndexes: 'things', indexes: [index] }))).code).toBe(code);
    expect(await things().listIndexes().toArray()).toHaveLength(2);
  });
});

describe('a unique index', () => {
  it('refuses a second document with the same values, also by update, and takes missing for null', async () => {
    await things().createIndex({ a: 1, b: 1 }, { unique: true, name: 'ab' });
    await things().insertMany([{ _id: 1, a: 1, b: 1 }, { _id: 2, a: 1, b: 2 }, { _id: 3, a: 1 }] as Document[]);
    expect(await refusal(things().insertOne({ a: 1, b: 1 }))).toMatchObject({ code: 11000, keyPattern: { a: 1, b: 1 }, keyValue: { a: 1, b: 1 } });
    expect(await refusal(things().insertOne({ a: 1, b: null }))).toMatchObject({ code: 11000, keyValue: { a: 1, b: null } });
    expect(await refusal(things().updateOne({ _id: 2 } as Document, { $set: { b: 1 } }))).toMatchObject({ code: 11000 });
    expect(await things().find({ a: 1, b: 2 }).toArray()).toEqual([{ _id: 2, a: 1, b: 2 }]);
  });

  it('refuses an element that another document\'s array holds, and frees values that are gone', async () => {
    await things().createIndex({ tags: 1 }, { unique: true });
    await things().insertMany([{ _id: 1, tags: ['x', 'x', 'y'] }, { _id: 2, tags: ['z'] }] as Document[]);
    expect((await refusal(things().insertOne({ tags: ['q', 'y'] }))).code).toBe(11000);
    await things().updateOne({ _id: 1 } as Document, { $set: { tags: ['x'] } });
    await things().deleteOne({ _id: 2 } as Document);
    await things().insertOne({ tags: ['y', 'z'] });
    expect(await things().countDocuments({ tags: 'y' })).toBe(1);
  });

  it('cannot be built over duplicates, and leaves no trace then', async () => {
    await things().insertMany([{ a: 1 }, { a: 1 }]);
    expect((await refusal(things().createIndex({ a: 1 }, { unique: true }))).code).toBe(11000);
    expect(await things().listIndexes().toArray()).toHaveLength(1);
  });
});

describe('arrays in two fields of one index', () => {
  it('are refused', async () => {
    await things().createIndex({ a: 1, b: 1 });
    expect((await refusal(things().insertOne({ a: [1, 2], b: [1, 2] }))).code).toBe(171);
  });
});

describe('collections', () => {
  it('are listed, dropped one by one and with their database', async () => {
    await db().collection('b').insertOne({});
    await db().collection('a').createIndex({ x: 1 });
    expect(await db().listCollections().toArray()).toMatchObject([{ name: 'a', type: 'collection' }, { name: 'b', type: 'collection' }]);
    expect(await db().listCollections({ name: 'b' }, { nameOnly: true }).toArray()).toEqual([{ name: 'b', type: 'collection' }]);
    await db().collection('a').drop();
    expect(await db().collection('a').drop()).toBe(true);
    expect(await db().listCollections().toArray()).toHaveLength(1);
    await db().dropDatabase();
    expect(await db().listCollections().toArray()).toEqual([]);
  });

  it.each(['', 'system.users', 'a$b'])('may not be called "%s"', async (name) => {
    expect((await refusal(db().command({ insert: name, documents: [{}] }))).code).toBe(73);
  });
});
