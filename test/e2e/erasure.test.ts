import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { MongoClient } from 'mongodb';
import { describe, expect, it } from 'vitest';

import { withStoreOf } from './support/embedded-folder.js';
import { servingEnv, startServing } from './support/serving.js';
import { useWorkplace } from './support/workplace.js';

const CANARY = 'canary-4711';
const HOUR_MS = 3_600_000;

const at = (hours: number): string => new Date(Date.now() - hours * HOUR_MS).toISOString();

/** Orders and interactions of many, every seventh of them the canary's: under their name, or without one in a visit of theirs, nine of each in a visit. */
const filesOf = (count: number) => {
  const isTheirs = (index: number): boolean => index % 7 === 0;
  const who = (index: number) => ({
    customerId: isTheirs(index) ? (index % 2 === 0 ? `${CANARY}-customer` : null) : `c${String(index % 97)}`,
    sessionId: isTheirs(index) ? `${CANARY}-visit-${String(Math.floor(index / 126))}` : `s${String(index % 500)}`,
  });
  const name = (index: number): string => (isTheirs(index) ? `${CANARY}-${String(index)}` : String(index));
  const orders = Array.from({ length: count }, (_, index) => ({
    ...{ orderId: `o-${name(index)}`, ...who(index), placedAt: at(index % 900), updatedAt: at(index % 900), currencyCode: 'EUR' },
    lines: [{ productId: `p${String(index % 40)}`, quantity: 1, unitPrice: '5.00' }, { productId: `p${String((index + 1) % 40)}`, quantity: 1, unitPrice: '7.00' }],
  }));
  const interactions = Array.from({ length: count }, (_, index) => ({
    ...{ eventId: `e-${name(index)}`, kind: 'VIEW', ...who(index), productId: `p${String(index % 40)}`, at: at(index % 900) },
  }));
  const lines = (facts: readonly object[]): string => `${facts.map((fact) => JSON.stringify(fact)).join('\n')}\n`;
  return { orders: lines(orders), interactions: lines(interactions), theirs: Array.from({ length: count }, (_, index) => index).filter(isTheirs).length };
};

const filesHolding = async (folder: string, text: string): Promise<readonly string[]> => {
  const names = await readdir(folder);
  const held = await Promise.all(names.map(async (name) => (await readFile(join(folder, name))).includes(text)));
  return names.filter((_, index) => held[index]);
};

describe('tandem erase', { timeout: 240_000 }, () => {
  const workplace = useWorkplace();

  it('refuses a folder without a shop, and makes none', async () => {
    const folder = workplace.path('no-shop');
    const { code, out, err } = await workplace.run(['erase', `${CANARY}-customer`], { DATA_DIR: folder });
    expect(code).toBe(1);
    expect(err).toContain('there is no shop in');
    expect(out + err).not.toContain(CANARY);
    await expect(readdir(folder)).rejects.toThrow();
  });

  it('refuses what cannot be a customer without repeating it', async () => {
    const { code, err } = await workplace.run(['erase', `$${CANARY}`], { DATA_DIR: workplace.path('no-shop') });
    expect([code, err.trim()]).toEqual([2, 'tandem: CUSTOMER must be an id that is no operator or reserved word']);
  });

  it('leaves nothing behind while two imports run beside a server, nor after a replay, in any file', async () => {
    const folder = workplace.path('shop');
    const env = { DATA_DIR: folder };
    const shop = filesOf(6_000);
    const [orders, interactions] = [await workplace.write('orders.jsonl', shop.orders), await workplace.write('interactions.jsonl', shop.interactions)];
    const serving = await startServing(workplace, servingEnv(folder));
    const importing = [
      workplace.succeed(['import', 'orders', orders, '--json'], env),
      workplace.succeed(['import', 'interactions', interactions, '--json'], env),
    ];
    const erasing = workplace.start(['erase', `${CANARY}-customer`, '--json'], env);
    const reports = (await Promise.all(importing)).map((report) => JSON.parse(report));
    for (const { rows, accepted, duplicates, rejected, skipped } of reports) expect([rows, accepted + duplicates + rejected + skipped]).toEqual([6_000, 6_000]);
    const erased = await erasing.ended;
    expect([erased.code, erased.err]).toEqual([0, expect.stringContaining('removing')]);

    // Whatever the erasure came too early for was refused; all of it is refused from now on.
    const again = JSON.parse(await workplace.succeed(['import', 'orders', orders, '--json'], env));
    expect(again).toMatchObject({ accepted: 0, duplicates: 6_000 - shop.theirs, rejected: shop.theirs });
    const receipt = await workplace.succeed(['erase', `${CANARY}-customer`, '--json'], env);
    expect(JSON.parse(receipt).id).toBe(JSON.parse(erased.out).id);
    await workplace.succeed(['learn'], env);
    expect(await filesHolding(folder, CANARY)).toEqual([]);
    serving.program.signal('SIGTERM');
    const { out, err, code } = await serving.program.ended;
    expect(code).toBe(0);
    expect([out, err, erased.out, erased.err, receipt].join('\n')).not.toContain(CANARY);
    await withStoreOf(folder, async ({ uri }) => {
      const client = new MongoClient(uri);
      const held = client.db('tandem');
      expect(await held.collection('orders').countDocuments({})).toBe(6_000 - shop.theirs);
      expect(await held.collection('interactions').countDocuments({})).toBe(6_000 - shop.theirs);
      await client.close();
    });
    expect(await filesHolding(folder, CANARY)).toEqual([]);
  });

  it('tells people what was removed and what is left to do', async () => {
    const out = await workplace.succeed(['erase', 'c1'], { DATA_DIR: workplace.path('shop') });
    expect(out).toMatch(/^Erased\. Receipt [\w-]{43}, first erased \d{4}-/);
    expect(out).toContain('tandem learn');
  });
});
