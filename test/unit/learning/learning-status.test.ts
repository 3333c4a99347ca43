import { describe, expect, it } from 'vitest';
import { learningStatusOf } from '../../../src/domain/learning/learning-status.js';
import { aModel, NOW } from '../../support/builders.js';

describe('the state of learning', () => {
  it('is that of a shop that never learned', () => {
    expect(learningStatusOf(null, null)).toEqual({
      modelVersion: null,
      publishedAt: null,
      orders: 0,
      products: 0,
      pairs: 0,
      customers: 0,
      windowDays: 0,
      sufficient: false,
      shortfall: 'Nothing has been learned yet',
      withheld: null,
    });
  });

  it('tells what was learned, and that it is enough', () => {
    expect(learningStatusOf(aModel({ orders: 500, pairs: 20 }), null)).toEqual({
      modelVersion: 'm1',
      publishedAt: NOW,
      orders: 500,
      products: 10,
      pairs: 20,
      customers: 100,
      windowDays: 365,
      sufficient: true,
      shortfall: null,
      withheld: null,
    });
  });

  it('tells what was learned since and held back, which changes nothing of what is published and whether that is enough', () => {
    const withheld = { modelVersion: 'm2', at: NOW, orders: 60, publishedHitRate: 0.08, withheldHitRate: 0.05, margin: 0.004 };
    const model = aModel({ orders: 500, pairs: 20 });
    expect(learningStatusOf(model, withheld)).toEqual({ ...learningStatusOf(model, null), withheld });
  });

  it.each([
    [{ orders: 0, pairs: 0 }, '0 completed orders in the window, at least 500 are needed'],
    [{ orders: 499, pairs: 100 }, '499 completed orders in the window, at least 500 are needed'],
    [{ orders: 500, pairs: 19 }, '19 pairs have enough support, at least 20 are needed'],
  ])('names what is missing: %j', (model, shortfall) => {
    expect(learningStatusOf(aModel(model), null)).toMatchObject({ sufficient: false, shortfall });
  });
});
