import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { harness } from './harness.js';

interface Asked {
  readonly part: 'test' | 'validation';
  readonly earlier: number;
  readonly groups?: null;
}
interface Opened {
  readonly protocol: readonly string[];
  readonly complements: {
    readonly training: { readonly orders: readonly { readonly id: string }[] };
    readonly baskets: readonly { readonly id: string; readonly productIds: readonly string[] }[];
  };
  readonly picks: { readonly customers: readonly { readonly id: string; readonly truth: readonly string[] }[] };
}

const { openTaFeng } = await harness<{ openTaFeng(folder: string, options: Asked): Opened }>('datasets/ta-feng.mjs');
const { openOnlineRetail } = await harness<{ openOnlineRetail(folder: string, options: Asked): Opened }>('datasets/online-retail.mjs');
const { readOptions } = await harness<{ readOptions(words: readonly string[]): Asked }>('options.mjs');

/** Histories oldest first, and the last basket. */
const CUSTOMERS = { ann: [[[1], [2, 3], [1, 2], [3, 1]], [2]], bob: [[[3], [1, 2]], [1]], cat: [[[2]], [3]] };

const INVOICES = [
  ['1', '2011-06-03 09:00:00', '7', ['10001', '10002']],
  ['2', '2011-07-04 09:00:00', '7', ['10001', '10003']],
  ['3', '2011-08-05 09:00:00', '7', ['10002', '10003']],
  ['4', '2011-09-06 09:00:00', '7', ['10001', '10002']],
  ['5', '2011-10-12 09:00:00', '7', ['10001', '10002']],
] as const;

const csv = [
  'InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country',
  ...INVOICES.flatMap(([id, at, customer, products]) => products.map((product) => `${id},${product},P ${product},1,${at},1.00,${customer},UK`)),
].join('\n');

describe('The validation part of earlier', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'tandem-earlier-test-'));
    await writeFile(join(folder, 'tafeng.json.gz'), gzipSync(JSON.stringify(CUSTOMERS)));
    await writeFile(join(folder, 'online-retail.csv.gz'), gzipSync(csv));
  });
  afterAll(async () => rm(folder, { recursive: true, force: true }));

  it('holds out an earlier basket of every customer of Ta-Feng, and nothing that came after it is learned', () => {
    const { complements, picks } = openTaFeng(folder, { part: 'validation', earlier: 1 });
    expect(complements.training.orders.map(({ id }) => id)).toEqual(['ann-1', 'ann-2', 'ann-3', 'bob-1']);
    expect(complements.baskets.map(({ id, productIds }) => [id, productIds])).toEqual([['ann', ['1', '3']]]);
    expect(picks.customers.map(({ id, truth }) => [id, truth])).toEqual([['ann', ['3', '1']]]);
    const before = openTaFeng(folder, { part: 'validation', earlier: 2 });
    expect(before.complements.training.orders.map(({ id }) => id)).toEqual(['ann-1', 'ann-2']);
    expect(before.picks.customers.map(({ id, truth }) => [id, truth])).toEqual([['ann', ['1', '2']]]);
  });

  it('says where nobody is left to score', () => {
    expect(() => openTaFeng(folder, { part: 'validation', earlier: 3 })).toThrow('No customer of Ta-Feng has 3 baskets and 2 before them');
    expect(() => openOnlineRetail(folder, { part: 'validation', earlier: 9, groups: null })).toThrow('--earlier goes up to 8 months');
  });

  it('is a month of Online Retail for each', () => {
    const { protocol, complements } = openOnlineRetail(folder, { part: 'validation', earlier: 1, groups: null });
    expect(complements.training.orders.map(({ id }) => id)).toEqual(['1', '2', '3']);
    expect(complements.baskets.map(({ id }) => id)).toEqual(['4']);
    expect(protocol[1]).toContain('training before 2011-09-01');
    expect(openOnlineRetail(folder, { part: 'validation', earlier: 0, groups: null }).complements.baskets.map(({ id }) => id)).toEqual(['5']);
  });

  it('is what is meant where somebody asks for earlier, and the test part cannot be', () => {
    expect(readOptions(['--dataset', 'x', '--earlier', '2'])).toMatchObject({ part: 'validation', earlier: 2 });
    expect(readOptions(['--dataset', 'x'])).toMatchObject({ part: 'test', earlier: 0 });
    expect(() => readOptions(['--dataset', 'x', '--part', 'test', '--earlier', '1'])).toThrow('--earlier is of the validation part');
  });
});
