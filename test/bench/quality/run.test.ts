import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { sampleFiles } from '../../../src/demo/shop/sample-files.js';
import { builtProgram } from '../../e2e/support/built-program.js';
import { smallShop } from '../../e2e/support/small-shop.js';

interface Figure {
  readonly mean: number;
}
interface Method {
  readonly name: string;
  readonly one: { readonly hr4: Figure };
  readonly sameGroup?: number;
  readonly variety?: number;
}
interface Numbers {
  readonly complements: {
    readonly baskets: number;
    readonly sameGroupRates: { readonly ofMeetings: number; readonly ofProducts: number };
    readonly methods: readonly Method[];
    readonly cost: readonly { readonly name: string; readonly hr4: number; readonly z: number }[];
  };
  readonly picks: null | { readonly customers: number; readonly methods: readonly { readonly name: string; readonly recall10: Figure }[] };
  readonly costs: readonly { readonly learnSeconds: number }[];
}

interface Fitted {
  readonly fitted: { readonly again: Readonly<Record<string, number>>; readonly first: Readonly<Record<string, number>> };
  readonly shops: readonly {
    readonly cases: { readonly first: number };
    readonly shipped: { readonly recall10: Figure };
    readonly elsewhere: { readonly recall10: Figure } | null;
  }[];
}

const SCRIPT = fileURLToPath(new URL('../../../bench/quality/run.mjs', import.meta.url));
const DATA_KINDS = ['catalogue', 'orders', 'interactions'];

