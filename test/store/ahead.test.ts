import { MongoClient, type Collection } from 'mongodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { ahead } from '../../src/stores/ahead.js';
import { openThrowAwayStore } from '../support/store.js';

interface Numbered {
  _id: number;
}

describe('a cursor read ahead', () => {
  let store: Awaited<ReturnType<typeof openThrowAwayStore>>;
  let client: MongoClient;
  let numbers: Collection<Numbered>;

  beforeAll(async () => {
    store = await openThrowAwayStore();
    client = new MongoClient(store.address.uri);
    numbers = client.db(store.address.database).collection<Numbered>('numbers');
    await numbers.insertMany(Array.from({ length: 25 }, (_, _id) => ({ _id })));
  });

  afterAll(async () => {
    await client.close();
    await store.close();
  });

  const sizesOf = async (filter: object, batchSize: number): Promise<readonly number[]> => {
    const sizes: number[] = [];
    for await (const batch of ahead(numbers.find(filter, { batchSize }))) sizes.push(batch.length);
    return sizes;
  };

  it('gives every document once, in batches', async () => {
    expect(await sizesOf({}, 10)).toEqual([10, 10, 5]);
    expect(await sizesOf({}, 5)).toEqual([5, 5, 5, 5, 5]);
    expect(await sizesOf({}, 100)).toEqual([25]);
    expect(await sizesOf({ _id: -1 }, 10)).toEqual([]);
  });

  it('is closed at the store when its reader stops early', async () => {
    const cursor = numbers.find({}, { batchSize: 4 });
    for await (const batch of ahead(cursor)) if (batch.length === 4) break;
    expect(cursor.killed).toBe(true);
  });

  it('passes on what goes wrong, after the batches that arrived', async () => {
    await expect(ahead(numbers.find({ $unheardOf: 1 })).next()).rejects.toThrow(/unheardOf/);
    const cursor = numbers.find({}, { batchSize: 10 });
    const batches = ahead(cursor);
    await batches.next();
    await batches.next();
    const lost = new Error('the connection is gone');
    cursor.hasNext = async () => Promise.reject(lost);
    expect((await batches.next()).value).toHaveLength(5);
    await expect(batches.next()).rejects.toBe(lost);
  });
});
