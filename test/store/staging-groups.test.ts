import { describe, expect, it } from 'vitest';

import { DEFAULT_LEARNING_SETTINGS } from '../../src/domain/learning/settings.js';
import { windowEnding } from '../../src/domain/learning/window.js';
import type { Pipeline } from '../../src/stores/counting/database.js';
import { groupFacts } from '../../src/stores/counting/group-facts.js';
import { isGroups, stagingNames } from '../../src/stores/counting/staging.js';
import { anInteraction, NOW } from '../support/builders.js';
import { databaseOf, engineOn, MingoDatabase } from '../support/mingo-database.js';

const PLAN = {
  windows: { orders: windowEnding(NOW, 400), interactions: windowEnding(NOW, 400), asOf: NOW },
  settings: DEFAULT_LEARNING_SETTINGS,
  startedAt: NOW,
};

/** One from which interactions are removed once visits are grouped, before those that no document holds are put together. */
class ForgettingDatabase extends MingoDatabase {
  override async merge(collection: string, pipeline: Pipeline, into: string): Promise<void> {
    await super.merge(collection, pipeline, into);
    if (collection === 'interactions') this.collections.delete(collection);
  }
}

describe('what a learning run stages', () => {
  it('is no visit of which nothing is left, since its name may be that of a customer who was erased meanwhile', async () => {
    const views = Array.from({ length: 5 }, (_, index) => anInteraction(`v${String(index)}`, `p${String(index)}`, { customerId: 'ada', sessionId: null }));
    const database = new ForgettingDatabase();
    for (const [name, documents] of databaseOf({ orders: [], interactions: views }).collections) database.collections.set(name, documents);
    const names = stagingNames(NOW, 'a1');
    const huge = await groupFacts(database, { facts: { orders: 'orders', interactions: 'interactions' }, names, plan: PLAN, most: 3 });
    expect(database.documentsOf(names.groups)).toEqual([]);
    expect(huge).toEqual({ owners: [], uncounted: new Set() });
  });

  it('is not taken for anybody’s groups while the database is tried: no erasure looks through it', async () => {
    const database = databaseOf({ orders: [], interactions: [] });
    await engineOn(database, () => NOW).check();
    expect(database.created.length).toBeGreaterThan(1);
    expect(database.created.filter(isGroups)).toEqual([]);
  });

  it('is removed by a later run also where it was left by a run that was killed while it tried the database', async () => {
    const database = databaseOf({ orders: [], interactions: [] });
    const left: string[] = [];
    database.drop = async (name) => void left.push(name);
    await engineOn(database, () => NOW).check();
    expect(left.toSorted()).toEqual([...database.collections.keys()].filter((name) => name.startsWith('learning_')).toSorted());
    const dropped: string[] = [];
    database.drop = async (name) => void dropped.push(name);
    await engineOn(database).sweep(new Date(NOW.getTime() + 4 * 86_400_000));
    expect(dropped.toSorted()).toEqual(left.toSorted());
  });
});
