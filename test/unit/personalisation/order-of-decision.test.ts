import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { familyOf } from '../../../src/domain/catalogue/product.js';
import { policyFor } from '../../../src/domain/merchandising/policy-for.js';
import { picksFor, type PickList, type PicksRequest } from '../../../src/domain/personalisation/picks-for.js';
import { subjectsOf } from '../../../src/domain/personalisation/surface-context.js';
import { LaneUnavailable } from '../../../src/domain/serving/unavailable.js';
import { ALL_CUSTOMERS_HELD_OUT } from '../../support/arms.js';
import { aRule } from '../../support/builders.js';
import { covers, passesFilter, rulesOn } from '../../support/naive-complements.js';
import { idsOf, readToTheEnd, slotsOf } from '../../support/pages.js';
import { anyPicksRequest, anyShop, dependenciesOf, reordered, type RandomShop } from '../../support/random-decisions.js';

const RUNS = { numRuns: 200 };
const EVERYTHING = 100;

const serve = (shop: RandomShop, request: PicksRequest) => picksFor(request, dependenciesOf(shop));
const allPages = (shop: RandomShop, request: PicksRequest) => readToTheEnd((position) => serve(shop, { ...request, position }));
const policyOf = (shop: RandomShop, { surface }: PicksRequest) => policyFor({ policies: shop.policies, ceiling: 'ASSIST' }, 'PERSONALISATION', surface);
const minimumless = (shop: RandomShop): RandomShop => ({ ...shop, policies: shop.policies.map((policy) => ({ ...policy, atLeast: 0 })) });
const capless = (shop: RandomShop): RandomShop => ({ ...shop, policies: shop.policies.map((policy) => ({ ...policy, learnedShareCap: 1, atLeast: 0 })) });

/** All that keeps a list from being personal. */
const NOT_PERSONAL = [
  { rules: [], changes: { consents: {} }, settings: {} },
  { rules: [], changes: { consents: { ann: false, bob: false } }, settings: { consentDefault: true } },
  { rules: [], changes: { profiles: [] }, settings: {} },
  { rules: [], changes: {}, settings: { holdoutShares: ALL_CUSTOMERS_HELD_OUT } },
  { rules: [aRule('never', { lane: 'PERSONALISATION', action: 'NEVER_PERSONALISE', then: null })], changes: {}, settings: {} },
  { rules: [], changes: { down: ['behaviour_profiles' as const] }, settings: {} },
  { rules: [], changes: { down: ['consents' as const] }, settings: { consentDefault: true } },
];

const productsById = (shop: RandomShop) => new Map(shop.holdings.products.map((product) => [product.id, product]));

const rulesFor = (shop: RandomShop, { surface, context }: PicksRequest) =>
  rulesOn(shop, 'PERSONALISATION', surface, subjectsOf(surface, context, productsById(shop), dependenciesOf(shop).snapshot.categoryPaths));

/** What may be shown of the catalogue, whoever proposed it. */
const showable = (shop: RandomShop, request: PicksRequest) => {
  const rules = rulesFor(shop, request);
  const viewed = productsById(shop).get(request.context.productId ?? '');
  return shop.holdings.products.filter(
    (product) =>
      product.active &&
      product.inStock &&
      !request.excludeIds.includes(product.id) &&
      product.id !== request.context.productId &&
      (viewed === undefined || familyOf(viewed) !== familyOf(product)) &&
      passesFilter(product, request.filter) &&
      (request.context.categoryId === null || product.categoryPath.includes(request.context.categoryId)) &&
      !rules.some((applicable) => applicable.rule.action === 'EXCLUDE' && covers(applicable, product)),
  );
};

const holds = (promise: (shop: RandomShop, request: PicksRequest) => Promise<void>) =>
  fc.assert(fc.asyncProperty(anyShop, anyPicksRequest, promise), RUNS);

const holdsOn = (surface: PicksRequest['surface'], promise: (shop: RandomShop, request: PicksRequest) => Promise<void>) =>
  fc.assert(fc.asyncProperty(anyShop, anyPicksRequest.filter((request) => request.surface === surface), promise), RUNS);

