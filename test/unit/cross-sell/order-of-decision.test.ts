import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { familyOf, type ProductFacts } from '../../../src/domain/catalogue/product.js';
import { complementsFor, type ComplementList, type ComplementsRequest } from '../../../src/domain/cross-sell/complements-for.js';
import { policyFor } from '../../../src/domain/merchandising/policy-for.js';
import { ownerOf } from '../../../src/domain/ranking/candidate.js';
import { isOfAnchorGroup, naiveComplements, ofAnchorGroups } from '../../support/naive-complements.js';
import { idsOf, readToTheEnd, slotsOf } from '../../support/pages.js';
import { anyComplementsRequest, anyShop, dependenciesOf, reordered, type RandomShop } from '../../support/random-decisions.js';

const RUNS = { numRuns: 200 };
const EVERYTHING = 100;

const serve = (shop: RandomShop, request: ComplementsRequest) => complementsFor(request, dependenciesOf(shop));
const allPages = (shop: RandomShop, request: ComplementsRequest) => readToTheEnd((position) => serve(shop, { ...request, position }));
const policyOf = (shop: RandomShop, { placement }: ComplementsRequest) => policyFor({ policies: shop.policies, ceiling: 'ASSIST' }, 'CROSS_SELL', placement);
const capless = (shop: RandomShop): RandomShop => ({ ...shop, policies: shop.policies.map((policy) => ({ ...policy, learnedShareCap: 1, sameGroupCap: 1, atLeast: 0 })) });
const quota = (first: number, share: number) => Math.floor(share * first + 1e-9);

/** Whether a family may wait for another page because the anchors' groups have filled their share of this one. */
const mayWait = (shop: RandomShop, request: ComplementsRequest, page: ComplementList) => {
  const { anchors, decided, eligible } = naiveComplements(shop, request);
  const isFull = ofAnchorGroups(page, anchors) >= quota(request.first, policyOf(shop, request).sameGroupCap);
  const waiting = eligible.filter((product) => isFull && isOfAnchorGroup(product, anchors) && !decided.has(product.id)).map(familyOf);
  return (product: ProductFacts): boolean => waiting.includes(familyOf(product));
};

const minimumless = (shop: RandomShop): RandomShop => ({ ...shop, policies: shop.policies.map((policy) => ({ ...policy, atLeast: 0 })) });

const holds = (promise: (shop: RandomShop, request: ComplementsRequest) => Promise<void>) =>
  fc.assert(fc.asyncProperty(anyShop, anyComplementsRequest, promise), RUNS);

