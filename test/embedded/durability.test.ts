import { appendFileSync, readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Document } from 'mongodb';
import { describe, expect, it } from 'vitest';
import { LogDamagedError, startEmbeddedStore } from '../../src/embedded/index.js';
import { refusal, useDirectories, withStore } from './running-store.js';

const directories = useDirectories();

function logOf(directory: string): string {
  return join(directory, readdirSync(directory).find((name) => name.endsWith('.log')) ?? '');
}

async function filled(): Promise<string> {
  const directory = directories();
  await withStore(directory, async (db) => {
    for (let id = 0; id < 20; id += 1) await db.collection('things').insertOne({ _id: id, text: `text number ${String(id)}` } as Document);
  });
  return directory;
}

function idsIn(directory: string): Promise<unknown[]> {
  return withStore(directory, async (db) => (await db.collection('things').find().toArray()).map(({ _id }) => _id));
}

const upTo = (count: number): number[] => Array.from({ length: count }, (_, id) => id);

describe('a restart', () => {
  it('brings back documents, updates, deletes, indexes and drops', async () => {
    const directory = directories();
    await withStore(directory, async (db) => {
      await db.collection('things').createIndex({ a: 1, b: -1 }, { unique: true, name: 'ab' });
      await db.collection('things').insertMany([{ _id: 1, a: 1 }, { _id: 2, a: 2 }, { _id: 3, a: 3 }] as Document[]);
      await db.collection('things').updateMany({ a: { $gt: 1 } }, { $inc: { a: 10 } });
      await db.collection('things').deleteOne({ _id: 1 } as Document);
      await db.collection('gone').insertOne({ a: 1 });
      await db.collection('gone').drop();
    });
    await withStore(directory, async (db) => {
      expect(await db.collection('things').find().toArray()).toEqual([{ _id: 2, a: 12 }, { _id: 3, a: 13 }]);
      expect((await refusal(db.collection('things').insertOne({ a: 12 }))).code).toBe(11000);
      expect((await db.listCollections().toArray()).map(({ name }) => name as string)).toEqual(['things']);
    });
  });

  it('keeps what an ordered batch did before its refusal', async () => {
    const directory = directories();
    await withStore(directory, (db) => refusal(db.collection('things').insertMany([{ _id: 0 }, { _id: 1 }, { _id: 1 }] as unknown as Document[])));
    expect(await idsIn(directory)).toEqual([0, 1]);
  });

  it('takes data and directory as private to their owner', async () => {
    const directory = join(directories(), 'made');
    await withStore(directory, (db) => db.collection('things').insertOne({}));
    expect(statSync(directory).mode & 0o077).toBe(0);
    expect(statSync(logOf(directory)).mode & 0o077).toBe(0);
  });
});

describe('an unfinished write at the end', () => {
  it.each([1, 5, 11, 40, 100, 150])('of which %i bytes are missing is cut off, and the rest is there', async (missing) => {
    const directory = await filled();
    truncateSync(logOf(directory), statSync(logOf(directory)).size - missing);
    expect(await idsIn(directory)).toEqual(upTo(missing === 150 ? 18 : 19));
    expect(await idsIn(directory)).toEqual(upTo(missing === 150 ? 18 : 19));
  });

  it('of any rubbish is cut off, and new writes follow what was whole', async () => {
    const directory = await filled();
    appendFileSync(logOf(directory), Buffer.concat([readFileSync(logOf(directory)).subarray(12, 16), Buffer.alloc(50, 0x7f)]));
    await withStore(directory, (db) => db.collection('things').insertOne({ _id: 20 } as Document));
    expect(await idsIn(directory)).toEqual(upTo(21));
  });
});

describe('damage before the end', () => {
  it('keeps the store from starting, names file and byte, and changes nothing', async () => {
    const directory = await filled();
    const bytes = readFileSync(logOf(directory));
    bytes.writeUInt8(bytes.readUInt8(1000) ^ 1, 1000);
    writeFileSync(logOf(directory), bytes);
    const error = await startEmbeddedStore({ directory }).then(() => undefined, (caught: unknown) => caught);
    expect(error).toBeInstanceOf(LogDamagedError);
    expect(error).toMatchObject({ file: logOf(directory), offset: expect.any(Number) as number });
    expect(String(error)).toMatch(/data-1\.log at byte \d+/);
    expect(readFileSync(logOf(directory)).equals(bytes)).toBe(true);
    expect(readdirSync(directory)).toEqual(['data-1.log']);
  });

  it('is noticed in a record\'s length too, and in a file that is no log', async () => {
    const directory = await filled();
    const bytes = readFileSync(logOf(directory));
    bytes.writeUInt32LE(0xfffffff, bytes.indexOf(bytes.subarray(12, 16), 200) + 4);
    writeFileSync(logOf(directory), bytes);
    await expect(startEmbeddedStore({ directory })).rejects.toBeInstanceOf(LogDamagedError);
    writeFileSync(logOf(directory), 'something else entirely');
    await expect(startEmbeddedStore({ directory })).rejects.toThrow('at byte 0');
  });
});