describe('The quality harness', { timeout: 480_000 }, () => {
  let folder = '';
  beforeAll(async () => {
    await builtProgram();
    folder = await mkdtemp(join(tmpdir(), 'tandem-quality-test-'));
    for (const { kind, name, text: rows } of sampleFiles(smallShop())) if (DATA_KINDS.includes(kind)) await writeFile(join(folder, name), rows);
  }, 180_000);
  afterAll(async () => rm(folder, { recursive: true, force: true }), 60_000);

  const run = async (...words: readonly string[]) => {
    const { TANDEM_DIST: _, MONGODB_URI: __, ...env } = process.env;
    const child = spawn(process.execPath, [SCRIPT, ...words], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    const [out, err, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')]);
    return { out, err, code: code as number | null };
  };

  it("measures the product and the baselines on any shop's own files", async () => {
    const json = join(folder, 'quality-numbers.json');
    const { out, err, code } = await run('--dataset', folder, '--quick', '60', '--json', json);
    expect({ code, err: code === 0 ? '' : err }).toEqual({ code: 0, err: '' });

    const { complements, picks, costs } = JSON.parse(await readFile(json, 'utf8')) as Numbers;
    expect(complements.baskets).toBeLessThanOrEqual(60);
    expect(picks?.customers).toBe(60);
    expect(costs).toHaveLength(1);
    const ofOne = Object.fromEntries(complements.methods.map(({ name, one }) => [name, one.hr4.mean]));
    const ofPicks = Object.fromEntries((picks?.methods ?? []).map(({ name, recall10 }) => [name, recall10.mean]));
    // What goes together in the sample shop is strong: whoever learns anything leaves popularity far behind.
    expect(ofOne['Tandem']).toBeGreaterThan(2 * (ofOne['popularity'] ?? 1));
    expect(ofPicks['Tandem']).toBeGreaterThan(ofPicks['popularity'] ?? 1);
    for (const name of ['Tandem', 'co-count', 'TIFU-KNN, published']) expect(out).toContain(`| ${name} `);
  });

  it('measures other policies beside the shipped one: a limit on the own category, and diversity', async () => {
    const json = join(folder, 'quality-policies.json');
    const policies = ['--same-group-cap', '1,0', '--diversity', 'high'];
    const { out, err, code } = await run('--dataset', folder, '--quick', '60', '--only', 'complements', ...policies, '--json', json);
    expect({ code, err: code === 0 ? '' : err }).toEqual({ code: 0, err: '' });

    const { complements } = JSON.parse(await readFile(json, 'utf8')) as Numbers;
    const method = (name: string) => complements.methods.find((one) => one.name === name);
    const [shipped, unlimited, none] = ['Tandem', 'Tandem, same-group cap 1', 'Tandem, same-group cap 0'].map(method);
    expect({ ...unlimited, name: '' }).toEqual({ ...shipped, name: '' });
    expect(shipped?.sameGroup).toBeGreaterThan(0);
    expect(none?.sameGroup).toBe(0);
    expect(method('Tandem, diversity HIGH')?.variety).toBeGreaterThan(shipped?.variety ?? 1);
    expect(complements.cost.map(({ name }) => name)).toEqual(complements.methods.slice(-3).map(({ name }) => name));
    expect(complements.cost[0]).toMatchObject({ hr4: 0 });
    expect(out).toContain('| Tandem, same-group cap 0 ');
    expect(out).toMatch(/Tandem, same-group cap 0: [−+]\d+\.\d % of HR@4, z -?\d+\.\d/);
  });

  it('asks about products that were never sold, which the catalogue alone knows', async () => {
    const json = join(folder, 'quality-cold.json');
    const { out, err, code } = await run('--dataset', folder, '--cold', '0.2', '--json', json);
    expect({ code, err: code === 0 ? '' : err }).toEqual({ code: 0, err: '' });
    const { complements, picks } = JSON.parse(await readFile(json, 'utf8')) as Numbers;
    const hits = Object.fromEntries(complements.methods.map(({ name, one }) => [name, one.hr4.mean]));
    // Nobody bought them with anything: a co-count has what sells to show.
    expect(hits['co-count']).toBe(hits['popularity']);
    expect(hits['Tandem']).toBeGreaterThanOrEqual(0);
    expect(picks).toBeNull();
    expect(out).toContain('cold products: ');
    expect(await run('--dataset', folder, '--cold', '1')).toMatchObject({ code: 2, err: expect.stringContaining('Give a number above 0 and below 1') as string });
    expect(await run('--dataset', folder, '--cold', '0.2', '--only', 'picks')).toMatchObject({ code: 1, err: expect.stringContaining('--cold asks about complements alone') as string });
  });

  it('refuses policies that it cannot measure', async () => {
    const bare = await mkdtemp(join(tmpdir(), 'tandem-quality-bare-'));
    await writeFile(join(bare, 'orders.jsonl'), await readFile(join(folder, 'orders.jsonl')));
    expect(await run('--dataset', bare, '--diversity', 'LOW')).toMatchObject({ code: 1, err: expect.stringContaining('has no categories') as string });
    await rm(bare, { recursive: true });
    expect(await run('--dataset', folder, '--groups', 'kinds')).toMatchObject({ code: 1, err: expect.stringContaining('--groups is for Online Retail') as string });
    expect(await run('--dataset', folder, '--diversity', 'LOTS')).toMatchObject({ code: 2, err: expect.stringContaining('Give NONE, LOW, MEDIUM, HIGH') as string });
    expect(await run('--dataset', folder, '--same-group-cap', '2')).toMatchObject({ code: 2, err: expect.stringContaining('Give numbers from 0 to 1') as string });
    const tuning = await run('--dataset', folder, '--tune', '--neighbours 10,50', '--diversity', 'LOW');
    expect(tuning).toMatchObject({ code: 1, err: expect.stringContaining('in a run of their own') as string });
  });

  it('ends with 1 and one sentence where there is nothing to measure', async () => {
    const nowhere = join(folder, 'nowhere');
    expect(await run('--dataset', nowhere)).toEqual({ out: '', err: `There is no folder ${nowhere}\n`, code: 1 });
    expect(await run('--dataset', tmpdir())).toMatchObject({ code: 1, err: expect.stringContaining('holds no data set') as string });
  });

  it('tunes nothing on the test part', async () => {
    const { code, err } = await run('--dataset', folder, '--part', 'test', '--tune', '--neighbours 10,50');
    expect({ code, err }).toMatchObject({ code: 1, err: expect.stringContaining('Nothing is tuned on the test part') as string });
  });

  it('fits the scorecard on the validation part, and says how the shipped one does beside it', async () => {
    const json = join(folder, 'fitted.json');
    const { out, err, code } = await run('--dataset', folder, '--fit', '--quick', '100', '--json', json);
    expect({ code, err: code === 0 ? '' : err }).toEqual({ code: 0, err: '' });
    const { fitted, shops } = JSON.parse(await readFile(json, 'utf8')) as Fitted;
    expect(fitted.again).toHaveProperty('purchaseDays', expect.any(Number));
    expect(fitted.first).toHaveProperty('neighbours', expect.any(Number));
    expect(shops).toHaveLength(1);
    expect(shops[0]?.shipped.recall10.mean).toBeGreaterThan(0);
    expect(shops[0]?.cases.first).toBeGreaterThan(0);
    expect(shops[0]?.elsewhere).toBeNull();
    expect(out).toContain('fitted without the customer');
    expect(out).not.toContain('fitted on the other shops');
  });

  it('says of several shops how each is ranked by what was fitted on the others', async () => {
    const json = join(folder, 'fitted-together.json');
    const { out, err, code } = await run('--dataset', folder, '--dataset', folder, '--fit', '--quick', '60', '--json', json);
    expect({ code, err: code === 0 ? '' : err }).toEqual({ code: 0, err: '' });
    const { shops } = JSON.parse(await readFile(json, 'utf8')) as Fitted;
    expect(shops[0]?.elsewhere?.recall10.mean).toBeGreaterThan(0);
    // One shop twice: each is the other's elsewhere.
    expect(shops[1]?.elsewhere).toEqual(shops[0]?.elsewhere);
    expect(out.match(/fitted on the other shops/g)).toHaveLength(2);
  });

  it('fits nothing on the test part, and takes several folders for nothing else', async () => {
    const onTest = await run('--dataset', folder, '--part', 'test', '--fit');
    expect(onTest).toMatchObject({ code: 1, err: expect.stringContaining('Nothing is fitted on the test part') as string });
    const several = await run('--dataset', folder, '--dataset', folder);
    expect(several).toMatchObject({ code: 1, err: expect.stringContaining('Several --dataset go with --fit') as string });
  });
});
