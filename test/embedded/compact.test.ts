import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Document } from 'mongodb';
import { describe, expect, it } from 'vitest';
import { refusal, useDirectories, useStore, withStore } from './running-store.js';

const directories = useDirectories();

function filesHolding(directory: string, text: string): string[] {
  return readdirSync(directory).filter((name) => readFileSync(join(directory, name)).includes(text));
}

describe('compact', () => {
  const { db } = useStore();

  it('removes from the files what was removed from any collection', async () => {
    const directory = directories();
    await withStore(directory, async (shop) => {
      await shop.collection('things').insertMany([{ _id: 1, a: 'MARGARET' }, { _id: 2, a: 'stays' }] as Document[]);
      await shop.collection('others').insertOne({ a: 'MARGARET' });
      await shop.collection('things').deleteOne({ _id: 1 } as Document);
      await shop.collection('others').deleteMany({});
      expect(filesHolding(directory, 'MARGARET')).toHaveLength(1);
      expect(await shop.command({ compact: 'things' })).toMatchObject({ ok: 1 });
      expect(filesHolding(directory, 'MARGARET')).toEqual([]);
    });
    await withStore(directory, async (shop) => {
      expect(await shop.collection('things').find().toArray()).toEqual([{ _id: 2, a: 'stays' }]);
    });
  });

  it('may be asked for while writers write, and what is acknowledged stays', async () => {
    const directory = directories();
    const ids = Array.from({ length: 400 }, (_, id) => id);
    await withStore(directory, async (shop) => {
      await shop.collection('things').insertOne({ a: 'MARGARET' });
      await shop.collection('things').deleteMany({ a: 'MARGARET' });
      const writing = ids.map(async (id) => {
        await shop.collection('things').insertOne({ _id: id, a: 'x' } as Document);
        if (id % 2 === 1) await shop.collection('things').deleteOne({ _id: id } as Document);
        if (id % 100 === 0) await shop.command({ compact: 'things' });
      });
      await Promise.all(writing);
      expect(filesHolding(directory, 'MARGARET')).toEqual([]);
    });
    await withStore(directory, async (shop) => {
      const held = await shop.collection('things').find().sort({ _id: 1 }).toArray();
      expect(held.map(({ _id }) => _id as unknown)).toEqual(ids.filter((id) => id % 2 === 0));
    });
  });

  it('is refused for a collection that does not exist, as MongoDB refuses it', async () => {
    expect(await refusal(db().command({ compact: 'nothing' }))).toMatchObject({ code: 26, codeName: 'NamespaceNotFound' });
  });

  it('takes no option that it does not understand', async () => {
    await db().collection('things').insertOne({});
    expect(await refusal(db().command({ compact: 'things', freeSpaceTargetMB: 1 }))).toMatchObject({ code: 40415 });
    expect(await refusal(db().command({ compact: 1 }))).toMatchObject({ code: 73 });
  });

  it('of a store in memory has nothing to do', async () => {
    await db().collection('things').insertOne({});
    expect(await db().command({ compact: 'things' })).toMatchObject({ ok: 1 });
  });
});
