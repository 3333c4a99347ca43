import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { CommandFailure, type CommandContext } from '../../src/commands/command.js';
import { learnCommand } from '../../src/commands/learn.js';
import type { Stores } from '../../src/stores/open.js';
import { FactsInArrays, InMemoryModels, InMemoryProfiles } from '../support/in-memory-learning.js';
import { InMemoryMeasured } from '../support/in-memory-measured.js';
import { bought, daysAgo, type ShopFacts, TODAY } from '../support/learning-facts.js';
import { databaseOf, engineOn } from '../support/mingo-database.js';
import { EARLIER, halfOf, NEWER } from '../support/shop-of-sets.js';

const shop: ShopFacts = {
  orders: ['ann', 'bob', 'cat', null].flatMap((customer, index) => [
    bought(`a${index}`, customer, ['tent', 'pegs'], daysAgo(index)),
    bought(`b${index}`, customer, ['mug'], daysAgo(index)),
  ]),
};

interface Outcome {
  readonly out: readonly string[];
  readonly err: readonly string[];
}

const openShop = (facts: ShopFacts) => {
  const measured = new InMemoryMeasured();
  return { facts: new FactsInArrays(facts), models: new InMemoryModels(), profiles: new InMemoryProfiles(), measured, sheets: measured };
};

const learn = async (args: readonly string[], stores = openShop(shop), env: NodeJS.ProcessEnv = {}, out: string[] = []): Promise<Outcome> => {
  const err: string[] = [];
  const context: CommandContext = {
    env,
    out: (line) => out.push(line),
    err: (line) => err.push(line),
    now: () => TODAY,
    stdin: Readable.from([]),
    interactive: false,
    // The command asks for these only.
    withStores: (run) => run(stores as unknown as Stores),
  };
  const command = learnCommand(context).exitOverride().configureOutput({ writeErr: (text) => err.push(text), writeOut: (text) => out.push(text) });
  await command.parseAsync([...args], { from: 'user' });
  return { out, err };
};

/** A shop that has published what it learned from its earlier orders, lost half of them, and took new ones. */
const openDamagedShop = async () => {
  const stores = openShop({ orders: EARLIER });
  await learn([], stores);
  return { ...stores, facts: new FactsInArrays({ orders: [...halfOf(EARLIER), ...NEWER] }) };
};

/** Runs a learning that is to be refused, and answers what it said. */
const refused = async (args: readonly string[], stores: Awaited<ReturnType<typeof openDamagedShop>>) => {
  const out: string[] = [];
  const failure: unknown = await learn(args, stores, {}, out).catch((error: unknown) => error);
  if (!(failure instanceof CommandFailure)) throw new Error('nothing was withheld');
  return { out, failure };
};