describe('compaction', () => {
  it('removes deleted data from the files and keeps everything that lives', async () => {
    const directory = directories();
    await withStore(directory, async (db, store) => {
      await db.collection('things').createIndex({ a: 1 }, { unique: true });
      await db.collection('things').insertMany([{ _id: 1, a: 'MARGARET' }, { _id: 2, a: 'stays' }] as Document[]);
      await db.collection('empty').createIndex({ x: 1 });
      await db.collection('things').deleteOne({ _id: 1 } as Document);
      expect(readFileSync(logOf(directory)).includes('MARGARET')).toBe(true);
      await store.compact();
      expect(readdirSync(directory).toSorted()).toEqual(['data-2.log', 'store.lock']);
      expect(readFileSync(logOf(directory)).includes('MARGARET')).toBe(false);
      await db.collection('things').insertOne({ _id: 3, a: 'after' } as Document);
    });
    await withStore(directory, async (db) => {
      expect(await db.collection('things').find().toArray()).toEqual([{ _id: 2, a: 'stays' }, { _id: 3, a: 'after' }]);
      expect((await refusal(db.collection('things').insertOne({ a: 'stays' }))).code).toBe(11000);
      expect(await db.collection('empty').listIndexes().toArray()).toHaveLength(2);
    });
  });

  it('may run while others write, insert, delete, drop and swap unique values', async () => {
    const directory = directories();
    const expected = await withStore(directory, async (db, store) => {
      const things = db.collection<{ _id: number; u: number; pad: string }>('things');
      await things.createIndex({ u: 1 }, { unique: true });
      await things.insertMany(Array.from({ length: 3000 }, (_, n) => ({ _id: n, u: n, pad: 'x'.repeat(1000) })));
      const compacting = Promise.all([store.compact(), store.compact()]);
      for (let n = 0; n < 300; n += 1) {
        await things.updateOne({ _id: n }, { $set: { u: -1 } });
        await things.updateOne({ _id: 2999 - n }, { $set: { u: n } });
        await things.updateOne({ _id: n }, { $set: { u: 2999 - n } });
        if (n % 100 === 50) await things.insertOne({ _id: 10_000 + n, u: 10_000 + n, pad: '' });
      }
      await db.collection('other').insertOne({ a: 1 });
      await db.collection('other').drop();
      await compacting;
      return things.find().sort({ _id: 1 }).toArray();
    });
    await withStore(directory, async (db) => {
      expect(await db.collection('things').find().sort({ _id: 1 }).toArray()).toEqual(expected);
    });
  });

  it('happens by itself when the log is mostly dead weight', async () => {
    const directory = directories();
    await withStore(directory, async (db) => {
      for (let n = 0; n < 12; n += 1) await db.collection('things').replaceOne({ _id: 1 } as Document, { n, pad: 'x'.repeat(2_000_000) }, { upsert: true });
      await expect.poll(() => readdirSync(directory), { timeout: 10_000 }).toContain('data-2.log');
    });
    await withStore(directory, async (db) => {
      expect(await db.collection('things').findOne({}, { projection: { n: 1 } })).toEqual({ _id: 1, n: 11 });
    });
    expect(statSync(logOf(directory)).size).toBeLessThan(16 * 1024 * 1024);
  });

  it('that was cut short leaves the old log in use', async () => {
    const directory = await filled();
    writeFileSync(join(directory, 'data-2.log.tmp'), 'half a snapshot');
    expect(await idsIn(directory)).toEqual(upTo(20));
    expect(readdirSync(directory)).toEqual(['data-1.log']);
  });

  it('that was finished but not cleaned up after leaves the new log in use', async () => {
    const directory = await filled();
    writeFileSync(join(directory, 'data-2.log'), readFileSync(logOf(directory)));
    writeFileSync(join(directory, 'data-1.log'), 'superseded');
    expect(await idsIn(directory)).toEqual(upTo(20));
    expect(readdirSync(directory)).toEqual(['data-2.log']);
  });

  it('of a store in memory does nothing', async () => {
    const store = await startEmbeddedStore();
    await expect(store.compact()).resolves.toBeUndefined();
    await store.close();
  });
});

describe('a closed store', () => {
  it('does not touch its directory any more', async () => {
    const directory = directories();
    const store = await startEmbeddedStore({ directory });
    await Promise.all([store.close(), store.close()]);
    await expect(store.compact()).rejects.toThrow('closed');
    expect(readdirSync(directory)).toEqual(['data-1.log']);
  });
});
