import { type CountedPair, type CountingPlan, type DatabaseGroups, type KindTotals, leastCountsOf, type ProductRepeat } from '../../domain/learning/database-counting.js';
import type { GroupKind, PairDocument } from './counting-documents.js';
import type { AggregatingDatabase } from './database.js';
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

/** Asks the database about the groups of a run. */
export const countedGroups = (database: AggregatingDatabase, names: StagingNames, { settings }: CountingPlan): DatabaseGroups => ({
  async totals() {
    const totals = { orders: NONE, visits: NONE, customers: NONE };
    for await (const { _id, ...ofKind } of database.stream<TotalsRow>(names.groups, totalsOfKinds(settings.basketCap))) totals[_id] = ofKind;
    return totals;
  },

  async *productWeights() {
    for await (const { _id, usual, recent } of database.stream<WeightRow>(names.groups, productWeights())) yield { productId: _id, usual, recent };
  },

  async *occurrences() {
    const rows = database.stream<OccurrenceRow>(names.groups, productOccurrences());
    for await (const { _id, groups, weight } of rows) yield { kind: _id.kind, productId: _id.product, groups, weight };
  },

  async *repeats() {
    for await (const row of database.stream<RepeatRow>(names.groups, productRepeats())) yield toRepeat(row);
  },

  async countPairs(anchorIds) {
    await createPairs(database, names);
    await database.merge(names.groups, pairsOf(anchorIds, leastCountsOf(settings)), names.pairs);
  },

  async *pairsOf(anchorIds) {
    const wanted = [{ $match: { anchor: { $in: anchorIds } } }, { $project: { _id: 0 } }];
    for await (const pair of database.stream<PairDocument>(names.pairs, wanted)) yield toPair(pair);
  },
});
