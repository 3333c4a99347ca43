import { mulberry32 as seeded } from '../../src/demo/shop/random.js';
import { DAY_MS } from '../../src/domain/learning/decay.js';
import { fingerprint } from '../../src/domain/learning/fingerprint.js';
import { armOf, type MeasurementArm } from '../../src/domain/measurement/arm.js';
import type { DaySheet, OrderRow } from '../../src/domain/measurement/day-sheet.js';
import { anOrderRow, aSheet, on } from './day-sheets.js';
import { basket, meanBasket } from './spending.js';

const CUSTOMERS = 600;
const VISITS = 3;
const HELD_OUT = 0.3;
const BASKET_SIGMA = 0.8;
const COMPLEMENT_SIGMA = 0.5;
const FIRST = on('2026-11-03', '08:00:00.000');

/** What the lanes do: complements taken per order and how likely a visit is to order, by arm. */
export interface Lanes {
  readonly attach: Readonly<Record<MeasurementArm, number>>;
  readonly conversion: Readonly<Record<MeasurementArm, number>>;
}

/** A complement costs about a third of a basket. */
const complement = (random: () => number): number => basket(random, COMPLEMENT_SIGMA) / 3;
const meanComplement = meanBasket(COMPLEMENT_SIGMA) / 3;

/** A small shop in which everybody comes three times in November 2026 and takes part in both comparisons from their first visit on. */
export const simulatedShop = ({ attach, conversion }: Lanes, seed: number): readonly DaySheet[] => {
  const random = seeded(seed);
  const settings = { holdoutShares: { CROSS_SELL: HELD_OUT, PERSONALISATION: HELD_OUT }, holdoutSalt: String(seed) };
  const orders: OrderRow[] = [];
  const units = { CROSS_SELL: { TREATMENT: 0, HOLDOUT: 0 }, PERSONALISATION: { TREATMENT: 0, HOLDOUT: 0 } };
  for (let customer = 0; customer < CUSTOMERS; customer += 1) {
    const customerArm = armOf('PERSONALISATION', `c${String(customer)}`, settings);
    units.PERSONALISATION[customerArm] += 1;
    for (let visit = 0; visit < VISITS; visit += 1) {
      const id = `v${String(customer)}-${String(visit)}`;
      const visitArm = armOf('CROSS_SELL', id, settings);
      units.CROSS_SELL[visitArm] += 1;
      if (random() >= conversion[customerArm]) continue;
      const extra = random() < attach[visitArm] ? complement(random) : 0;
      orders.push({
        customer: fingerprint(`c${String(customer)}`),
        visit: fingerprint(id),
        placedAt: new Date(FIRST.getTime() + orders.length),
        currencyCode: 'EUR',
        revenueMinor: Math.round(basket(random, BASKET_SIGMA) + extra),
        units: 1,
        crossSell: { arm: visitArm, at: FIRST },
        personalisation: { arm: customerArm, at: FIRST },
        credits: [],
      });
    }
  }
  const exposed = (['CROSS_SELL', 'PERSONALISATION'] as const).flatMap((lane) =>
    (['HOLDOUT', 'TREATMENT'] as const).map((arm) => ({ lane, arm, units: units[lane][arm] })),
  );
  return [aSheet('2026-11-03', { orders, exposed })];
};

const atLeastTwoOfThree = (share: number): number => 3 * share ** 2 * (1 - share) + share ** 3;

/** The expected differences between treatment and holdout in such shops, in minor units. */
export const trueEffectsOf = ({ attach, conversion }: Lanes) => {
  const mixed = (by: Readonly<Record<MeasurementArm, number>>): number => (1 - HELD_OUT) * by.TREATMENT + HELD_OUT * by.HOLDOUT;
  const perOrder = (attach.TREATMENT - attach.HOLDOUT) * meanComplement;
  const order = meanBasket(BASKET_SIGMA) + mixed(attach) * meanComplement;
  return {
    perOrder,
    perVisit: mixed(conversion) * perOrder,
    lifetimeValue: VISITS * (conversion.TREATMENT - conversion.HOLDOUT) * order,
    repeatPurchase: atLeastTwoOfThree(conversion.TREATMENT) - atLeastTwoOfThree(conversion.HOLDOUT),
  };
};

const DAYS = 60;
const NEW_PER_DAY = 120;

/** How a day of a shop is: the share that is held out of both lanes, and how much everybody spends, 1 being usual. */
export interface DayOfShop {
  readonly share: number;
  readonly level: number;
}

const ARMS: readonly MeasurementArm[] = ['HOLDOUT', 'TREATMENT'];

/** Sixty days from October 2026 on, with new customers every day, each of whom comes once and orders never, once or twice. No list has any effect. */
export const growingShop = (dayOf: (day: number) => DayOfShop, seed: number): readonly DaySheet[] => {
  const random = seeded(seed);
  const armBy = (share: number): MeasurementArm => (random() < share ? 'HOLDOUT' : 'TREATMENT');
  return Array.from({ length: DAYS }, (_, day) => {
    const { share, level } = dayOf(day);
    const at = new Date(on('2026-10-01', '08:00:00.000').getTime() + day * DAY_MS);
    const orders: OrderRow[] = [];
    const arms = Array.from({ length: NEW_PER_DAY }, () => ({ CROSS_SELL: armBy(share), PERSONALISATION: armBy(share) }));
    for (const [index, arm] of arms.entries()) {
      const unit = day * NEW_PER_DAY + index;
      for (let count = random() < 0.3 ? (random() < 0.3 ? 2 : 1) : 0; count > 0; count -= 1) {
        const revenueMinor = Math.round(level * basket(random, COMPLEMENT_SIGMA));
        const parts = { crossSell: { arm: arm.CROSS_SELL, at }, personalisation: { arm: arm.PERSONALISATION, at } };
        orders.push(anOrderRow({ customer: unit, visit: unit, placedAt: new Date(at.getTime() + 1), revenueMinor, ...parts }));
      }
    }
    const exposed = (['CROSS_SELL', 'PERSONALISATION'] as const).flatMap((lane) =>
      ARMS.map((arm) => ({ lane, arm, units: arms.filter((one) => one[lane] === arm).length })).filter(({ units }) => units > 0),
    );
    return aSheet(at.toISOString().slice(0, 10), { orders, exposed });
  });
};
