import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { complementsFor, type ComplementsRequest } from '../../../src/domain/cross-sell/complements-for.js';
import { personalisedComplementsFor } from '../../../src/domain/personalisation/personalised-complements-for.js';
import { LaneUnavailable } from '../../../src/domain/serving/unavailable.js';
import { idsOf, readToTheEnd, slotsOf } from '../../support/pages.js';
import { anyComplementsRequest, anyShop, dependenciesOf, reordered, type RandomShop } from '../../support/random-decisions.js';

const RUNS = { numRuns: 200 };

const inHoldout = (request: ComplementsRequest): ComplementsRequest => ({ ...request, arm: 'HOLDOUT' });
const serve = (shop: RandomShop, request: ComplementsRequest) => complementsFor(request, dependenciesOf(shop));
const allPages = (shop: RandomShop, request: ComplementsRequest) => readToTheEnd((position) => serve(shop, { ...request, position }));
const companionsOf = (pages: Parameters<typeof slotsOf>[0]) =>
  slotsOf(pages)
    .map(({ candidate }) => candidate)
    .filter(({ source }) => source === 'REQUIRED_COMPANION');

const holds = (promise: (shop: RandomShop, request: ComplementsRequest) => Promise<void>) =>
  fc.assert(fc.asyncProperty(anyShop, anyComplementsRequest, promise), RUNS);

describe('complements of a visit that is held out, for any shop and any request', () => {
  it('are the required companions that everybody else sees, as they are, and nothing else', () =>
    holds(async (shop, request) => {
      const held = await allPages(shop, inHoldout(request));
      expect(slotsOf(held).map(({ candidate }) => candidate)).toEqual(companionsOf(await allPages(shop, request)));
    }));

  it('say why they are empty, and have a name of their own that names nobody', () =>
    holds(async (shop, request) => {
      const [list, held] = await Promise.all([serve(shop, request), serve(shop, inHoldout(request))]);
      const isUnknown = list.emptyReason === 'UNKNOWN_ANCHOR';
      expect(held.emptyReason).toBe(isUnknown ? 'UNKNOWN_ANCHOR' : held.slots.length > 0 ? null : 'HOLDOUT');
      expect(held.recommendationId).not.toBe(list.recommendationId);
      expect([held.customerId, list.customerId]).toEqual([null, null]);
    }));

  it('are the same whoever asks and whatever the order of rules, policies, statistics and the basket', () =>
    holds(async (shop, request) => {
      const held = inHoldout(request);
      const again = { ...held, anchorIds: held.anchorIds.toReversed(), excludeIds: held.excludeIds.toReversed() };
      const list = await serve(shop, held);
      const other = await serve(reordered(shop), again);
      expect([other.recommendationId, idsOf(other)]).toEqual([list.recommendationId, idsOf(list)]);
      for (const customerId of ['ann', 'nobody'])
        expect(await personalisedComplementsFor({ ...held, customerId }, dependenciesOf(shop))).toEqual(list);
    }));

  it('are never unavailable where the treatment has something to show', () =>
    fc.assert(
      fc.asyncProperty(anyShop, anyComplementsRequest, fc.constantFrom('copurchase_stats', 'decided_pairs', 'catalogue'), async (shop, request, down) => {
        const ask = (each: ComplementsRequest) => complementsFor(each, dependenciesOf(shop, { down: [down] })).catch((error: unknown) => error);
        const [list, held] = await Promise.all([ask(request), ask(inHoldout(request))]);
        if (held instanceof LaneUnavailable) expect(list).toBeInstanceOf(LaneUnavailable);
      }),
      RUNS,
    ));
});
