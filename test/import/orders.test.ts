import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { aFile, ImportShop, ORDER_HEADER } from './import-shop.js';

const AT = '2026-05-01 10:00:00';
const csv = (...rows: string[]): string => [ORDER_HEADER, ...rows].join('\n');

describe('Orders from a file of order lines', () => {
  it('are put together wherever their rows stand, and importing again changes nothing', async () => {
    const shop = new ImportShop();
    const file = csv(`o1,${AT},p1,1,2.50,GBP,c1`, `o2,${AT},p1,1,2.50,GBP,`, `o1,${AT},p2,3,1,GBP,c1`, `o1,${AT},p1,1,2.50,GBP,`);
    expect(await shop.run('orders', file)).toMatchObject({ rows: 4, accepted: 4, orders: 2, customers: 1 });
    expect(shop.facts.orders.get('o1')).toMatchObject({ customerId: 'c1', currencyCode: 'GBP' });
    expect(shop.facts.orders.get('o1')?.lines.map(({ productId, quantity }) => `${productId} ${quantity}`)).toEqual(['p1 1', 'p1 1', 'p2 3']);
    expect(await shop.run('orders', file)).toMatchObject({ accepted: 0, duplicates: 4, rejected: 0 });
    expect(shop.profiles.stored.get('c1')?.profile.orders).toBe(1);
  });

  it('say the same in whatever sequence their rows come', async () => {
    const rows = ['o1,p2,2', 'o1,p1,1', 'o2,p9,1', 'o1,p1,5'].map((text) => {
      const [id, product, quantity] = text.split(',');
      return `${id},${AT},${product},${quantity},1,GBP,c1`;
    });
    const expected = new ImportShop();
    await expected.run('orders', csv(...rows));
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(rows, { minLength: rows.length }), async (shuffled) => {
        const shop = new ImportShop();
        await shop.run('orders', csv(...shuffled));
        expect(new Map([...shop.facts.orders].sort())).toEqual(new Map([...expected.facts.orders].sort()));
      }),
      { numRuns: 20 },
    );
  });

  it('begin at the earliest time of their rows and last changed at the latest', async () => {
    const shop = new ImportShop();
    await shop.run('orders', csv('o1,2026-05-01 10:01:00,p1,1,1,GBP,', 'o1,2026-05-01 10:00:00,p2,1,1,GBP,'));
    expect(shop.facts.orders.get('o1')).toMatchObject({
      placedAt: new Date('2026-05-01T10:00:00Z'),
      updatedAt: new Date('2026-05-01T10:01:00Z'),
    });
  });

  it('are versions of one order where rows differ in updated_at, and the newest stands', async () => {
    const header = `${ORDER_HEADER},updated_at,status`;
    const rows = [`o1,${AT},p1,1,1,GBP,c1,2026-05-03,CANCELLED`, `o1,${AT},p1,1,1,GBP,c1,2026-05-02,completed`];
    const shop = new ImportShop();
    const report = await shop.run('orders', [header, ...rows].join('\n'));
    expect([report.accepted, report.duplicates]).toEqual([1, 1]);
    expect(shop.facts.orders.get('o1')?.status).toBe('CANCELLED');
  });

  it('are rejected whole when their rows contradict each other', async () => {
    const shop = new ImportShop();
    const report = await shop.run('orders', csv(`o1,${AT},p1,1,1,GBP,c1`, `o1,${AT},p2,1,1,GBP,c2`));
    expect([report.accepted, report.rejected]).toEqual([0, 2]);
    expect(shop.err[0]).toBe('line 2: field customer_id: differs between the rows of one order: "c1" and "c2"');
  });

  it('may be long, but not endless', async () => {
    const rows = Array.from({ length: 10_001 }, (_, index) => `long,${AT},p${index},1,1,GBP,`);
    const fine = await new ImportShop().run('orders', csv(...rows.slice(1)));
    const report = await new ImportShop().run('orders', csv(...rows, `o2,${AT},p1,1,1,GBP,`));
    expect([fine.accepted, report.accepted, report.rejected]).toEqual([10_000, 1, 10_001]);
  });

  it('come through the disk when they are many, none lost and none doubled', async () => {
    const rows = Array.from({ length: 150_000 }, (_, index) => `order-${index % 30_000},${AT},product-${index % 777}-${'x'.repeat(60)},1,1,GBP,`);
    const shop = new ImportShop();
    const report = await shop.run('orders', gzipSync([ORDER_HEADER, ...rows].join('\n')));
    expect(report).toMatchObject({ rows: 150_000, accepted: 150_000, orders: 30_000 });
    expect([...shop.facts.orders.values()].every(({ lines }) => lines.length === 5)).toBe(true);
    expect(shop.err).toContain('reading: 100,000 rows');
  });
});

