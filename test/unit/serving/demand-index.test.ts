import { describe, expect, it } from 'vitest';
import { type DemandIndex, demandIndexOf, DemandParts, MOST_WANTED, NO_DEMAND, NO_NUMBER } from '../../../src/domain/serving/demand-index.js';
import { someDemand } from '../../support/builders.js';

const TEA = { demand: 1.5, trend: -0.25, repeatRate: 0.4, intervalDays: 21 };
const LAMP = { demand: -2, trend: 0.5, repeatRate: 0.1 };

/** All that is known of a product. */
const toldOf = (index: DemandIndex, productId: string) => {
  const { demand, trend, repeatRate, intervalDays } = index.of(productId);
  return { demand, trend, repeatRate, intervalDays };
};

describe('the demand for products', () => {
  it('is what was learned of each', () => {
    const index = demandIndexOf(someDemand({ tea: TEA, lamp: LAMP }));
    expect(toldOf(index, 'tea')).toEqual(TEA);
    expect(toldOf(index, 'lamp')).toEqual({ ...LAMP, intervalDays: null });
  });

  it('is the least of all for a product that nothing was learned of', () => {
    expect(toldOf(demandIndexOf(someDemand({ lamp: LAMP, tea: TEA })), 'unheard')).toEqual({ demand: -2, trend: 0, repeatRate: 0.1, intervalDays: null });
  });

  it('is the same for every product of a shop that has not learned any', () => {
    expect(demandIndexOf(someDemand({}))).toBe(NO_DEMAND);
    expect(NO_DEMAND.of('tea')).toEqual({ demand: 0, trend: 0, repeatRate: 0.2, intervalDays: null });
  });

  it('is put together from parts', () => {
    const many = Object.fromEntries(Array.from({ length: 3_000 }, (_, index) => [`p${String(index)}`, { demand: -index }]));
    const parts = new DemandParts();
    parts.add(someDemand(many));
    parts.add(someDemand({ tea: TEA }));
    expect([toldOf(parts.index(), 'tea'), parts.index().of('p2999').demand, parts.index().of('unheard').demand]).toEqual([TEA, -2_999, -2_999]);
  });

  it('keeps every product’s number where a part is missing, whose numbers are nobody’s', () => {
    const parts = new DemandParts();
    parts.add(someDemand({ tea: TEA }));
    parts.add(someDemand({ lamp: LAMP }), 3);
    const index = parts.index();
    expect([index.size, index.numberOf('tea'), index.numberOf('lamp')]).toEqual([4, 0, 3]);
    expect([0, 1, 2, 3, 4].map((number) => index.idAt(number))).toEqual(['tea', '', '', 'lamp', '']);
    expect([toldOf(index, 'lamp'), index.demandAt(3), index.trendAt(3)]).toEqual([{ ...LAMP, intervalDays: null }, LAMP.demand, LAMP.trend]);
    expect(index.mostWanted).toEqual(['tea']);
  });

  it('is found by a product’s number, which is its place among what was learned', () => {
    const index = demandIndexOf(someDemand({ tea: TEA, lamp: LAMP }));
    expect([index.size, index.numberOf('tea'), index.numberOf('lamp'), index.numberOf('unheard')]).toEqual([2, 0, 1, NO_NUMBER]);
    expect([index.idAt(0), index.idAt(1)]).toEqual(['tea', 'lamp']);
    expect([0, 1, NO_NUMBER].map((number) => [index.demandAt(number), index.trendAt(number)])).toEqual([[1.5, -0.25], [-2, 0.5], [-2, 0]]);
    expect([NO_DEMAND.size, NO_DEMAND.numberOf('tea'), NO_DEMAND.idAt(0), NO_DEMAND.demandAt(NO_NUMBER), NO_DEMAND.trendAt(NO_NUMBER)]).toEqual([0, NO_NUMBER, '', 0, 0]);
  });

  it('is ordinary where a column is short', () => {
    const short = demandIndexOf({ ids: ['tea'], demand: [], trend: [], repeatRate: [], intervalDays: [] });
    expect(toldOf(short, 'tea')).toEqual(NO_DEMAND.of('tea'));
  });

  it('knows what is wanted more than the average product, most wanted first, as it was learned', () => {
    const index = new DemandParts();
    for (const part of [{ rice: { demand: 2 }, beans: { demand: 1 } }, { tea: { demand: 1 }, cup: {}, lamp: { demand: -1 } }]) index.add(someDemand(part));
    expect(index.index().mostWanted).toEqual(['rice', 'beans', 'tea']);
    expect(NO_DEMAND.mostWanted).toEqual([]);
  });

  it('knows the most wanted of what is there where the first part is missing', () => {
    const index = new DemandParts();
    index.add(someDemand({ tea: { demand: 1 }, lamp: { demand: -1 } }), 2 * MOST_WANTED);
    expect(index.index().mostWanted).toEqual(['tea']);
  });

  it('names no more than the most wanted', () => {
    const ids = Array.from({ length: 2 * MOST_WANTED }, (_, index) => `p${String(index + 100)}`);
    expect(demandIndexOf(someDemand(Object.fromEntries(ids.map((id) => [id, { demand: 1 }])))).mostWanted).toEqual(ids.slice(0, MOST_WANTED));
  });
});
