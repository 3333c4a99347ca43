import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { forgetEmbeddedStore, startEmbeddedStore, StoreInUseError } from '../../src/embedded/index.js';
import { useDirectories, withStore } from './running-store.js';

const directories = useDirectories();

const fill = (directory: string): Promise<void> =>
  withStore(directory, async (db) => { await db.collection('things').insertOne({ a: 1 }); });

describe('throwing a store away', () => {
  it('removes what the store holds and nothing else in its directory', async () => {
    const directory = directories();
    await fill(directory);
    writeFileSync(join(directory, 'holiday.jpg'), 'mine');
    writeFileSync(join(directory, 'data-1.log.backup'), 'mine too');
    forgetEmbeddedStore(directory);
    expect(readdirSync(directory).sort()).toEqual(['data-1.log.backup', 'holiday.jpg']);
    await withStore(directory, async (db) => { expect(await db.collection('things').countDocuments()).toBe(0); });
  });

  it('is refused while the store is running, and costs it nothing', async () => {
    const directory = directories();
    await fill(directory);
    const store = await startEmbeddedStore({ directory });
    expect(() => { forgetEmbeddedStore(directory); }).toThrow(StoreInUseError);
    await store.close();
    await withStore(directory, async (db) => { expect(await db.collection('things').countDocuments()).toBe(1); });
  });

  it('does nothing where there is no directory', () => {
    const directory = join(directories(), 'never-made');
    forgetEmbeddedStore(directory);
    expect(() => readdirSync(directory)).toThrow('ENOENT');
  });
});
