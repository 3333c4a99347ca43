import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { ImportShop, ORDER_HEADER } from './import-shop.js';

const cell = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom('o1', 'o2', 'o3', '2026-05-01', '1', '2', '2.50', 'GBP', 'c1', '') },
  { weight: 1, arbitrary: fc.constantFrom('-1', '0', '"', '""', '"a,b"', '"open', 'a"b', '$gt', '__proto__', '2030-01-01', 'QQQ', '\u0000', '\uFEFF') },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 8 }) },
);
const goodRow = fc
  .record({ id: fc.constantFrom('o1', 'o2', 'o3'), product: fc.constantFrom('p1', 'p2', 'POST'), quantity: fc.integer({ min: -2, max: 3 }) })
  .map(({ id, product, quantity }) => `${id},2026-05-01,${product},${quantity},2.50,GBP,c1`);
const anyRow = fc.oneof(goodRow, fc.array(cell, { minLength: 1, maxLength: 8 }).map((cells) => cells.join(',')), fc.string({ maxLength: 20 }));
const ending = fc.constantFrom('\n', '\r\n');
const options = fc.subarray(['--returns=skip', '--missing-price=skip', '--exclude-products=^POST$', '--derive-catalogue', '--dry-run']);

describe('Whatever the file holds', () => {
  it('every row is counted once: rows = accepted + duplicates + rejected + skipped', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyRow, { maxLength: 15 }), ending, options, async (rows, end, chosen) => {
        const report = await new ImportShop().run('orders', [ORDER_HEADER, ...rows].join(end), ...chosen);
        expect(report.accepted + report.duplicates + report.rejected + report.skipped).toBe(report.rows);
      }),
      { numRuns: 300 },
    );
  });

  it('importing it twice accepts nothing new and keeps what was there', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyRow, { maxLength: 15 }), async (rows) => {
        const shop = new ImportShop();
        const file = [ORDER_HEADER, ...rows].join('\n');
        const first = await shop.run('orders', file);
        const held = structuredClone(shop.facts.orders);
        expect(await shop.run('orders', file)).toMatchObject({ accepted: 0, duplicates: first.accepted + first.duplicates, rejected: first.rejected });
        expect(shop.facts.orders).toEqual(held);
      }),
      { numRuns: 100 },
    );
  });

  it('a gzip cut anywhere still counts every row that was read', async () => {
    const rows = Array.from({ length: 300 }, (_, index) => `o${index >> 1},2026-05-01,p${index * 7919},1,2.50,GBP,c1`);
    const packed = gzipSync([ORDER_HEADER, ...rows].join('\n'));
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 200, max: packed.length - 1 }), async (length) => {
        const shop = new ImportShop();
        expect(await shop.failing('orders', packed.subarray(0, length))).toContain('broke off');
        const report = shop.report();
        expect(report.accepted + report.rejected).toBe(report.rows);
        expect([...shop.facts.orders.values()].every(({ lines }) => lines.length === 2)).toBe(true);
      }),
      { numRuns: 50 },
    );
  });
});
