import { type CountedPair, type CountedSlice, type CountingPlan, type DatabaseGroups, type KindTotals, leastCountsOf, type ProductRepeat } from '../../domain/learning/database-counting.js';
import type { GroupKind, PairDocument } from './counting-documents.js';
import type { AggregatingDatabase } from './database.js';
import type { HugeGroups } from './group-facts.js';
import { repeatsOfHuge } from './huge-customers.js';
import { pairsOf } from './pair-pipeline.js';
import { AGAIN, productOccurrences, productRepeats, productWeights, RETURNED, totalsOfKinds } from './product-pipelines.js';
import { createPairs, type StagingNames } from './staging.js';

const NONE: KindTotals = { groups: 0, products: 0, capped: 0, known: 0, meetings: 0 };

const toPair = (pair: PairDocument): CountedPair => ({
  anchorId: pair.anchor,
  neighbourId: pair.neighbour,
  orders: { together: pair.bought, weight: pair.boughtWeight, owners: pair.buyers },
  visits: { together: pair.viewed, weight: pair.viewedWeight, owners: pair.viewers },
  customers: { together: pair.owned, weight: pair.ownedWeight, owners: pair.owned },
});

interface RepeatRow {
  readonly _id: { readonly product: string; readonly sign: number };
  readonly times: number;
}

const toRepeat = ({ _id: { product: productId, sign }, times }: RepeatRow): ProductRepeat => {
  if (sign === RETURNED) return { productId, kind: 'returned', times };
  return sign === AGAIN ? { productId, kind: 'again', times } : { productId, kind: 'interval', days: sign, times };
};

interface TotalsRow extends KindTotals {
  readonly _id: GroupKind;
}

interface WeightRow {
  readonly _id: string;
  readonly usual: number;
  readonly recent: number;
}

interface OccurrenceRow {
  readonly _id: { readonly kind: GroupKind; readonly product: string };
  readonly groups: number;
  readonly weight: number;
}

const countedSlice = (database: AggregatingDatabase, pairs: string): CountedSlice => ({
  async *pairsOf(anchorIds) {
    const wanted = [{ $match: { anchor: { $in: anchorIds } } }, { $project: { _id: 0 } }];
    for await (const pair of database.stream<PairDocument>(pairs, wanted)) yield toPair(pair);
  },

  drop: async () => database.drop(pairs),
});

/** How groups were made, and what must be known of those that no document may hold. */
export interface Grouped {
  readonly plan: CountingPlan;
  readonly huge: HugeGroups;
}

/** Asks the database about the groups of a run. */
export const countedGroups = (database: AggregatingDatabase, names: StagingNames, { plan: { settings }, huge }: Grouped): DatabaseGroups => {
  let slices = 0;
  return {
    async totals() {
      const totals = { orders: NONE, visits: NONE, customers: NONE };
      for await (const { _id, ...ofKind } of database.stream<TotalsRow>(names.groups, totalsOfKinds(settings.basketCap))) totals[_id] = ofKind;
      return totals;
    },

    async *productWeights() {
      const uncounted = new Set(huge.uncounted);
      for await (const { _id, usual, recent } of database.stream<WeightRow>(names.groups, productWeights())) {
        uncounted.delete(_id);
        yield { productId: _id, usual, recent };
      }
      for (const productId of uncounted) yield { productId, usual: 0, recent: 0 };
    },

    async *occurrences() {
      const rows = database.stream<OccurrenceRow>(names.groups, productOccurrences());
      for await (const { _id, groups, weight } of rows) yield { kind: _id.kind, productId: _id.product, groups, weight };
    },

    async *repeats() {
      for await (const row of database.stream<RepeatRow>(names.groups, productRepeats(huge.owners))) yield toRepeat(row);
      yield* repeatsOfHuge(database, names.groups, huge.owners);
    },

    async countPairs(anchorIds) {
      slices += 1;
      const pairs = names.pairs(slices);
      await createPairs(database, pairs);
      await database.merge(names.groups, pairsOf(anchorIds, leastCountsOf(settings)), pairs);
      return countedSlice(database, pairs);
    },
  };
};
