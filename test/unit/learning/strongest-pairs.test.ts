import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { logLikelihoodRatioOf } from '../../../src/domain/cross-sell/association.js';
import { strongestFirst, type PairStrength } from '../../../src/domain/cross-sell/pair-strength.js';
import type { CoPurchaseStats, StrongestPairs } from '../../../src/domain/learning/model.js';
import { NO_PAIRS, strongestPairs } from '../../../src/domain/learning/strongest-pairs.js';

const ORDERS = 400;

/** Few different counts, so that strengths tie often. */
const neighbour = fc.record({ together: fc.integer({ min: 1, max: 5 }), orders: fc.integer({ min: 5, max: 8 }) });
const anchors = fc
  .uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'B'), { minLength: 1 })
  .chain((ids) =>
    fc.tuple(
      ...ids.map((productId) =>
        fc.dictionary(fc.constantFrom('u', 'v', 'w', 'x', 'X'), neighbour, { noNullPrototype: true }).map((all): CoPurchaseStats => {
          const counted = Object.values(all);
          return {
            productId,
            orders: 8,
            neighbourIds: Object.keys(all),
            ordersTogether: counted.map(({ together }) => together),
            neighbourOrders: counted.map(({ orders }) => orders),
            scores: counted.map(() => 1),
            basketScores: counted.map(() => 1),
          };
        }),
      ),
    ),
  );

const everyPair = (all: readonly CoPurchaseStats[]): readonly PairStrength[] =>
  all.flatMap(({ productId, orders, neighbourIds, ordersTogether, neighbourOrders }) =>
    neighbourIds.map((complementId, place) => {
      const counts = { together: ordersTogether[place] ?? 0, anchorOrders: orders, neighbourOrders: neighbourOrders[place] ?? 0, orders: ORDERS };
      return { anchorId: productId, complementId, logLikelihoodRatio: logLikelihoodRatioOf(counts) };
    }),
  );

const rowsOf = ({ anchorIds, complementIds, logLikelihoodRatios }: StrongestPairs): readonly PairStrength[] =>
  anchorIds.map((anchorId, at) => ({ anchorId, complementId: complementIds[at] ?? '', logLikelihoodRatio: logLikelihoodRatios[at] ?? -1 }));

describe('the strongest pairs of a shop', () => {
  it('are those that sorting all of them would put first, however few are kept at a time', () => {
    fc.assert(
      fc.property(anchors, fc.integer({ min: 1, max: 12 }), (all, most) => {
        expect(rowsOf(strongestPairs(all, ORDERS, most))).toEqual(everyPair(all).toSorted(strongestFirst).slice(0, most));
      }),
    );
  });

  it('are the same in whatever order anchors come', () => {
    fc.assert(
      fc.property(anchors, (all) => {
        expect(strongestPairs(all.toReversed(), ORDERS, 4)).toEqual(strongestPairs(all, ORDERS, 4));
      }),
    );
  });

  it('bring along what was counted of them', () => {
    const stats = { productId: 'tent', orders: 10, neighbourIds: ['mug', 'pegs'], ordersTogether: [2, 9], neighbourOrders: [50, 12], scores: [2, 1], basketScores: [2, 1] };
    expect(strongestPairs([stats], ORDERS)).toMatchObject({
      anchorIds: ['tent', 'tent'],
      complementIds: ['pegs', 'mug'],
      ordersTogether: [9, 2],
      anchorOrders: [10, 10],
      neighbourOrders: [12, 50],
    });
  });

  it('are none in a shop that learned none', () => {
    expect(strongestPairs([], 0)).toEqual(NO_PAIRS);
  });
});
