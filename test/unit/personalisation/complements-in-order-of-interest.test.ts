import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { complementsFor, type ComplementsRequest } from '../../../src/domain/cross-sell/complements-for.js';
import { policyFor } from '../../../src/domain/merchandising/policy-for.js';
import { personalisedComplementsFor } from '../../../src/domain/personalisation/personalised-complements-for.js';
import { ALL_CUSTOMERS_HELD_OUT, NO_HOLDOUT } from '../../support/arms.js';
import { aRule } from '../../support/builders.js';
import { covers, naiveComplements, ofAnchorGroups, rulesOn } from '../../support/naive-complements.js';
import { idsOf, readToTheEnd, slotsOf } from '../../support/pages.js';
import { anyComplementsRequest, anyShop, dependenciesOf, type RandomShop } from '../../support/random-decisions.js';

const RUNS = { numRuns: 200 };

const pagesFor = (customerId: string, shop: RandomShop, request: ComplementsRequest) =>
  readToTheEnd((position) => personalisedComplementsFor({ ...request, position, customerId }, dependenciesOf(shop)));
const pagesForAll = (shop: RandomShop, request: ComplementsRequest) =>
  readToTheEnd((position) => complementsFor({ ...request, position }, dependenciesOf(shop)));

const holds = (promise: (shop: RandomShop, request: ComplementsRequest) => Promise<void>) =>
  fc.assert(fc.asyncProperty(anyShop, anyComplementsRequest, promise), RUNS);

describe('complements in the order of interest, for any shop, customer and request', () => {
  it('shows the same products as everybody sees, over the whole list', () =>
    holds(async (shop, request) => {
      const everybody = (await pagesForAll(shop, request)).flatMap(idsOf);
      expect((await pagesFor('ann', shop, request)).flatMap(idsOf).toSorted()).toEqual(everybody.toSorted());
    }));

  it('leaves what people placed where they placed it', () =>
    holds(async (shop, request) => {
      const placed = (pages: Awaited<ReturnType<typeof pagesFor>>) =>
        slotsOf(pages)
          .filter(({ candidate }) => ['REQUIRED_COMPANION', 'PINNED', 'RULE', 'APPROVED_PAIR'].includes(candidate.source))
          .map(({ slot, candidate }) => [slot, candidate.productId]);
      const all = { ...request, first: 100 };
      expect(placed(await pagesFor('ann', shop, all))).toEqual(placed(await pagesForAll(shop, all)));
    }));

  it('is the public answer, name included, without consent, in the holdout, without history and unread', () =>
    fc.assert(
      fc.asyncProperty(anyShop, anyComplementsRequest, fc.constantFrom('consent', 'holdout', 'history', 'rule', 'down'), async (shop, request, missing) => {
        const held =
          missing === 'rule' ? { ...shop, rules: [...shop.rules, aRule('never', { action: 'NEVER_PERSONALISE', then: null })] } : shop;
        const dependencies = dependenciesOf(
          held,
          {
            ...(missing === 'consent' ? { consents: {} } : {}),
            ...(missing === 'history' ? { profiles: [] } : {}),
            down: missing === 'down' ? ['behaviour_profiles', 'consents'] : [],
          },
          { holdoutShares: missing === 'holdout' ? ALL_CUSTOMERS_HELD_OUT : NO_HOLDOUT },
        );
        expect(await personalisedComplementsFor({ ...request, customerId: 'ann' }, dependencies)).toEqual(
          await complementsFor(request, dependenciesOf(held)),
        );
      }),
      RUNS,
    ));

  it('moves nothing that a rule of either lane says customer data may not move', () =>
    holds(async (shop, request) => {
      const { anchors } = naiveComplements(shop, request);
      const never = (['CROSS_SELL', 'PERSONALISATION'] as const)
        .flatMap((lane) => rulesOn(shop, lane, request.placement, anchors))
        .filter(({ rule }) => rule.action === 'NEVER_PERSONALISE');
      const moved = slotsOf(await pagesFor('ann', shop, request)).filter(({ candidate }) => candidate.personalised);
      expect(moved.filter(({ candidate }) => never.some((applicable) => covers(applicable, candidate.product)))).toEqual([]);
    }));

  it('lets learning and popularity fill their share of a page with products of the anchors’ groups at most', () =>
    holds(async (shop, request) => {
      const { anchors } = naiveComplements(shop, request);
      const { sameGroupCap } = policyFor({ policies: shop.policies, ceiling: 'ASSIST' }, 'CROSS_SELL', request.placement);
      for (const page of await pagesFor('ann', shop, request))
        expect(ofAnchorGroups(page, anchors)).toBeLessThanOrEqual(Math.floor(sameGroupCap * request.first + 1e-9));
    }));

  it('lets learning fill its share of a page at most', () =>
    holds(async (shop, request) => {
      for (const { split } of await pagesFor('ann', shop, request))
        expect(split.learned).toBeLessThanOrEqual(Math.floor(split.learnedShareCap * request.first + 1e-9));
    }));
});