describe('tandem learn where what was learned is worse than what is published', () => {
  it('ends with exit code 1 and says what was compared, how much worse it is, where to look and how to publish it anyway', async () => {
    const stores = await openDamagedShop();
    const published = await stores.models.published();
    const { out, failure } = await refused([], stores);
    expect(failure.exitCode).toBe(1);
    expect(failure.message).toMatch(/^version \S+ is not published, as its lists are worse; version \S+ stays published\.\n/);
    expect(failure.message).toContain(`Compared on 60 orders placed after ${daysAgo(25).toISOString()}, which neither knew`);
    expect(failure.message).toMatch(/in 100\.0 % of the tries by the published version, and in \d\d\.\d % as today's facts/);
    expect(failure.message).toMatch(/A loss of more than \d+\.\d % counts\./);
    expect(failure.message).toContain('missing or garbled');
    expect(failure.message).toContain('tandem learn --force');
    expect(out[0]).toMatch(/^Learned version \S+, which is not published: version \S+ stays$/);
    expect(out.join('\n')).toMatch(/compared {3}\d\d\.\d % found in 60 newer orders, 100\.0 % by the published version; worse by more than/);
    expect(await stores.models.published()).toEqual(published);
  });

  it('carries the comparison in the JSON document', async () => {
    const { out } = await refused(['--json'], await openDamagedShop());
    expect(JSON.parse(out.join('\n'))).toMatchObject({
      withheld: true,
      comparison: { verdict: 'WORSE', orders: 60, published: 1 },
      model: { orders: EARLIER.length },
      learned: { orders: halfOf(EARLIER).length + NEWER.length },
      profiles: halfOf(EARLIER).length,
    });
  });

  it('publishes it with --force, and says by how much it is worse', async () => {
    const stores = await openDamagedShop();
    const { out } = await learn(['--force'], stores);
    expect(out[0]).toMatch(/^Published version /);
    expect(out.join('\n')).toContain('worse by more than');
    expect((await stores.models.published())?.orders).toBe(halfOf(EARLIER).length + NEWER.length);
  });

  it('says that nothing was compared where it cannot be told', async () => {
    const stores = await openDamagedShop();
    const { out } = await learn([], { ...stores, facts: new FactsInArrays({ orders: [...halfOf(EARLIER), ...NEWER.slice(0, 9)] }) });
    expect(out.join('\n')).toContain('compared   nothing: 9 orders of two known products or more since the published version was learned, 50 are needed');
    expect((await learn([])).out.join('\n')).toContain('compared   nothing: no pairs were published before');
  });
});

describe('tandem learn', () => {
  it('ends with a summary of what was learned', async () => {
    const { out } = await learn([]);
    expect(out[0]).toMatch(/^Published version 20260301T120000Z-[0-9a-f]{10}$/);
    const text = out.join('\n');
    expect(text).toContain('orders     8 with 12 lines, 365 days up to 2026-03-01T12:00:00.000Z');
    expect(text).toContain('customers  3 known; 3 profiles built');
    expect(text).toContain('pairs      2; kept out: 0 variants, 0 substitutes');
    expect(text).toContain('traits     0 words and brands whose products are bought together');
    expect(text).toContain('measured   0 days rolled up');
    expect(text).toMatch(/seconds {4}keeping out the erased 0\.0, reading orders 0\.0, /);
    expect(text).toMatch(/memory {5}\d+ MB at most/);
  });

  it('tells each step in one line where there is no terminal', async () => {
    const { err } = await learn([]);
    expect(err).toEqual([
      'keeping out the erased: 0',
      'reading orders: 8',
      'reading interactions: 0',
      'reading catalogue: 0',
      'counting pairs: 3',
      'finding traits: 0',
      'comparing: 0',
      'writing statistics: 6',
      'publishing: 1',
      'building profiles: 3',
      'measuring: 0',
      'sweeping up: 1',
    ]);
  });

  it('says so when there was nothing new to learn', async () => {
    const stores = openShop(shop);
    await learn([], stores);
    expect((await learn([], stores)).out[0]).toMatch(/^Version .* was published already: nothing new to learn$/);
  });

  it('says so when there is nothing to learn from', async () => {
    const { out } = await learn([], openShop({}));
    expect(out[1]).toBe('No completed orders in the window: complements and picks have nothing learned to draw on yet');
  });

  it('takes every setting from its option', async () => {
    const args = ['--window-days', '2', '--half-life-days', '1.5', '--min-customers', '1', '--as-of', '2026-02-28T12:00:00Z', '--json'];
    const more = ['--demand-half-life-days', '7', '--popularity-exponent', '0.1', '--spread-share', '0'];
    const { out } = await learn([...args, ...more, '--interaction-window-days', '5', '--neighbours', '3', '--basket-cap', '9']);
    expect(JSON.parse(out.join('\n'))).toMatchObject({
      model: { asOf: '2026-02-28T12:00:00.000Z', windowDays: 2, orders: 4, pairs: 2 },
      report: { orderLines: 6 },
      profiles: 3,
      alreadyPublished: false,
    });
  });

  it.each<[string, readonly string[], NodeJS.ProcessEnv, number]>([
    ['seven', [], {}, 7],
    ['as many as the option says', ['--keep-versions', '2'], { MODEL_VERSIONS_KEPT: '3' }, 2],
    ['as many as the environment says', [], { MODEL_VERSIONS_KEPT: ' 3 ' }, 3],
  ])('keeps the newest versions: %s', async (_name, args, env, kept) => {
    const stores = openShop(shop);
    for (let days = 1; days <= 9; days += 1) await learn(['--window-days', String(days), ...args], stores, env);
    expect(stores.models.documents.size).toBe(kept);
  });

  it.each<[readonly string[], NodeJS.ProcessEnv, RegExp]>([
    [['--keep-versions', '1'], {}, /^--keep-versions must be a whole number from 2 to 366$/],
    [['--keep-versions', '2.5'], {}, /^--keep-versions must/],
    [[], { MODEL_VERSIONS_KEPT: 'many' }, /^MODEL_VERSIONS_KEPT must be a whole number from 2 to 366$/],
  ])('refuses to keep %j %j', async (args, env, message) => {
    await expect(learn(args, openShop(shop), env)).rejects.toThrow(message);
    await expect(learn(args, openShop(shop), env)).rejects.toThrow(CommandFailure);
  });

  it.each<[string, readonly string[], NodeJS.ProcessEnv, number]>([
    ['a week', [], {}, 7],
    ['what the option says', ['--attribution-window-days', '30'], { ATTRIBUTION_WINDOW_DAYS: '3' }, 30],
    ['what the environment says', [], { ATTRIBUTION_WINDOW_DAYS: '3' }, 3],
  ])('credits lists within the attribution window: %s', async (_name, args, env, windowDays) => {
    const stores = openShop(shop);
    await stores.measured.recordOrders(shop.orders ?? []);
    const { out } = await learn(args, stores, env);
    expect(out.join('\n')).toContain('measured   4 days rolled up');
    expect(new Set([...(await stores.sheets.bases()).values()].map((basis) => basis.windowDays))).toEqual(new Set([windowDays]));
  });

  it.each<[readonly string[], NodeJS.ProcessEnv, RegExp]>([
    [['--attribution-window-days', '0'], {}, /^--attribution-window-days must be a whole number from 1 to 90$/],
    [['--attribution-window-days', '1.5'], {}, /^--attribution-window-days must/],
    [[], { ATTRIBUTION_WINDOW_DAYS: '91' }, /^ATTRIBUTION_WINDOW_DAYS must be a whole number from 1 to 90$/],
  ])('refuses to credit within %j %j', async (args, env, message) => {
    await expect(learn(args, openShop(shop), env)).rejects.toThrow(message);
    await expect(learn(args, openShop(shop), env)).rejects.toThrow(CommandFailure);
  });

  it.each([
    [['--window-days', '0'], /windowDays must be a whole number from 1 to 36500, not 0/],
    [['--min-customers', '1.5', '--basket-cap', '1'], /minCustomers .*\nbasketCap /],
    [['--demand-half-life-days', '0', '--popularity-exponent', '2', '--spread-share', '-1'], /demandHalfLifeDays .*\npopularityExponent .*\nspreadShare /],
  ])('refuses %j, naming the setting', async (args, message) => {
    await expect(learn(args)).rejects.toThrow(CommandFailure);
    await expect(learn(args)).rejects.toThrow(message);
  });

  it.each([['--window-days', 'long'], ['--window-days', ''], ['--as-of', 'yesterday'], ['--as-of', '2026-02-28T12:00:00']])(
    'refuses %s %j, naming the option',
    async (option, value) => {
      await expect(learn([option, value])).rejects.toThrow(option);
    },
  );

  it('has the database count where it is told to, and says which engine learned', async () => {
    const database = databaseOf({ orders: shop.orders ?? [], interactions: [] });
    const stores = { ...openShop(shop), counting: engineOn(database) };
    const { out, err } = await learn(['--engine', 'mongodb'], stores);
    expect(out.join('\n')).toContain('engine     mongodb');
    expect(out.join('\n')).toContain('orders     8 with 12 lines');
    expect(err).toEqual(expect.arrayContaining(['trying the database: 1', 'grouping facts: 4', 'counting pairs: 3']));
    expect(JSON.parse((await learn(['--engine', 'node', '--json'], stores)).out.join('\n'))).toMatchObject({ engine: 'node', report: { orderLines: 12 } });
  });

  it('is refused where the database cannot count, and nothing is published', async () => {
    const database = databaseOf({ orders: shop.orders ?? [], interactions: [] });
    database.merge = async () => undefined;
    const stores = { ...openShop(shop), counting: engineOn(database) };
    await expect(learn(['--engine', 'mongodb'], stores)).rejects.toThrow(CommandFailure);
    await expect(learn(['--engine', 'mongodb'], stores)).rejects.toThrow(/^the database cannot count pairs by itself: .* Run tandem learn without --engine mongodb/);
    expect(await stores.models.published()).toBeNull();
  });

  it('refuses an engine that there is none of, naming those that there are', async () => {
    await expect(learn(['--engine', 'spark'])).rejects.toThrow(/--engine.*Give node or mongodb/);
  });

  it.each(['0', '9', '1.5', 'many', ''])('refuses %j threads, naming the option', async (threads) => {
    await expect(learn(['--threads', threads])).rejects.toThrow(/--threads <number>.*Give a (whole number from 1 to 8|number)/);
  });

  it('explains itself, with examples', () => {
    const lines: string[] = [];
    learnCommand({} as CommandContext).configureOutput({ writeOut: (text) => lines.push(text) }).outputHelp();
    const help = lines.join('');
    expect(help).toContain('Examples:\n  tandem learn\n');
    expect(help).toContain('--min-customers <number>');
    expect(help).toContain('(default: 3)');
  });
});
