import { describe, expect, it } from 'vitest';
import { learnStatistics } from '../../src/domain/learning/learn-statistics.js';
import { learningStatusOf } from '../../src/domain/learning/learning-status.js';
import { DEFAULT_LEARNING_SETTINGS } from '../../src/domain/learning/settings.js';
import { aModel } from '../support/builders.js';
import { collect } from '../support/learning-facts.js';
import { belongsTo, idOf, type MadeUpShop, madeUpOrders } from '../support/made-up-shops.js';

const PRODUCTS = 60;

const learn = (shop: Partial<MadeUpShop>) => {
  const orders = madeUpOrders({ orders: 1000, products: PRODUCTS, together: 0.4, another: 0.5, ...shop });
  const { counts, statistics } = learnStatistics(collect({ orders }), DEFAULT_LEARNING_SETTINGS);
  const first = new Map(statistics.coPurchase.map(({ productId, neighbourIds }) => [productId, neighbourIds[0]]));
  const found = Array.from({ length: PRODUCTS }, (_, product) => product).filter((product) => first.get(idOf(product)) === idOf(belongsTo(product)));
  return { status: learningStatusOf(aModel(counts), null), truthFound: found.length / PRODUCTS };
};

describe('whether what was learned is enough to rely on', () => {
  it.each([
    [0, '0 completed orders in the window, at least 500 are needed'],
    [10, '10 completed orders in the window, at least 500 are needed'],
    [100, '100 completed orders in the window, at least 500 are needed'],
  ])('is denied at %i orders, and few of the lists begin with what belongs there', (orders, shortfall) => {
    const { status, truthFound } = learn({ orders });
    expect(status).toMatchObject({ orders, sufficient: false, shortfall });
    expect(truthFound).toBeLessThan(0.5);
  });

  it.each([1000, 10_000])('is granted at %i orders, and the lists begin with what belongs there', (orders) => {
    const { status, truthFound } = learn({ orders });
    expect(status).toMatchObject({ orders, sufficient: true, shortfall: null });
    expect(truthFound).toBeGreaterThan(0.95);
  });

  it.each([1000, 10_000])('is denied at %i orders of single products: there is nothing to go by', (orders) => {
    const { status, truthFound } = learn({ orders, together: 0, another: 0 });
    expect(status).toMatchObject({ orders, pairs: 0, sufficient: false, shortfall: '0 pairs have enough support, at least 20 are needed' });
    expect(truthFound).toBe(0);
  });

  it('is denied at a thousand orders of ten thousand products, where hardly any pair can come to three customers', () => {
    const { status } = learn({ products: 10_000 });
    expect(status.sufficient).toBe(false);
    expect(status.shortfall).toBe(`${status.pairs} pairs have enough support, at least 20 are needed`);
  });
});
