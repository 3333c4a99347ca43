import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { importCommand } from '../../src/commands/import.js';
import { dateReader } from '../../src/import/fields/dates.js';
import { ImportShop, NOW } from './import-shop.js';

describe('A catalogue from a file', () => {
  it('reads paths, tags, flags and prices; the last row of a product wins', async () => {
    const shop = new ImportShop();
    const file = [
      '\uFEFFProduct ID,Title,Categories,Brand,Price,Currency,Tags,Variant Of,In Stock,Active,Colour',
      'p1,"Robot, small",toys > robots,Acme,12.90,eur,new | blue,,yes,1,red',
      'p1,"Robot, ""R2""",toys > robots,Acme,13,EUR,,p0,no,true,red',
      'p2,"Two',
      'lines",,,,,,,,,',
      'p3,Bad,,,1,,,,perhaps,,',
      'p4,Plain,,,,,,,,,',
      '',
    ].join('\r\n');
    const report = await shop.run('catalogue', file);
    expect([report.rows, report.accepted, report.rejected]).toEqual([5, 3, 2]);
    expect(shop.facts.catalogue.get('p1')).toEqual({
      ...{ id: 'p1', title: 'Robot, "R2"', categoryPath: ['toys', 'robots'], brand: 'Acme', tags: [] },
      ...{ priceMinor: 1300, currencyCode: 'EUR', variantOf: 'p0', inStock: false, active: true },
    });
    expect(report.firstRejected.map(({ line, field }) => `${line} ${field}`).sort()).toEqual(['4 title', '6 currency']);
  });

  it('is a duplicate where nothing changed', async () => {
    const shop = new ImportShop();
    await shop.run('catalogue', 'product_id,title\np1,Robot\n');
    expect(await shop.run('catalogue', 'product_id,title\np1,Robot\np2,Lamp\n')).toMatchObject({ accepted: 1, duplicates: 1 });
  });

  it('may be JSON Lines with lists', async () => {
    const shop = new ImportShop();
    await shop.run('catalogue', JSON.stringify({ productId: 7, title: 'Robot', categoryPath: ['toys', 3], price: 1.5, currencyCode: 'EUR', active: false }));
    expect(shop.facts.catalogue.get('7')).toMatchObject({ categoryPath: ['toys', '3'], priceMinor: 150, active: false });
  });
});

describe('Interactions and consents from a file', () => {
  it('change the profiles of the customers they touch', async () => {
    const shop = new ImportShop();
    const file = 'event_id,kind,at,customer_id,product_id,slot\ne1,view,1777629600,c1,p1,2\ne2,SEARCH,1777629600,c1,,\n';
    const report = await shop.run('interactions', file, '--date-format', 'epoch');
    expect([report.accepted, report.rejected, report.customers]).toEqual([1, 1, 1]);
    expect(shop.profiles.stored.get('c1')?.profile.recentProductIds).toEqual(['p1']);
  });

  it('keep the newest consent of a customer, in whatever sequence they come', async () => {
    const shop = new ImportShop();
    await shop.run('consents', 'customer_id,consent,decided_at\nc1,no,2026-05-02\nc1,yes,2026-05-01\nc2,,2026-05-01\n');
    expect([...shop.facts.consents.values()]).toEqual([{ customerId: 'c1', consent: false, decidedAt: new Date('2026-05-02') }]);
    expect(shop.report()).toMatchObject({ accepted: 1, duplicates: 1, rejected: 1 });
  });

  it('cannot derive a catalogue, and there is nothing else to import', async () => {
    const shop = new ImportShop();
    expect(await shop.failing('interactions', 'x', '--derive-catalogue')).toContain('orders only');
    expect(await shop.failing('wishes', 'x')).toContain('there are catalogue, orders, interactions, consents');
  });
});

describe('Dates', () => {
  it.each([
    ['auto', '2026-05-01', '2026-05-01T00:00:00.000Z'],
    ['auto', '2010-12-01 08:26:00', '2010-12-01T08:26:00.000Z'],
    ['auto', '2026-05-01T10:00:00.123456Z', '2026-05-01T10:00:00.123Z'],
    ['auto', '2026-05-01T10:00:00', '2026-05-01T10:00:00.000Z'],
    ['auto', '2026-05-01T10:00+02:00', '2026-05-01T08:00:00.000Z'],
    ['M/D/YYYY H:mm', '12/1/2010 8:26', '2010-12-01T08:26:00.000Z'],
    ['YYYY-MM-DD HH:mm:ss', '2010-12-01 08:26:05', '2010-12-01T08:26:05.000Z'],
    ['epoch-ms', '1777629600000', '2026-05-01T10:00:00.000Z'],
  ])('%s reads %s', (format, text, instant) => {
    expect(dateReader(format)(text)).toEqual(new Date(instant));
  });

  it.each([
    ['auto', '12/1/2010 8:26'],
    ['auto', '2026-13-01'],
    ['auto', '2026-02-30T10:00:00Z'],
    ['auto', '2026-05-01T25:00:00Z'],
    ['M/D/YYYY H:mm', '13/1/2010 8:26'],
    ['epoch', 'soon'],
  ])('%s leaves %s as it is, for the check to refuse', (format, text) => {
    expect(dateReader(format)(text)).toBe(text);
  });
});

describe('The help of the import command', () => {
  it('names every kind with its columns and shows examples', () => {
    const command = importCommand({
      ...{ env: {}, out: () => undefined, err: () => undefined, now: () => NOW, stdin: Readable.from([]), interactive: false },
      withStores: () => Promise.reject(new Error('help opens no stores')),
    });
    let help = '';
    command.configureOutput({ writeOut: (text) => (help += text) }).outputHelp();
    for (const word of ['catalogue', 'orders', 'interactions', 'consents', '--map', 'tandem import orders', '--strict']) expect(help).toContain(word);
  });
});
