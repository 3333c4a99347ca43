import { MongoClient, type Collection } from 'mongodb';
import { describe, expect, it } from 'vitest';
import { startChild, type ChildStore } from './child-store.js';
import { useCompiledStore } from './compiled.js';
import { useDirectories, withStore } from './running-store.js';

const compiled = useCompiledStore();
const directories = useDirectories();
const WRITERS = 4;

interface Counter { _id: string; n: number }

/** Small seeded generator of numbers in [0, 1) (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** What the store has promised: the acknowledged increments per writer, and the acknowledged inserts and deletes. */
interface Promised { readonly counts: Map<string, number>; readonly kept: Set<string>; readonly removed: Set<string> }

async function writeUntilItFails(collection: Collection<Counter>, writer: number, round: number, promised: Promised): Promise<void> {
  const counter = `counter-${String(writer)}`;
  for (let step = 0; ; step += 1) {
    const id = `doc-${String(round)}-${String(writer)}-${String(step)}`;
    await collection.updateOne({ _id: counter }, { $inc: { n: 1 } }, { upsert: true });
    promised.counts.set(counter, (promised.counts.get(counter) ?? 0) + 1);
    await collection.insertMany([{ _id: id, n: step }, { _id: `${id}-gone`, n: step }]);
    promised.kept.add(id);
    await collection.deleteOne({ _id: `${id}-gone` });
    promised.removed.add(`${id}-gone`);
  }
}

async function crashDuringWrites(store: ChildStore, round: number, promised: Promised, afterWrites: number): Promise<void> {
  const client = new MongoClient(store.uri, { serverSelectionTimeoutMS: 2000 });
  const collection = client.db('shop').collection<Counter>('counters');
  const goal = promised.kept.size + afterWrites;
  const writers = Array.from({ length: WRITERS }, (_, writer) => writeUntilItFails(collection, writer, round, promised).catch(() => undefined));
  await expect.poll(() => promised.kept.size >= goal, { interval: 1, timeout: 20_000 }).toBe(true);
  await store.kill();
  await Promise.all(writers);
  await client.close();
}

async function expectPromisesKept(directory: string, promised: Promised): Promise<void> {
  await withStore(directory, async (db) => {
    const docs = new Map((await db.collection<Counter>('counters').find().toArray()).map((doc) => [doc._id, doc.n]));
    expect([...promised.kept].filter((id) => !docs.has(id))).toEqual([]);
    expect([...promised.removed].filter((id) => docs.has(id))).toEqual([]);
    for (const [counter, count] of promised.counts) {
      // The last increment of each writer may have been written without being acknowledged: take what is there from here on.
      const found = docs.get(counter) ?? 0;
      expect(found - count).toBeOneOf([0, 1]);
      promised.counts.set(counter, found);
    }
  });
}

async function crashRounds(rounds: number, compacting: boolean, seed: number): Promise<void> {
  const directory = directories();
  const random = seeded(seed);
  const promised: Promised = { counts: new Map(), kept: new Set(), removed: new Set() };
  for (let round = 0; round < rounds; round += 1) {
    const store = await startChild(compiled('index.js'), directory);
    if (compacting) store.keepCompacting();
    await crashDuringWrites(store, round, promised, 1 + Math.floor(random() * 40));
    await expectPromisesKept(directory, promised);
  }
}

describe('kill -9', () => {
  it('loses no acknowledged write, at twenty moments', async () => {
    await crashRounds(20, false, 1);
  }, 120_000);

  it('loses no acknowledged write while the log is being compacted, at twenty moments', async () => {
    await crashRounds(20, true, 2);
  }, 120_000);
});
