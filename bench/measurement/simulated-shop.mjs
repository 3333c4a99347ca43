// One shop's visits, exposures and orders, made from a seed: facts as the subgraph would have recorded them.
import { built } from '../built.mjs';
import { seeded } from '../learn/synthetic-shop.mjs';
import { geometric, lognormal } from './draws.mjs';
import { HABITS, HORIZON } from './true-effects.mjs';

const { armOf } = await built('domain/measurement/arm.js');

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
const AFTER_MS = 600_000;
const SEEDS_APART = 7_919;

/** The one list that all complements came from. */
export const LIST = {
  recommendationId: 'complements',
  lane: 'CROSS_SELL',
  placement: 'PRODUCT_PAGE',
  customerId: null,
  anchorIds: ['basket'],
  sources: new Map([['complement', 'CO_PURCHASE']]),
  shownSince: new Map([['complement', HORIZON.from]]),
  servedAt: Array.from({ length: HORIZON.days }, (_, day) => new Date(HORIZON.from.getTime() + day * DAY_MS)),
};

const line = (productId, value, recommendationId) => ({ productId, quantity: 1, unitPriceMinor: Math.max(1, Math.round(value)), recommendationId });

class Customer {
  constructor(random, id) {
    this.random = random;
    this.id = id;
    this.consents = random() < HABITS.consent;
    this.scale = lognormal(random, HABITS.scale);
    this.visits = Array.from({ length: geometric(random, HABITS.visits) }, () => this.#time()).sort((a, b) => a - b);
  }

  /** No visit begins in the last hour of a day, so that its order is of the same day. */
  #time() {
    return HORIZON.from.getTime() + Math.floor(this.random() * HORIZON.days) * DAY_MS + Math.floor(this.random() * 23 * HOUR_MS);
  }

  basket() {
    return this.scale * lognormal(this.random, this.random() < HABITS.largeShare ? HABITS.large : HABITS.everyday);
  }
}

const ordersOf = (customer, visit, { attach, conversion, value }) => {
  const { random } = customer;
  if (random() >= conversion * HABITS.conversion) return [];
  return Array.from({ length: random() < HABITS.second ? 2 : 1 }, (_, number) => {
    const lines = [line('basket', value * customer.basket(), null)];
    const attached = random() < attach[visit.arm];
    // In the holdout nothing was shown: who takes a complement all the same found it without a list.
    if (attached) lines.push(line('complement', lognormal(random, HABITS.complement), visit.arm === 'HOLDOUT' ? null : LIST.recommendationId));
    const placedAt = new Date(visit.at + (number + 1) * AFTER_MS);
    return {
      id: `${visit.id}-${number}`,
      customerId: customer.id,
      sessionId: visit.id,
      placedAt,
      updatedAt: placedAt,
      status: 'COMPLETED',
      currencyCode: 'EUR',
      lines,
    };
  });
};

const exposure = (lane, unitId, arm, at) => ({ lane, unitId, arm, at: new Date(at) });

/** All facts of the shop of this seed: exposures by unit, and orders. `holdout` is the share held out in both lanes. */
export const simulateShop = ({ customers, holdout, effects, seed }) => {
  const random = seeded(seed * SEEDS_APART);
  const settings = { holdoutShares: { CROSS_SELL: holdout, PERSONALISATION: holdout }, holdoutSalt: `shop ${seed}` };
  const facts = { visitExposures: new Map(), customerExposures: new Map(), orders: [] };
  for (let number = 0; number < customers; number += 1) {
    const customer = new Customer(random, `customer-${number}`);
    const arm = customer.consents && customer.visits.length > 0 ? armOf('PERSONALISATION', customer.id, settings) : null;
    if (arm !== null) facts.customerExposures.set(customer.id, exposure('PERSONALISATION', customer.id, arm, customer.visits[0]));
    const moved = arm === 'TREATMENT' ? effects : { conversion: 1, value: 1 };
    for (const [index, at] of customer.visits.entries()) {
      const id = `visit-${number}-${index}`;
      const asked = random() < HABITS.asked;
      const visit = { id, at, arm: asked ? armOf('CROSS_SELL', id, settings) : 'TREATMENT' };
      if (asked) facts.visitExposures.set(id, exposure('CROSS_SELL', id, visit.arm, at));
      facts.orders.push(...ordersOf(customer, visit, { ...moved, attach: effects.attach }));
    }
  }
  return facts;
};
