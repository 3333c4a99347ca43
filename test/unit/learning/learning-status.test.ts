import { describe, expect, it } from 'vitest';
import { learningStatusOf } from '../../../src/domain/learning/learning-status.js';
import { aModel, NOW } from '../../support/builders.js';

describe('the state of learning', () => {
  it('is that of a shop that never learned', () => {
    expect(learningStatusOf(null)).toEqual({
      modelVersion: null,
      publishedAt: null,
      orders: 0,
      products: 0,
      pairs: 0,
      customers: 0,
      windowDays: 0,
      sufficient: false,
      shortfall: 'Nothing has been learned yet',
    });
  });

  it('tells what was learned, and that it is enough', () => {
    expect(learningStatusOf(aModel({ orders: 500, pairs: 20 }))).toEqual({
      modelVersion: 'm1',
      publishedAt: NOW,
      orders: 500,
      products: 10,
      pairs: 20,
      customers: 100,
      windowDays: 365,
      sufficient: true,
      shortfall: null,
    });
  });

  it.each([
    [{ orders: 499, pairs: 100 }, '499 completed orders in the window, at least 500 are needed'],
    [{ orders: 500, pairs: 19 }, '19 pairs have enough support, at least 20 are needed'],
  ])('names what is missing: %j', (model, shortfall) => {
    expect(learningStatusOf(aModel(model))).toMatchObject({ sufficient: false, shortfall });
  });
});
