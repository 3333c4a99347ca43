import { describe, expect, it } from 'vitest';
import { sampleFiles } from '../../src/demo/shop/sample-files.js';
import { generateSampleShop } from '../../src/demo/shop/sample-shop.js';
import { ImportShop, NOW } from '../import/import-shop.js';

const shop = generateSampleShop({ now: NOW });
const files = sampleFiles(shop);

describe('The sample shop as files', () => {
  it.each(files)('is imported without a rejected row: $kind', async ({ kind, text }) => {
    const report = await new ImportShop().run(kind, text);
    expect([report.rejected, report.skipped, report.duplicates]).toEqual([0, 0, 0]);
    expect(report.accepted).toBe(report.rows);
  });

  it('is the same facts again', async () => {
    const imported = new ImportShop();
    for (const { kind, text } of files) await imported.run(kind, text);
    expect([...imported.facts.catalogue.values()]).toEqual(shop.products);
    expect(imported.facts.orders.get('o-000777')).toEqual(shop.orders[776]);
    for (const id of ['e-000777', 'l-000777']) expect(imported.facts.interactionsById.get(id)).toEqual(shop.interactions.find((one) => one.id === id));
  }, 120_000);
});
