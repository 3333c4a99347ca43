import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { describe, expect, it } from 'vitest';

import { createRandom } from '../../src/demo/shop/random.js';
import { mostPairs } from '../../src/domain/learning/count-pairs.js';
import { DEFAULT_LEARNING_SETTINGS } from '../../src/domain/learning/settings.js';
import { bought, collect } from '../support/learning-facts.js';
import { builtProgram } from './support/built-program.js';
import { publishedIn } from './support/embedded-folder.js';
import { learn } from './support/small-shop.js';
import { useWorkplace } from './support/workplace.js';

const PRODUCTS = 600;
/** Large orders have many pairs: enough for threads to be worth starting, in a shop that is imported in a moment. */
const ORDERS = 110;
const LINES = 240;

const random = createRandom(20_261, 'threads');
const orders = Array.from({ length: ORDERS }, (_, order) =>
  bought(`o${order}`, `c${order % 25}`, [...new Set(Array.from({ length: LINES }, () => `p${Math.floor(PRODUCTS * random.next() ** 2)}`))]),
);

const ordersFile = (): string =>
  orders
    .map(({ id, customerId, placedAt, lines }) =>
      JSON.stringify({
        orderId: id,
        customerId,
        placedAt,
        status: 'COMPLETED',
        currencyCode: 'GBP',
        lines: lines.map(({ productId }) => ({ productId, quantity: 1, unitPrice: '1.00' })),
      }),
    )
    .join('\n');

interface BuiltLearner {
  readonly learnerInThreads: (threads: number) => {
    learnStatistics(...told: readonly unknown[]): Promise<{ readonly counts: { readonly pairs: number } }>;
  };
}

/** The built learner: threads run built files only. */
const builtLearner = async (): Promise<BuiltLearner> =>
  (await import(/* @vite-ignore */ pathToFileURL(join(await builtProgram(), '../learn/learner.js')).href)) as BuiltLearner;

describe('Learning with several threads', { timeout: 240_000 }, () => {
  const workplace = useWorkplace();

  it('is what a shop with a million pairs gets', () => {
    expect(mostPairs(collect({ orders }).orders)).toBeGreaterThan(1_000_000);
  });

  it('publishes what one thread publishes, byte for byte', async () => {
    const file = await workplace.write('orders.jsonl', ordersFile());
    await workplace.succeed(['import', 'orders', file], { DATA_DIR: workplace.path('imported') });
    const published = [];
    for (const threads of ['1', '2']) {
      const folder = workplace.path(`threads-${threads}`);
      await cp(workplace.path('imported'), folder, { recursive: true });
      const { model } = await learn(workplace, folder, '--threads', threads);
      expect(model.pairs).toBeGreaterThan(10_000);
      published.push({ version: model.version, contents: await publishedIn(folder) });
    }
    expect(published[1]).toEqual(published[0]);
  });

  it('tells how far it has come, and that what a thread learned is complete', async () => {
    const { learnerInThreads } = await builtLearner();
    const facts = collect({ orders });
    const heard: unknown[] = [];
    const { counts } = await learnerInThreads(2).learnStatistics(facts, DEFAULT_LEARNING_SETTINGS, (...progress: unknown[]) => heard.push(progress));
    expect(counts.pairs).toBeGreaterThan(10_000);
    expect(heard.at(-1)).toEqual([PRODUCTS, PRODUCTS]);
  });

  it('fails with what went wrong in a thread', async () => {
    const { learnerInThreads } = await builtLearner();
    const impossible = { ...DEFAULT_LEARNING_SETTINGS, neighbours: -1 };
    await expect(learnerInThreads(2).learnStatistics(collect({ orders }), impossible, () => undefined)).rejects.toThrow('Invalid typed array length: -1');
  });

  it('ends with one sentence and publishes nothing, where a thread fails of itself', async () => {
    const preload = await workplace.write('failing.cjs', "setTimeout(() => { if (String(process.argv[1]).includes('pair-worker')) throw new Error('no room'); });\n");
    const folder = workplace.path('failing');
    await cp(workplace.path('imported'), folder, { recursive: true });
    const { code, out, err } = await workplace.run(['learn', '--threads', '2'], { DATA_DIR: folder, NODE_OPTIONS: `--require ${preload}` });
    expect([code, out, err.split('\n').filter((line) => line.startsWith('tandem: '))]).toEqual([
      1,
      '',
      ['tandem: a thread that counts pairs failed: no room. Nothing was published: run it again, with --threads 1 if it fails again'],
    ]);
    expect(err).not.toMatch(/^ {4}at /m);
    const { model } = await learn(workplace, folder, '--threads', '1');
    expect(model.pairs).toBeGreaterThan(10_000);
  });
});
