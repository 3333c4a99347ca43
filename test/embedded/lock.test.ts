import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { MongoClient } from 'mongodb';
import { describe, expect, it } from 'vitest';
import { startEmbeddedStore, StoreInUseError, type EmbeddedStore, type EmbeddedStoreOptions } from '../../src/embedded/index.js';
import { startChild } from './child-store.js';
import { useCompiledStore } from './compiled.js';
import { useDirectories, withStore } from './running-store.js';

const compiled = useCompiledStore();
const directories = useDirectories();

describe('a data directory', () => {
  it('belongs to one store at a time; the second is told where the first can be reached', async () => {
    const directory = directories();
    const child = await startChild(compiled('index.js'), directory);
    const error = await startEmbeddedStore({ directory }).then(() => undefined, (caught: unknown) => caught);
    expect(error).toBeInstanceOf(StoreInUseError);
    expect(error).toMatchObject({ uri: child.uri });
    const client = new MongoClient(child.uri);
    await client.db('shop').collection('things').insertOne({ a: 1 });
    await client.close();
    await child.close();
    await withStore(directory, async (db) => { expect(await db.collection('things').countDocuments()).toBe(1); });
  });

  it('is refused to a second store of the same process', async () => {
    const directory = directories();
    const store = await startEmbeddedStore({ directory });
    await expect(startEmbeddedStore({ directory })).rejects.toBeInstanceOf(StoreInUseError);
    await store.close();
    await withStore(directory, async (db) => { expect(await db.collection('things').countDocuments()).toBe(0); });
  });

  it('is taken over from a process that was killed', async () => {
    const directory = directories();
    const child = await startChild(compiled('index.js'), directory);
    await child.kill();
    expect(readFileSync(join(directory, 'store.lock'), 'utf8')).toContain(String(child.pid));
    await withStore(directory, async (_db, store) => {
      expect(readFileSync(join(directory, 'store.lock'), 'utf8')).toContain(store.uri);
    });
  });

  it('is taken over from an earlier process whose id is in use again, and from a lock that cannot be read', async () => {
    const directory = directories();
    const path = join(directory, 'store.lock');
    writeFileSync(path, JSON.stringify({ pid: process.pid, birth: 'an earlier boot/1', uri: 'mongodb://127.0.0.1:1/' }));
    if (process.platform === 'linux') await withStore(directory, async (_db, store) => { expect(readFileSync(path, 'utf8')).toContain(store.uri); });
    writeFileSync(path, '{"pid":');
    await withStore(directory, async (_db, store) => { expect(readFileSync(path, 'utf8')).toContain(store.uri); });
  });

  it('goes to one of several that start at the same time over a dead lock', async () => {
    const directory = directories();
    writeFileSync(join(directory, 'store.lock'), JSON.stringify({ pid: 2 ** 30, birth: null, uri: 'mongodb://127.0.0.1:1/' }));
    const starts = await Promise.allSettled(Array.from({ length: 4 }, () => startChild(compiled('index.js'), directory)));
    const started = starts.flatMap((start) => (start.status === 'fulfilled' ? [start.value] : []));
    const refused = starts.flatMap((start) => (start.status === 'rejected' ? [start.reason as Error & { uri: string }] : []));
    expect(started).toHaveLength(1);
    expect(refused.map(({ name, uri }) => [name, uri])).toEqual(Array.from({ length: 3 }, () => ['StoreInUseError', started[0]?.uri]));
    await started[0]?.close();
  });
});

describe('a port', () => {
  it('may be chosen, and a taken one is an error', async () => {
    const store = await startEmbeddedStore();
    const port = Number(new URL(store.uri).port);
    await expect(startEmbeddedStore({ port })).rejects.toThrow('EADDRINUSE');
    await store.close();
    const again = await startEmbeddedStore({ port });
    expect(again.uri).toBe(store.uri);
    await again.close();
  });
});

describe('the store in a thread of its own', () => {
  type Start = (options?: EmbeddedStoreOptions) => Promise<EmbeddedStore>;
  const load = async (): Promise<{ startEmbeddedStoreInWorker: Start; StoreInUseError: typeof StoreInUseError }> => await import(/* @vite-ignore */ pathToFileURL(compiled('index.js')).href) as never;

  it('serves, compacts, closes and keeps its data', async () => {
    const directory = directories();
    const { startEmbeddedStoreInWorker } = await load();
    const store = await startEmbeddedStoreInWorker({ directory });
    const client = new MongoClient(store.uri);
    await client.db('shop').collection('things').insertOne({ a: 1 });
    await store.compact();
    await client.close();
    await Promise.all([store.close(), store.close()]);
    await expect(store.compact()).rejects.toThrow(/closed|ended/);
    await withStore(directory, async (db) => { expect(await db.collection('things').countDocuments()).toBe(1); });
  });

  it('passes on why it did not start', async () => {
    const directory = directories();
    const { startEmbeddedStoreInWorker, StoreInUseError: WorkersError } = await load();
    const running = await startEmbeddedStore({ directory });
    const error = await startEmbeddedStoreInWorker({ directory }).then(() => undefined, (caught: unknown) => caught);
    expect(error).toBeInstanceOf(WorkersError);
    expect(error).toMatchObject({ uri: running.uri });
    await running.close();
    writeFileSync(join(directory, 'data-1.log'), 'not a log');
    await expect(startEmbeddedStoreInWorker({ directory })).rejects.toThrow('is damaged');
  });
});
