import { cp } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { createRandom } from '../../src/demo/shop/random.js';
import { startEmbeddedStore, type EmbeddedStore } from '../../src/embedded/index.js';
import { publishedIn } from './support/embedded-folder.js';
import { readPublished, type Published } from './support/published.js';
import type { RunningProgram } from './support/running-program.js';
import { servingEnv, startServing, type Serving } from './support/serving.js';
import { importShop, learn, smallShop } from './support/small-shop.js';
import { useWorkplace } from './support/workplace.js';

const SEED = 20_261;
/** Learning has begun, or a phase of it has just ended: the kill comes some moments later, and those that write are met most often. */
const MOMENTS = ['begun', 'reading orders', 'reading catalogue', 'counting pairs', 'counting pairs', 'writing statistics', 'publishing'];

/** The same settings but for one number of no weight for short lists, so that each run has a version of its own to write. */
const settings = (run: number): readonly string[] => ['--min-customers', '1', '--neighbours', String(30 + run)];

const ANCHORS = ['rc-car', 'robot-kit', 'laptop-14', 'skillet-26', 'espresso-machine', 'tent', 'dog-food-salmon', 'knife-chef', 'headset', 'no-such-product'];
const QUERY = `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Product {
  complements { emptyReason edges { slot quantity node { id } provenance { source explanation evidence { ordersTogether lift } } } }
} } }`;

describe('Learning, killed with kill -9 at random points', { timeout: 240_000 }, () => {
  const workplace = useWorkplace();
  const random = createRandom(SEED, 'kills');
  const [clean, shared, alone] = [() => workplace.path('clean'), () => workplace.path('shared'), () => workplace.path('alone')];
  let store: EmbeddedStore;
  let serving: Serving;
  let before: unknown;
  let run = 0;

  const answer = async (): Promise<unknown> => {
    const { data, errors } = await serving.ask(QUERY, { r: ANCHORS.map((id) => ({ __typename: 'Product', id })) });
    return errors ?? data._entities;
  };

  beforeAll(async () => {
    await importShop(workplace, smallShop(12), clean());
    await cp(clean(), shared(), { recursive: true });
    store = await startEmbeddedStore({ directory: shared() });
    await learn(workplace, shared(), ...settings(0));
    serving = await startServing(workplace, servingEnv(shared()));
    before = await answer();
  }, 240_000);
  afterAll(async () => {
    serving?.program.signal('SIGKILL');
    await serving?.program.ended;
    await store?.close();
  }, 60_000);

  const reachSomePoint = async (learning: RunningProgram): Promise<void> => {
    const moment = random.pick(MOMENTS) ?? 'begun';
    if (moment !== 'begun') await learning.said(new RegExp(`^${moment}: `, 'm'));
    await delay(random.between(0, moment === 'begun' ? 600 : 40));
  };
  /** Learns until it has killed so often, a new version each time; a run that was quicker than the kill does not count. */
  const killOften = async (kills: number, folder: string, check: (number: number) => Promise<void>): Promise<void> => {
    for (let killed = 0; killed < kills; ) {
      run += 1;
      const learning = workplace.start(['learn', ...settings(run)], { DATA_DIR: folder });
      await reachSomePoint(learning);
      learning.signal('SIGKILL');
      if ((await learning.ended).signal === 'SIGKILL') killed += 1;
      await check(run);
    }
  };
  /** What an undisturbed run with the same settings publishes. */
  const cleanRun = async (number: number): Promise<Published> => {
    await learn(workplace, clean(), ...settings(number));
    return publishedIn(clean());
  };

  it('leaves a complete version published at 20 points, and those who read meanwhile notice nothing', async () => {
    expect(before).toMatchObject([{ complements: { emptyReason: null } }, ...ANCHORS.slice(1).map(() => ({ complements: {} }))]);
    const other: unknown[] = [];
    let reading = true;
    const reader = (async () => {
      for (; reading; await delay(50)) {
        const now = await answer();
        if (JSON.stringify(now) !== JSON.stringify(before)) other.push(now);
      }
    })();
    let held = await readPublished(store.uri);
    try {
      await killOften(20, shared(), async (number) => {
        const found = await readPublished(store.uri);
        if (found.version === held.version) expect({ number, ...found, profiles: '' }).toEqual({ number, ...held, profiles: '' });
        else expect({ number, ...found, profiles: '' }).toEqual({ number, ...(await cleanRun(number)), profiles: '' });
        expect(await answer()).toEqual(before);
        held = found;
      });
    } finally {
      reading = false;
      await reader;
    }
    expect(other).toEqual([]);
  });

  it('then gives, when it is left alone, the same version and the same bytes as a run that was never disturbed', async () => {
    const { model } = await learn(workplace, shared(), ...settings(100));
    expect((await learn(workplace, clean(), ...settings(100))).model).toMatchObject({ version: model.version, pairs: model.pairs });
    expect(await readPublished(store.uri)).toEqual(await publishedIn(clean()));
    expect(model.pairs).toBeGreaterThan(0);
    await expect.poll(answer, { timeout: 30_000 }).toEqual(before);
  });

  it('leaves a complete version when the store dies with it, at 5 points', async () => {
    await cp(clean(), alone(), { recursive: true });
    let held = await publishedIn(alone());
    await killOften(5, alone(), async (number) => {
      const found = await publishedIn(alone());
      if (found.version === held.version) expect({ number, ...found }).toEqual({ number, ...held });
      else expect({ number, ...found }).toEqual({ number, ...(await cleanRun(number)) });
      held = found;
    });
    const { model } = await learn(workplace, alone(), ...settings(101));
    expect(model.version).toBe((await learn(workplace, clean(), ...settings(101))).model.version);
    expect(await publishedIn(alone())).toEqual(await publishedIn(clean()));
  });
});
