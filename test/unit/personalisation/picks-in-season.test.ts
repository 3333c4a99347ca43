import { describe, expect, it } from 'vitest';
import type { Order } from '../../../src/domain/facts/order.js';
import { foldProfile } from '../../../src/domain/personalisation/fold-profile.js';
import type { PickEvidence } from '../../../src/domain/personalisation/pick-evidence.js';
import { DEFAULT_PROFILE_SETTINGS } from '../../../src/domain/personalisation/profile-settings.js';
import { scorePicks } from '../../../src/domain/personalisation/score-picks.js';
import { type DemandIndex, demandIndexOf, NO_DEMAND } from '../../../src/domain/serving/demand-index.js';
import { popularityOf, someDemand, somePopularity, someSimilar } from '../../support/builders.js';
import { bought, daysAgo, TODAY } from '../../support/learning-facts.js';

const profileOf = (orders: readonly Order[]) =>
  foldProfile({ customerId: 'ann', orders, interactions: [], orderTotals: null, interactionTotals: null }, new Map(), DEFAULT_PROFILE_SETTINGS);

/** What a customer with these orders is shown at a moment, best first. */
const shown = (orders: readonly Order[], now: Date, evidence: Partial<PickEvidence> = {}): readonly string[] =>
  scorePicks({
    profile: profileOf(orders),
    similarity: new Map(),
    popularity: new Map(),
    demand: NO_DEMAND,
    wantedIds: [],
    viewedId: null,
    categoryPaths: new Map(),
    withinCategory: null,
    now,
    ...evidence,
  }).map(({ productId }) => productId);

const after = (days: number): Date => daysAgo(-days);

describe('what is used up in a month', () => {
  const filters = [0, 30, 60, 90, 120].map((days) => bought(`f${String(days)}`, 'ann', ['filters'], daysAgo(days)));
  const others = ['soap', 'rice', 'wine'].flatMap((id, place) =>
    [25, 145].map((days) => bought(`${id}${String(days)}`, 'ann', [id], daysAgo(days + place))),
  );

  it('is not among the first picks the day after it was bought, and leads once the month has gone by', () => {
    expect(shown([...filters, ...others], after(1)).indexOf('filters')).toBe(3);
    expect(shown([...filters, ...others], after(30))[0]).toBe('filters');
  });

  it('waits for as long as its buyers usually do, where the customer bought it but once', () => {
    const once = ['filters', 'soap'].map((id) => bought(id, 'ann', [id]));
    const usual = (filterDays: number, soapDays: number): DemandIndex =>
      demandIndexOf(someDemand({ filters: { intervalDays: filterDays, repeatRate: 0.8 }, soap: { intervalDays: soapDays, repeatRate: 0.8 } }));
    expect(shown(once, after(2), { demand: usual(30, 6) })).toEqual(['soap', 'filters']);
    expect(shown(once, after(2), { demand: usual(6, 30) })).toEqual(['filters', 'soap']);
    expect(shown(once, after(30), { demand: usual(30, 6) })).toEqual(['filters', 'soap']);
  });

  it('keeps to the customer’s own rhythm, whatever that of its buyers is', () => {
    const demand = demandIndexOf(someDemand({ filters: { intervalDays: 2 }, soap: { intervalDays: 400 }, rice: { intervalDays: 400 }, wine: { intervalDays: 400 } }));
    expect(shown([...filters, ...others], after(1), { demand }).indexOf('filters')).toBe(3);
  });
});

describe('what is out of season', () => {
  const trends = demandIndexOf(someDemand({ fading: { trend: -1 }, rising: { trend: 1 }, steady: {} }));

  it('goes below what is in season, bought before or not, all else equal', () => {
    const all = ['fading', 'rising', 'steady'];
    expect(shown([bought('o1', 'ann', all, daysAgo(9))], TODAY, { demand: trends })).toEqual(['rising', 'steady', 'fading']);
    const similarity = new Map([['tent', someSimilar('tent', { bought: { fading: 0.3, rising: 0.3, steady: 0.3 } })]]);
    const found = shown([bought('o1', 'ann', ['tent'], daysAgo(9))], TODAY, { demand: trends, similarity });
    expect(found.filter((id) => all.includes(id))).toEqual(['rising', 'steady', 'fading']);
  });
});

describe('picks where little is known', () => {
  const tent = [bought('o1', 'ann', ['tent'], daysAgo(9))];
  const similarity = new Map([['tent', someSimilar('tent', { bought: { pegs: 0.5, mat: 0.2 } })]]);

  it('are none of a customer without history: everybody’s list is theirs', () => {
    expect(shown([], TODAY, { similarity, popularity: popularityOf(somePopularity('', { mug: 1 })) })).toEqual([]);
  });

  it('hold a product that the shop has learned nothing of, behind what is wanted more', () => {
    const demand = demandIndexOf(someDemand({ tent: { demand: 2 }, mat: { demand: 2 }, mug: { demand: -1 } }));
    const evenly = new Map([['tent', someSimilar('tent', { bought: { mat: 0.3, 'new-pegs': 0.3 } })]]);
    const found = shown(tent, TODAY, { demand, similarity: evenly }).filter((id) => id !== 'tent');
    expect(found).toEqual(['mat', 'new-pegs']);
    const onlyNew = [bought('o1', 'ann', ['new-tent'], daysAgo(9))];
    expect(shown(onlyNew, TODAY, { demand })).toEqual(['new-tent']);
  });

  it('are the customer’s own habits in a shop that has learned nothing', () => {
    const orders = [bought('o1', 'ann', ['tent', 'gas'], daysAgo(200)), bought('o2', 'ann', ['gas'], daysAgo(100))];
    expect(shown(orders, TODAY)).toEqual(['gas', 'tent']);
  });

  it('follow the neighbours alone in a shop that learned pairs and no demand', () => {
    expect(shown(tent, TODAY, { similarity }).filter((id) => id !== 'tent')).toEqual(['pegs', 'mat']);
  });
});