describe('What the caller chooses about orders', () => {
  const file = csv(
    `o1,${AT},85123a,1,2.50,GBP,17850.0`,
    `o1,${AT},POST,1,18.00,GBP,17850.0`,
    `c1,${AT},85123A,-1,2.50,GBP,17850.0`,
    `o2,${AT},22423,1,0.0,GBP,17850.0`,
    `o3,${AT},22423,1,,GBP,17850.0`,
  );

  it('rejects returns and missing prices unless told otherwise', async () => {
    const report = await new ImportShop().run('orders', file);
    expect([report.accepted, report.rejected, report.skipped]).toEqual([2, 3, 0]);
  });

  it('skips them where asked, and counts them apart', async () => {
    const options = ['--returns', 'skip', '--missing-price', 'skip', '--exclude-products', '^POST$', '--uppercase-products', '--integer-ids'];
    const shop = new ImportShop();
    const report = await shop.run('orders', file, ...options);
    expect([report.rows, report.accepted, report.rejected, report.skipped]).toEqual([5, 1, 0, 4]);
    expect(report.skippedByReason).toEqual([
      { reason: 'no price (--missing-price skip)', rows: 2 },
      { reason: 'a return (--returns skip)', rows: 1 },
      { reason: 'the product is excluded (--exclude-products)', rows: 1 },
    ]);
    expect(shop.facts.orders.get('o1')).toMatchObject({ customerId: '17850', lines: [{ productId: '85123A' }] });
  });

  it('takes missing prices as 0, and only products that look like one, where asked', async () => {
    const shop = new ImportShop();
    const report = await shop.run('orders', file, '--missing-price', 'zero', '--only-products', '^\\d{5}$');
    expect([report.accepted, report.skipped]).toEqual([2, 3]);
    expect(shop.facts.orders.get('o3')?.lines[0]?.unitPriceMinor).toBe(0);
  });

  it('derives a catalogue: commonest title, newest price, and what is known stays', async () => {
    const header = `${ORDER_HEADER},Description`;
    const rows = [
      'o1,2026-05-01,p1,1,2.50,GBP,,Lamp', 'o2,2026-05-03,p1,1,3.00,GBP,,LAMP, red', 'o3,2026-05-02,p1,1,2.75,GBP,,Lamp',
      'o4,2026-05-02,p2,1,1,GBP,,', 'o5,2026-05-02,known,1,1,GBP,,Other',
    ].map((text) => text.replace('LAMP, red', '"LAMP, red"'));
    const shop = new ImportShop();
    await shop.run('catalogue', 'product_id,title\nknown,Known\n');
    const report = await shop.run('orders', [header, ...rows].join('\n'), '--derive-catalogue', '--map', 'title=Description');
    expect(report.productsAdded).toBe(2);
    expect(shop.facts.catalogue.get('p1')).toMatchObject({ title: 'Lamp', priceMinor: 300, currencyCode: 'GBP', inStock: true, active: true });
    expect(shop.facts.catalogue.get('p2')).toMatchObject({ title: 'p2' });
    expect(shop.facts.catalogue.get('known')).toMatchObject({ title: 'Known' });
  });

  it('reads the shapes of other shops: separators, commas in numbers, their dates and column names', async () => {
    const file = 'Beleg;Datum;Artikel;Menge;Preis\n7;24.12.2025 9:05;p1;2;1,99\n';
    const shop = new ImportShop();
    const map = 'order_id=Beleg,placed_at=Datum,product_id=Artikel,quantity=Menge,unit_price=Preis';
    await shop.run('orders', file, '--delimiter', ';', '--decimal-comma', '--currency', 'eur', '--map', map, '--date-format', 'D.M.YYYY H:mm');
    expect(shop.facts.orders.get('7')).toMatchObject({
      placedAt: new Date('2025-12-24T09:05:00Z'),
      currencyCode: 'EUR',
      lines: [{ quantity: 2, unitPriceMinor: 199 }],
    });
  });

  it('checks everything and writes nothing in a dry run', async () => {
    const shop = new ImportShop();
    const report = await shop.run('orders', file, '--dry-run', '--derive-catalogue');
    expect(report).toMatchObject({ dryRun: true, rows: 5, accepted: 2, rejected: 3, customers: 0 });
    expect([shop.opened, shop.facts.orders.size]).toEqual([0, 0]);
  });

  it('fails at the end when a row was rejected and --strict was asked for', async () => {
    const shop = new ImportShop();
    expect(await shop.failing('orders', file, '--strict')).toBe('3 rows were rejected (--strict)');
    expect(shop.facts.orders.size).toBe(1);
  });

  it.each([
    [['--map', 'colour=Farbe'], 'orders have no field "colour"; there are order_id'],
    [['--map', 'order_id'], 'write it as field=Column'],
    [['--map', 'order_id=Nummer'], 'no such column; the file has order_id'],
    [['--delimiter', 'ab'], '--delimiter ab: use one character'],
    [['--currency', 'pounds'], '--currency pounds: no known'],
    [['--only-products', '('], '--only-products: Invalid regular expression'],
    [['--date-format', 'yesterday'], '--date-format yesterday: use'],
    [['--retention-days', '-1'], '--retention-days -1: use'],
    [['--rejects', '/nowhere/rejects.csv'], 'cannot write --rejects /nowhere/rejects.csv'],
  ])('refuses %s and says what to write', async (options, told) => {
    expect(await new ImportShop().failing('orders', file, ...options)).toContain(told);
  });
});

