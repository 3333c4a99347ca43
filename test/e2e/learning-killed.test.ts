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
const PHASES = ['reading orders', 'reading interactions', 'reading catalogue', 'counting pairs', 'writing statistics', 'publishing', 'building profiles'];

/** The same settings but for one number of no weight for short lists, so that each run has a version of its own to write. */
const settings = (run: number): readonly string[] => ['--neighbours', String(30 + run)];

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

  const answer = async (): Promise<unknown> => {
    const { data, errors } = await serving.ask(QUERY, { r: ANCHORS.map((id) => ({ __typename: 'Product', id })) });
    return errors ?? data._entities;
  };

  beforeAll(async () => {
    await importShop(workplace, smallShop(), clean());
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

  /** Waits for the end of some phase, or of none, and then for a moment more. */
  const reachSomePoint = async (learning: RunningProgram): Promise<void> => {
    const phase = PHASES[random.between(-3, PHASES.length - 1)];
    if (phase !== undefined) await learning.said(new RegExp(`^${phase}: `, 'm'));
    await delay(random.between(0, phase === undefined ? 600 : 80));
  };
  const learnAndKill = async (run: number, folder: string): Promise<void> => {
    const learning = workplace.start(['learn', ...settings(run)], { DATA_DIR: folder });
    await reachSomePoint(learning);
    learning.signal('SIGKILL');
    await learning.ended;
  };
  /** What an undisturbed run with the same settings publishes. */
  const cleanRun = async (run: number): Promise<Published> => {
    await learn(workplace, clean(), ...settings(run));
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
    for (let run = 1; run <= 20; run += 1) {
      await learnAndKill(run, shared());
      const found = await readPublished(store.uri);
      if (found.version === held.version) expect({ run, ...found, profiles: '' }).toEqual({ run, ...held, profiles: '' });
      else expect({ run, ...found, profiles: '' }).toEqual({ run, ...(await cleanRun(run)), profiles: '' });
      expect(await answer()).toEqual(before);
      held = found;
    }
    reading = false;
    await reader;
    expect(other).toEqual([]);
  });

  it('then gives, when it is left alone, the same version and the same bytes as a run that was never disturbed', async () => {
    const { model } = await learn(workplace, shared());
    expect((await learn(workplace, clean())).model).toMatchObject({ version: model.version, pairs: model.pairs });
    expect(await readPublished(store.uri)).toEqual(await publishedIn(clean()));
    expect(model.pairs).toBeGreaterThan(0);
    await expect.poll(answer, { timeout: 30_000 }).toEqual(before);
  });

  it('leaves a complete version when the store dies with it, at 5 points', async () => {
    await cp(clean(), alone(), { recursive: true });
    let held = await publishedIn(alone());
    for (let run = 21; run <= 25; run += 1) {
      await learnAndKill(run, alone());
      const found = await publishedIn(alone());
      if (found.version === held.version) expect({ run, ...found }).toEqual({ run, ...held });
      else expect({ run, ...found }).toEqual({ run, ...(await cleanRun(run)) });
      held = found;
    }
    const { model } = await learn(workplace, alone());
    expect(model.version).toBe((await learn(workplace, clean())).model.version);
    expect(await publishedIn(alone())).toEqual(await publishedIn(clean()));
  });
});