describe('the order of decision of complements, for any shop and any request', () => {
  it('shows nothing but what may be shown: no anchor, variant, exclusion, dismissed pair, nothing unsellable or filtered', () =>
    holds(async (shop, request) => {
      const eligible = naiveComplements(shop, request).eligible.map(({ id }) => id);
      const shown = slotsOf(await allPages(shop, request)).map(({ candidate }) => candidate.productId);
      expect(eligible).toEqual(expect.arrayContaining(shown));
    }));

  it('shows one product of each family of all that may be shown, where nothing is capped', () =>
    holds(async (shop, request) => {
      const naive = naiveComplements(shop, request);
      const shown = slotsOf(await allPages(capless(shop), request)).map(({ candidate }) => familyOf(candidate.product));
      expect(shown.toSorted()).toEqual([...naive.families].toSorted());
    }));

  it('gives the same list whatever the size of the pages, where nothing is capped', () =>
    holds(async (shop, request) => {
      const open = capless(shop);
      const [whole] = await allPages(open, { ...request, first: EVERYTHING });
      const pages = slotsOf(await allPages(open, request));
      expect(pages.map(({ candidate, slot }) => [slot, candidate.productId])).toEqual(
        whole?.slots.map(({ candidate }, index) => [index + 1, candidate.productId]),
      );
    }));

  it('never shows two of a family, nor a product twice, on whatever page', () =>
    holds(async (shop, request) => {
      const shown = slotsOf(await allPages(shop, request)).map(({ candidate }) => familyOf(candidate.product));
      expect(new Set(shown).size).toBe(shown.length);
    }));

  it('puts required companions before everything else', () =>
    holds(async (shop, request) => {
      const { required, eligible } = naiveComplements(shop, request);
      const slots = slotsOf(await allPages(minimumless(shop), request));
      const companions = slots.filter(({ candidate }) => candidate.source === 'REQUIRED_COMPANION');
      expect(slots.slice(0, companions.length)).toEqual(companions);
      const families = eligible.filter(({ id }) => required.has(id)).map(familyOf);
      expect(new Set(companions.map(({ candidate }) => familyOf(candidate.product)))).toEqual(new Set(families));
    }));

  it('puts pins on their slots: later only behind companions and other pins, earlier only where the list is shorter', () =>
    holds(async (shop, request) => {
      const [whole] = await allPages(capless(shop), { ...request, first: EVERYTHING });
      const slots = whole?.slots ?? [];
      const placed = new Set(['REQUIRED_COMPANION', 'PINNED']);
      for (const { candidate, slot } of slots.filter(({ candidate: { source } }) => source === 'PINNED')) {
        const asked = candidate.pinnedSlot ?? 0;
        expect(slots.slice(asked - 1, slot).every(({ candidate: { source } }) => placed.has(source))).toBe(true);
        if (slot < asked) expect(slots.slice(slot).every(({ candidate: { source } }) => source === 'PINNED')).toBe(true);
      }
    }));

  it('lets learning fill its share of a page at most, on every page', () =>
    holds(async (shop, request) => {
      const { learnedShareCap } = policyOf(shop, request);
      for (const { split } of await allPages(shop, request))
        expect(split.learned).toBeLessThanOrEqual(quota(request.first, learnedShareCap));
    }));

  it('lets learning and popularity fill their share of a page with products of the anchors’ groups at most, on every page', () =>
    holds(async (shop, request) => {
      const { anchors } = naiveComplements(shop, request);
      const most = quota(request.first, policyOf(shop, request).sameGroupCap);
      for (const page of await allPages(shop, request)) expect(ofAnchorGroups(page, anchors)).toBeLessThanOrEqual(most);
    }));

  it('shows what people decided, whatever groups are limited', () =>
    holds(async (shop, request) => {
      const decided = async (sameGroupCap: number) => {
        const limited = { ...shop, policies: shop.policies.map((policy) => ({ ...policy, sameGroupCap, atLeast: 0 })) };
        return slotsOf(await allPages(limited, request)).flatMap(({ candidate: { source, productId } }) => (ownerOf(source) === 'human' ? [productId] : [])).toSorted();
      };
      expect(await decided(0)).toEqual(await decided(1));
    }));

  it('leaves no slot open while people or popularity propose anything that may be shown', () =>
    holds(async (shop, request) => {
      const { uncapped, eligible } = naiveComplements(shop, request);
      const open = minimumless(shop);
      const page = await serve(open, request);
      const shown = new Set(idsOf(page));
      // A family is left where none of it is shown and its best is not held back by the cap.
      const alone = eligible.filter((product) => eligible.filter((other) => familyOf(other) === familyOf(product)).length === 1);
      const left = alone.filter(({ id }) => uncapped.has(id) && !shown.has(id));
      const waits = mayWait(open, request, page);
      if (page.slots.length < request.first) expect(left.filter((product) => !waits(product))).toEqual([]);
    }));

  it('leaves no slot open that learning may fill', () =>
    holds(async (shop, request) => {
      const { eligible } = naiveComplements(shop, request);
      const open = minimumless(shop);
      const page = await serve(open, request);
      const most = quota(request.first, policyOf(open, request).learnedShareCap);
      const waits = mayWait(open, request, page);
      const families = new Set(page.slots.map(({ candidate }) => familyOf(candidate.product)));
      if (page.slots.length < request.first && page.split.learned < most)
        expect(eligible.filter((product) => !families.has(familyOf(product)) && !waits(product))).toEqual([]);
    }));

  it('says who filled the slots, and why none was filled exactly when none was', () =>
    holds(async (shop, request) => {
      const page = await serve(shop, request);
      const { human, learned, fallback } = page.split;
      expect(human + learned + fallback).toBe(page.slots.length);
      expect(page.emptyReason === null).toBe(page.slots.length > 0);
      expect(learned).toBe(page.slots.filter(({ candidate }) => ownerOf(candidate.source) === 'learned').length);
    }));

  it('shows nothing where the minimum of the placement is not reached, and says so', () =>
    holds(async (shop, request) => {
      const { families, anchors } = naiveComplements(shop, request);
      const page = await serve(shop, request);
      if (families.size >= policyOf(shop, request).atLeast) return;
      expect(page.slots).toEqual([]);
      if (families.size > 0) expect(page.emptyReason).toBe('BELOW_MINIMUM');
      if (anchors.length === 0) expect(page.emptyReason).toBe('UNKNOWN_ANCHOR');
    }));

  it('gives the same answer whatever the order of rules, policies, pairs, statistics and exclusions', () =>
    holds(async (shop, request) => {
      const again = { ...request, excludeIds: request.excludeIds.toReversed() };
      expect(await serve(reordered(shop), again)).toEqual(await serve(shop, request));
    }));

  it('gives the same list under the same name whatever the order of the anchors', () =>
    holds(async (shop, request) => {
      const here = await serve(shop, request);
      const there = await serve(shop, { ...request, anchorIds: request.anchorIds.toReversed() });
      expect(there.recommendationId).toBe(here.recommendationId);
      expect(there.slots.map(({ candidate: { productId, source } }) => [productId, source])).toEqual(
        here.slots.map(({ candidate: { productId, source } }) => [productId, source]),
      );
    }));

  it('names all pages of a list alike', () =>
    holds(async (shop, request) => {
      const names = new Set((await allPages(shop, request)).map(({ recommendationId }) => recommendationId));
      expect(names.size).toBe(1);
    }));

  it('names lists apart that differ in what they show', () =>
    fc.assert(
      fc.asyncProperty(anyShop, anyComplementsRequest, fc.constantFrom(0, 0.3, 0.5, 1), fc.constantFrom(0, 0.5, 1), async (shop, request, learnedShareCap, sameGroupCap) => {
        const capped = { ...shop, policies: shop.policies.map((policy) => ({ ...policy, learnedShareCap, sameGroupCap })) };
        const [here, there] = [await serve(shop, request), await serve(capped, request)];
        if (JSON.stringify(idsOf(here)) !== JSON.stringify(idsOf(there))) expect(here.recommendationId).not.toBe(there.recommendationId);
      }),
      RUNS,
    ));

  it('never asks who the customer is, and moves nothing for anybody', () =>
    holds(async (shop, request) => {
      const dependencies = dependenciesOf(shop);
      const page = await complementsFor(request, dependencies);
      const strangers = dependenciesOf(shop, { profiles: [], consents: {}, down: ['behaviour_profiles', 'consents'] });
      expect(await complementsFor(request, strangers)).toEqual(page);
      expect([...dependencies.reader.asked].filter((name) => name === 'behaviour_profiles' || name === 'consents')).toEqual([]);
      expect(page.slots.every(({ candidate }) => !candidate.personalised)).toBe(true);
    }));
});
