import { describe, expect, it } from 'vitest';

import { VersionBeingRemoved } from '../../src/domain/learning/model.js';
import type { Collections } from '../../src/stores/collections.js';
import { createModelStore } from '../../src/stores/learned/model-store.js';
import { aModel, NOW, someNeighbours, somePopularity, someStatistics } from '../support/builders.js';
import { useShopProcesses } from '../support/shop-processes.js';
import { everySchedule, playSchedule, type Schedule } from '../support/stepped-collections.js';

const KEPT = 2;

const statistics = someStatistics({ coPurchase: [someNeighbours('a', { b: 1 })], popularity: [somePopularity('', { a: 1 })] });

describe('a learning run that sweeps while another stages a version', () => {
  const { open } = useShopProcesses();

  const storeOver = (collections: Collections) => createModelStore(collections, () => NOW);

  const publish = async (collections: Collections, version: string): Promise<void> => {
    const models = storeOver(collections);
    await models.stage(version, statistics);
    await models.publish(aModel({ version, publishedAt: NOW }));
  };

  const isWhole = async ({ coPurchase, popularity }: Collections, version: string): Promise<boolean> =>
    (await coPurchase.countDocuments({ version })) === 1 && (await popularity.countDocuments({ version })) === 1;

  /** All in which one breaks into the other once, and every so many of those in which it is broken into itself. */
  const schedulesOf = (commands: readonly [number, number]): readonly Schedule[] =>
    everySchedule(commands).filter(({ whole }, at) => whole || at % 5 === 0);

  it.each([
    ['a new one', false, async () => undefined],
    ['one that was left behind by a run that was killed', true, async (collections: Collections, version: string) => storeOver(collections).stage(version, statistics).then(async () => void (await collections.stagedModels.deleteMany({})))],
    ['one that was published long ago', true, publish],
  ])('leaves whole what is published: %s', { timeout: 240_000 }, async (name, isKnown, before) => {
    const collections = open();
    const refused = new Set<string>();
    const [sweeps, stages] = [
      async (own: Collections) => storeOver(own).sweep(NOW, KEPT),
      (version: string) => async (own: Collections) =>
        publish(own, version).catch((error: unknown) => {
          if (!(error instanceof VersionBeingRemoved)) throw error;
          refused.add(version);
        }),
    ] as const;
    const run = async (version: string, schedule: Schedule): Promise<readonly number[]> => {
      await before(collections, version);
      for (const later of ['x', 'y', 'z']) await publish(collections, `${version} ${later}`);
      return playSchedule(collections, [sweeps, stages(version)], schedule);
    };
    const first = await run(`probe of ${name}`, { steps: [], whole: true });
    const schedules = schedulesOf([first[0] ?? 0, first[1] ?? 0]);
    expect(schedules.length).toBeGreaterThan(40);
    const torn: string[] = [];
    for (const [at, schedule] of schedules.entries()) {
      const version = `${name} ${String(at)}`;
      await run(version, schedule);
      const expected = refused.has(version) ? `${version} z` : version;
      if ((await storeOver(collections).published())?.version !== expected || !(await isWhole(collections, expected))) torn.push(JSON.stringify(schedule.steps));
      if (!refused.has(version)) continue;
      // Nobody is in the way of the next run.
      await publish(collections, version);
      if (!(await isWhole(collections, version))) torn.push(version);
    }
    expect([torn, refused.size < schedules.length / 2, refused.size > 0]).toEqual([[], true, isKnown]);
    await storeOver(collections).sweep(NOW, KEPT);
    expect([(await collections.coPurchase.distinct('version')).length, await collections.stagedModels.countDocuments({})]).toEqual([KEPT, 0]);
  });
});
