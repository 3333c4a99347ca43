import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { ArmAt, CreditRow, DaySheet, OrderRow } from '../../src/domain/measurement/day-sheet.js';
import type { SheetBasis } from '../../src/domain/measurement/measured-facts.js';
import { SOURCES } from '../../src/domain/ranking/candidate.js';
import { collected } from '../support/collected.js';
import { allDocumentsOf, useStores } from '../support/store.js';

const DAY = '2026-11-20';
const BEGAN = Date.parse(`${DAY}T00:00:00.000Z`);

const lane = fc.constantFrom('CROSS_SELL' as const, 'PERSONALISATION' as const);
const fewTexts = fc.constantFrom('a', 'b', 'PRODUCT_PAGE', 'käse', '𝒳:1', '');
const amount = fc.oneof(fc.nat(300), fc.nat(100_000), fc.nat(2 ** 31), fc.maxSafeNat());
const fingerprints = fc.option(fc.oneof(fc.nat(3), fc.maxSafeNat()), { nil: null });

const credit: fc.Arbitrary<CreditRow> = fc.record({
  lane,
  placement: fewTexts,
  source: fc.constantFrom(...SOURCES),
  anchorId: fc.option(fc.oneof(fewTexts, fc.string()), { nil: null }),
  productId: fc.oneof(fewTexts, fc.string()),
  units: amount,
  revenueMinor: amount,
});

const part = (placedAt: number): fc.Arbitrary<ArmAt | null> =>
  fc.option(
    fc.record({
      arm: fc.constantFrom('TREATMENT' as const, 'HOLDOUT' as const),
      at: fc.oneof(fc.nat(86_400_000), fc.nat(400 * 86_400_000)).map((before) => new Date(placedAt - before)),
    }),
    { nil: null },
  );

const order: fc.Arbitrary<OrderRow> = fc.nat(86_399_999).chain((offset) =>
  fc.record({
    customer: fingerprints,
    visit: fingerprints,
    placedAt: fc.constant(new Date(BEGAN + offset)),
    currencyCode: fc.constantFrom('GBP', 'EUR', 'SEK'),
    revenueMinor: amount,
    units: amount,
    crossSell: part(BEGAN + offset),
    personalisation: part(BEGAN + offset),
    credits: fc.array(credit, { maxLength: 3 }),
  }),
);

const someSheet: fc.Arbitrary<DaySheet> = fc.record({
  day: fc.constant(DAY),
  orders: fc.array(order, { maxLength: 12 }),
  activity: fc.array(
    fc.record({ lane, placement: fewTexts, source: fc.constantFrom(...SOURCES), impressions: fc.nat(), clicks: fc.nat(), basketAdds: fc.nat() }),
    { maxLength: 3 },
  ),
  lists: fc.array(fc.record({ lane, placement: fewTexts, lists: fc.nat() }), { maxLength: 3 }),
  exposed: fc.array(fc.record({ lane, arm: fc.constantFrom('TREATMENT' as const, 'HOLDOUT' as const), units: fc.nat() }), { maxLength: 3 }),
});

const aSheet = (day: string, impressions: number): DaySheet => ({
  day,
  orders: [],
  activity: [{ lane: 'CROSS_SELL', placement: 'BASKET', source: 'RULE', impressions, clicks: 0, basketAdds: 0 }],
  lists: [],
  exposed: [],
});

const AT = new Date('2026-11-21T03:00:00.000Z');
const basis = (changes: number, touches = 0, windowDays = 7): SheetBasis => ({ changes, touches, windowDays });