describe('Orders from JSON Lines', () => {
  const order = {
    orderId: 'o1',
    customerId: 17850,
    placedAt: '2026-05-01T10:00:00Z',
    updatedAt: '2026-05-02T10:00:00Z',
    currencyCode: 'GBP',
    lines: [
      { productId: 'p1', quantity: 1, unitPrice: '2.50' },
      { productId: 'POST', quantity: 1, unitPrice: 18 },
    ],
  };

  it('are whole orders in the shape of the mutation, one row each', async () => {
    const shop = new ImportShop();
    expect(await shop.run('orders', JSON.stringify(order))).toMatchObject({ rows: 1, accepted: 1, orders: 1 });
    expect(shop.facts.orders.get('o1')).toMatchObject({ customerId: '17850', lines: [{ unitPriceMinor: 250 }, { unitPriceMinor: 1800 }] });
  });

  it('or one flat object per order line', async () => {
    const flat = ['p1', 'p2'].map((product_id) =>
      JSON.stringify({ order_id: 'o1', placed_at: '2026-05-01', product_id, quantity: 1, unit_price: 2.5, currency: 'GBP' }),
    );
    const shop = new ImportShop();
    expect(await shop.run('orders', flat.join('\n'))).toMatchObject({ rows: 2, accepted: 2, orders: 1 });
    expect(shop.facts.orders.get('o1')?.lines).toHaveLength(2);
  });

  it('lose only the lines that the caller leaves out, and are skipped when none stays', async () => {
    const shop = new ImportShop();
    const postage = { ...order, orderId: 'o2', lines: order.lines.slice(1) };
    const report = await shop.run('orders', [order, postage].map((each) => JSON.stringify(each)).join('\n'), '--exclude-products', '^POST$');
    expect([report.accepted, report.skipped]).toEqual([1, 1]);
    expect(shop.facts.orders.get('o1')?.lines.map(({ productId }) => productId)).toEqual(['p1']);
  });

  it('are rejected with the path of what is wrong', async () => {
    const shop = new ImportShop();
    const bad = [{ ...order, lines: 'none' }, { ...order, lines: [null] }, { ...order, lines: [{ productId: 'p1', quantity: 0.5, unitPrice: '1' }] }];
    await shop.run('orders', bad.map((each) => JSON.stringify(each)).join('\n'));
    expect(shop.err.slice(0, 3)).toEqual([
      'line 1: field lines: must be 1 to 10000 order lines, got "none"',
      'line 2: field unit_price: must be above 0 (see --missing-price), got nothing',
      'line 3: field quantity: must be a whole number of 1 or more, got 0.5',
    ]);
  });
});

describe('A file by its path', () => {
  it('is read plain or gzipped, and summed up for people', async () => {
    const shop = new ImportShop();
    const text = csv(`o1,${AT},p1,1,2.50,GBP,c1`, `o2,${AT},p1,-1,2.50,GBP,c1`);
    await shop.command(['orders', aFile('orders.csv', text)]);
    await shop.command(['orders', aFile('orders.csv.gz', gzipSync(text))]);
    expect(shop.out).toEqual([
      '2 rows read = 1 accepted + 0 duplicates + 1 rejected + 0 skipped',
      '1 order written',
      '1 customer profile computed again',
      '  rejected 1: quantity must be a whole number of 1 or more',
      '2 rows read = 0 accepted + 1 duplicates + 1 rejected + 0 skipped',
      '0 orders written',
      '1 customer profile computed again',
      '  rejected 1: quantity must be a whole number of 1 or more',
    ]);
  });

  it('shows a bar where a person looks on, and no lines of progress', async () => {
    const shop = new ImportShop();
    shop.interactive = true;
    await shop.command(['orders', aFile('orders.csv', csv(`o1,${AT},p1,1,2.50,GBP,c1`))]);
    await shop.run('orders', csv(`o1,${AT},p1,1,2.50,GBP,c1`));
    expect([shop.report().duplicates, shop.err]).toEqual([1, []]);
  });
});
