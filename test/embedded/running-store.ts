import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MongoClient, MongoServerError, type Db } from 'mongodb';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { startEmbeddedStore, type EmbeddedStore } from '../../src/embedded/index.js';

/** An in-memory store with a connected client for one test file; every test gets an empty database. */
export function useStore(): { db(): Db; client(): MongoClient; uri(): string } {
  let store: EmbeddedStore | undefined;
  let client: MongoClient | undefined;
  const connected = (): MongoClient => {
    if (client === undefined) throw new Error('the store is not running');
    return client;
  };
  beforeAll(async () => {
    store = await startEmbeddedStore();
    client = await new MongoClient(store.uri).connect();
  });
  beforeEach(() => connected().db('shop').dropDatabase());
  afterAll(async () => {
    await client?.close();
    await store?.close();
  });
  return { db: () => connected().db('shop'), client: connected, uri: () => store?.uri ?? '' };
}

/** A fresh data directory per call, removed after the test. */
export function useDirectories(): () => string {
  const made: string[] = [];
  afterEach(() => {
    for (const directory of made.splice(0)) rmSync(directory, { recursive: true, force: true });
  });
  return () => {
    const directory = mkdtempSync(join(tmpdir(), 'tandem-embedded-'));
    made.push(directory);
    return directory;
  };
}

/** Runs an action against a store in this thread and closes both ends. */
export async function withStore<T>(directory: string, action: (db: Db, store: EmbeddedStore) => Promise<T>): Promise<T> {
  const store = await startEmbeddedStore({ directory });
  const client = new MongoClient(store.uri);
  try {
    return await action(client.db('shop'), store);
  } finally {
    await client.close();
    await store.close();
  }
}

/** The server's error that an action ends with. */
export async function refusal(action: Promise<unknown>): Promise<MongoServerError> {
  const outcome = await action.then(() => undefined, (error: unknown) => error);
  if (outcome instanceof MongoServerError) return outcome;
  throw new Error(`expected the server to refuse, got ${String(outcome)}`);
}