describe('a sheet that is kept', () => {
  const { stores, address } = useStores();

  it('comes back as it was put, whatever is in it', async () => {
    let changes = 0;
    await fc.assert(
      fc.asyncProperty(someSheet, async (sheet) => {
        changes += 1;
        await stores().sheets.put(sheet, basis(changes), AT);
        expect(await collected(stores().sheets.sheets(DAY, '2026-11-21'))).toEqual([sheet]);
      }),
      { numRuns: 200 },
    );
  });

  it('is the same bytes for the same sheet', async () => {
    const [sheet] = fc.sample(someSheet, { numRuns: 1, seed: 7 });
    if (sheet === undefined) throw new Error('There is no sample');
    const kept = async (): Promise<unknown> => {
      await stores().sheets.put(sheet, basis(1_000), AT);
      return (await allDocumentsOf(address()))['day_sheets'];
    };
    expect(await kept()).toEqual(await kept());
  });

  it('is refused, naming the day, when a document does not hold its orders', async () => {
    const row: OrderRow = {
      customer: 2 ** 52,
      visit: 2 ** 52,
      placedAt: new Date(BEGAN),
      currencyCode: 'GBP',
      revenueMinor: 1,
      units: 1,
      crossSell: null,
      personalisation: null,
      credits: [],
    };
    const sheet = { ...aSheet('2026-12-24', 1), orders: Array.from({ length: 700_000 }, () => row) };
    await expect(stores().sheets.put(sheet, basis(1), AT)).rejects.toThrow(/^2026-12-24 does not fit into a sheet: its 700,000 orders with 0 credited lines take /);
  });
});

describe('sheets', () => {
  const { stores } = useStores();
  const days = async (from: string | null, until: string): Promise<readonly string[]> =>
    (await collected(stores().sheets.sheets(from, until))).map(({ day }) => day);

  it('come ascending, from the first day up to before the last', async () => {
    for (const day of ['2026-11-03', '2026-10-31', '2026-11-01', '2026-11-02']) await stores().sheets.put(aSheet(day, 1), basis(1), AT);
    expect(await days('2026-11-01', '2026-11-03')).toEqual(['2026-11-01', '2026-11-02']);
    expect(await days(null, '2026-11-02')).toEqual(['2026-10-31', '2026-11-01']);
  });

  it('say from which state of the facts they were made', async () => {
    await stores().sheets.put(aSheet('2026-11-01', 1), basis(3, 5, 14), AT);
    expect((await stores().sheets.bases()).get('2026-11-01')).toEqual(basis(3, 5, 14));
  });

  it('are as fresh as the last roll-up that left nothing undone, whichever of two ends last', async () => {
    expect(await stores().sheets.measuredAt()).toBeNull();
    await stores().sheets.noteMeasured(AT);
    await stores().sheets.noteMeasured(new Date(AT.getTime() - 60_000));
    expect(await stores().sheets.measuredAt()).toEqual(AT);
  });
});

describe('of two roll-ups of a day', () => {
  const { stores } = useStores();
  let number = 0;

  /** What is held of a day after these were put in their order: the impressions tell which. */
  const heldAfter = async (...puts: readonly [SheetBasis, number][]): Promise<number | undefined> => {
    number += 1;
    const day = `2025-01-${String(number).padStart(2, '0')}`;
    for (const [made, impressions] of puts) await stores().sheets.put(aSheet(day, impressions), made, AT);
    const [held] = await collected(stores().sheets.sheets(day, `${day}z`));
    return held?.activity[0]?.impressions;
  };

  it.each<[string, SheetBasis, SheetBasis, number]>([
    ['the newer stands when it comes last', basis(1, 1), basis(2, 1), 2],
    ['the newer stands when it comes first', basis(2, 1), basis(1, 1), 1],
    ['the one that knows of more touches stands', basis(2, 2), basis(2, 1), 1],
    ['the later of the same state stands', basis(2, 2), basis(2, 2), 2],
    ['the later of another window stands, however new the other was', basis(9, 9, 7), basis(1, 1, 14), 2],
  ])('%s', async (_name, first, second, held) => {
    expect(await heldAfter([first, 1], [second, 2])).toBe(held);
  });

  it('the newest stands when many come at once', async () => {
    const puts = Array.from({ length: 8 }, (_, index) => index + 1);
    await Promise.all(puts.map(async (changes) => stores().sheets.put(aSheet('2025-02-01', changes), basis(changes), AT)));
    const [held] = await collected(stores().sheets.sheets('2025-02-01', '2025-02-02'));
    expect(held?.activity[0]?.impressions).toBe(8);
  });
});