describe('the order of decision of picks, for any shop, customer and surface', () => {
  it('shows nothing but what may be shown, and stays inside the category and off the product of the page', () =>
    holds(async (shop, request) => {
      const may = showable(shop, request).map(({ id }) => id);
      const shown = slotsOf(await allPages(shop, request)).map(({ candidate }) => candidate.productId);
      expect(may).toEqual(expect.arrayContaining(shown));
    }));

  it('never shows two of a family, nor a product twice, on whatever page', () =>
    holds(async (shop, request) => {
      const shown = slotsOf(await allPages(shop, request)).map(({ candidate }) => familyOf(candidate.product));
      expect(new Set(shown).size).toBe(shown.length);
    }));

  it('gives the same list whatever the size of the pages, where learning is not capped', () =>
    holds(async (shop, request) => {
      const [whole] = await allPages(capless(shop), { ...request, first: EVERYTHING });
      const pages = await allPages(capless(shop), request);
      expect(pages.flatMap(idsOf)).toEqual(whole === undefined ? [] : idsOf(whole));
      expect(new Set(pages.map(({ recommendationId }) => recommendationId)).size).toBe(1);
    }));

  it('lets learning fill its share of a page at most, counts the slots right, and says why there are none', () =>
    holds(async (shop, request) => {
      for (const page of await allPages(shop, request)) {
        const { human, learned, fallback, learnedShareCap } = page.split;
        expect(learned).toBeLessThanOrEqual(Math.floor(learnedShareCap * request.first + 1e-9));
        expect(human + learned + fallback).toBe(page.slots.length);
        expect(page.emptyReason === null).toBe(page.slots.length > 0);
      }
    }));

  it('gives the same answer whatever the order of rules, policies, statistics and exclusions', () =>
    holds(async (shop, request) => {
      const again = { ...request, excludeIds: request.excludeIds.toReversed() };
      expect(await serve(reordered(shop), again)).toEqual(await serve(shop, request));
    }));

  it('re-ranks a search: all of the given candidates that may be shown, one of each family, and nothing else', () =>
    holdsOn('SEARCH', async (shop, request) => {
      const refused = shop.holdings.profiles[0]?.products.filter(({ notInterested }) => notInterested).map(({ productId }) => productId);
      const pages = await allPages(minimumless(shop), request);
      const given = showable(shop, request).filter(({ id }) => request.context.candidateIds.includes(id));
      const wanted = given.filter(({ id }) => pages[0]?.personalisation.reason !== 'PERSONALISED' || refused?.includes(id) === false);
      const shown = slotsOf(pages).map(({ candidate }) => candidate);
      expect(request.context.candidateIds).toEqual(expect.arrayContaining(shown.map(({ productId }) => productId)));
      expect(new Set(shown.map(({ product }) => familyOf(product)))).toEqual(new Set(wanted.map(familyOf)));
    }));

  it('shows a customer who may not be personalised what everybody gets, moved by nobody’s data', () =>
    fc.assert(
      fc.asyncProperty(anyShop, anyPicksRequest, fc.constantFrom(...NOT_PERSONAL), async (shop, request, { rules, changes, settings }) => {
        const held = { ...shop, rules: [...shop.rules, ...rules] };
        const [ann, bob] = await Promise.all(
          ['ann', 'bob'].map((customerId) =>
            picksFor({ ...request, customerId }, dependenciesOf(held, changes, settings)).catch((error: unknown) => error),
          ),
        );
        expect(ann instanceof LaneUnavailable).toBe(bob instanceof LaneUnavailable);
        if (ann instanceof LaneUnavailable) return;
        expect(slotsOf([ann as PickList])).toEqual(slotsOf([bob as PickList]));
        expect((ann as PickList).personalisation.applied).toBe(false);
        expect((ann as PickList).slots.every(({ candidate }) => !candidate.personalised)).toBe(true);
      }),
      RUNS,
    ));

  it('never shows a customer what they asked to see less of, where their data is used at all', () =>
    holds(async (shop, request) => {
      const refused = (shop.holdings.profiles[0]?.products ?? []).filter(({ notInterested }) => notInterested).map(({ productId }) => productId);
      const pages = await allPages(shop, request);
      if (pages[0]?.personalisation.reason !== 'PERSONALISED') return;
      expect(pages.flatMap(idsOf).filter((id) => refused.includes(id))).toEqual([]);
    }));

  it('never lets customer data choose what a rule says it may not', () =>
    holds(async (shop, request) => {
      const never = rulesFor(shop, request).filter(({ rule }) => rule.action === 'NEVER_PERSONALISE');
      const chosen = slotsOf(await allPages(shop, request)).filter(({ candidate }) => candidate.personalised);
      expect(chosen.filter(({ candidate }) => never.some((applicable) => covers(applicable, candidate.product)))).toEqual([]);
    }));

  it('leaves no slot open while popularity has anything that may be shown', () =>
    holds(async (shop, request) => {
      const open = minimumless(shop);
      const page = await serve(open, request);
      const { autopilot, fallback } = policyOf(shop, request);
      const isPersonal = page.personalisation.reason === 'PERSONALISED';
      if (page.slots.length === request.first || autopilot === 'CURATED_ONLY' || (isPersonal && !fallback) || request.surface === 'SEARCH') return;
      const popular = shop.popularity.get(request.surface === 'CATEGORY' ? (request.context.categoryId ?? '') : '')?.ids ?? [];
      const refused = isPersonal ? (shop.holdings.profiles[0]?.products ?? []).filter(({ notInterested }) => notInterested).map(({ productId }) => productId) : [];
      const may = showable(shop, request).filter(({ id }) => !refused.includes(id));
      const alone = may.filter((product) => may.filter((other) => familyOf(other) === familyOf(product)).length === 1);
      const shown = idsOf(page);
      expect(alone.filter(({ id }) => popular.includes(id) && !shown.includes(id))).toEqual([]);
    }));

  it('names the lists of two customers apart where they are personal and else alike, and those of one customer by what they show', () =>
    fc.assert(
      fc.asyncProperty(anyShop, anyPicksRequest, fc.constantFrom(0, 0.5, 1), async (shop, request, learnedShareCap) => {
        const capped = { ...shop, policies: shop.policies.map((policy) => ({ ...policy, learnedShareCap })) };
        const [ann, bob, other] = [await serve(shop, request), await serve(shop, { ...request, customerId: 'bob' }), await serve(capped, request)];
        const isPersonal = ann.personalisation.applied || bob.personalisation.applied;
        if (isPersonal) expect(ann.recommendationId).not.toBe(bob.recommendationId);
        else if (ann.personalisation.reason === bob.personalisation.reason) expect(ann.recommendationId).toBe(bob.recommendationId);
        expect([ann, bob].map(({ customerId }) => customerId)).toEqual([ann.personalisation.applied ? 'ann' : null, bob.personalisation.applied ? 'bob' : null]);
        if (JSON.stringify(idsOf(ann)) !== JSON.stringify(idsOf(other))) expect(ann.recommendationId).not.toBe(other.recommendationId);
      }),
      RUNS,
    ));
});
