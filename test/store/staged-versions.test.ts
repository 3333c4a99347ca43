import { MongoServerError } from 'mongodb';
import { describe, expect, it } from 'vitest';

import { VersionBeingRemoved } from '../../src/domain/learning/model.js';
import type { Collections } from '../../src/stores/collections.js';
import { createModelStore } from '../../src/stores/learned/model-store.js';
import { createStagedVersions } from '../../src/stores/learned/staged-versions.js';
import { aModel, NOW, someNeighbours, someStatistics } from '../support/builders.js';
import { useShopProcesses } from '../support/shop-processes.js';

const HOUR_MS = 60 * 60 * 1000;
const later = (hours: number): Date => new Date(NOW.getTime() + hours * HOUR_MS);

/** A collection on which one command does something else. */
const altered = <C extends object>(collection: C, name: keyof C & string, command: (...args: never[]) => unknown): C =>
  new Proxy(collection, {
    get: (target, asked) => {
      if (asked === name) return command;
      const member: unknown = Reflect.get(target, asked, target);
      return typeof member === 'function' ? (...args: unknown[]): unknown => Reflect.apply(member, target, args) : member;
    },
  });

describe('notes of who writes and who removes a version', () => {
  const { open } = useShopProcesses();

  it('keep a version that is being removed from being written, for an hour where the one who removes it was killed', async () => {
    const collections = open();
    const notes = (hours: number) => createStagedVersions(collections, () => later(hours));
    await expect(notes(0).whileRemoving('A', async () => Promise.reject(new Error('killed')))).rejects.toThrow('killed');
    for (const hours of [0, 0.9]) await expect(notes(hours).write('A')).rejects.toThrow(VersionBeingRemoved);
    await notes(1.1).write('A');
  });

  it('are worth nothing where a wrong clock dated them far ahead', async () => {
    const collections = open();
    const ahead = createStagedVersions(collections, () => later(24 * 30));
    await expect(ahead.whileRemoving('B', async () => Promise.reject(new Error('killed')))).rejects.toThrow('killed');
    await createStagedVersions(collections, () => NOW).write('B');
    await ahead.write('C');
    await createStagedVersions(collections, () => NOW).forgetDead(NOW);
    expect(await collections.stagedModels.countDocuments({ _id: 'C' })).toBe(0);
  });

  it('let two runs write the same version, though they begin at once and one is told that the note is there', async () => {
    const collections = open();
    let told = false;
    const stagedModels = altered(collections.stagedModels, 'updateOne', async (...args: Parameters<Collections['stagedModels']['updateOne']>) => {
      await collections.stagedModels.updateOne(...args);
      if (told) return;
      told = true;
      throw new MongoServerError({ message: 'E11000 duplicate key', code: 11_000 });
    });
    await createStagedVersions({ stagedModels }, () => NOW).write('D');
    expect(told).toBe(true);
  });

  it('let nobody remove what was just published, though a copy of the pointer lags behind', async () => {
    const collections = open();
    const models = altered(collections.models, 'findOne', async (...[filter, options]: Parameters<Collections['models']['findOne']>) =>
      options?.readPreference === 'primary' ? collections.models.findOne(filter, options) : null,
    );
    const store = createModelStore({ ...collections, models }, () => NOW);
    const statistics = someStatistics({ coPurchase: [someNeighbours('a', { b: 1 })] });
    for (const version of ['x', 'y', 'z']) {
      await store.stage(version, statistics);
      await store.publish(aModel({ version, publishedAt: NOW }));
      await store.sweep(NOW, 2);
    }
    expect(await collections.coPurchase.distinct('version')).toEqual(['y', 'z']);
  });
});
