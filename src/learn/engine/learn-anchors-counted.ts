import { AnchorLearner, type AnchorLearning, type LearnedAnchors } from '../../domain/learning/anchor-learner.js';
import { sliceAnchors, type SliceLimits } from '../../domain/learning/anchor-slices.js';
import { countedRows } from '../../domain/learning/counted-rows.js';
import { type CountedPair, type DatabaseGroups, leastCountsOf } from '../../domain/learning/database-counting.js';
import type { AnchorRange } from '../../domain/learning/anchor-ranges.js';
import type { OnAnchor } from '../../domain/learning/learn-pairs.js';

/** Counted at once: so that what a database puts aside meanwhile stays within some hundred gigabytes, and a list of anchors within one command. */
export const SLICE_LIMITS: SliceLimits = { work: 2e9, anchors: 100_000 };

/** Anchors whose pairs are asked for at once: memory holds those of so many. */
const ANCHORS_PER_READ = 200;

/** What anchors are learned with, beside the database's groups. */
export interface CountedLearning extends AnchorLearning {
  readonly productIds: readonly string[];
  readonly numbers: ReadonlyMap<string, number>;
  /** Pairs in all groups, from both sides. */
  readonly work: number;
  readonly limits?: SliceLimits;
}

/** Pairs by anchor. */
const pairsByAnchor = async (pairs: AsyncIterable<CountedPair>): Promise<ReadonlyMap<string, readonly CountedPair[]>> => {
  const byAnchor = new Map<string, CountedPair[]>();
  for await (const pair of pairs) {
    const known = byAnchor.get(pair.anchorId);
    if (known === undefined) byAnchor.set(pair.anchorId, [pair]);
    else known.push(pair);
  }
  return byAnchor;
};

const readsOf = ({ from, until }: AnchorRange): readonly AnchorRange[] => {
  const reads: AnchorRange[] = [];
  for (let start = from; start < until; start += ANCHORS_PER_READ) reads.push({ from: start, until: Math.min(start + ANCHORS_PER_READ, until) });
  return reads;
};

/** Has the database count a slice of anchors after another, and learns of each what learning from columns would. */
export const learnAnchorsCounted = async (groups: DatabaseGroups, learning: CountedLearning, onProgress: OnAnchor): Promise<LearnedAnchors> => {
  const { productIds, numbers, work, limits = SLICE_LIMITS, totals, settings } = learning;
  const rows = countedRows(numbers, leastCountsOf(settings));
  const learner = new AnchorLearner(learning);
  const slices = sliceAnchors(totals.customers.occurrences.counts, work, limits);
  for (const slice of slices) {
    await groups.countPairs(slices.length === 1 ? null : productIds.slice(slice.from, slice.until));
    for (const { from, until } of readsOf(slice)) {
      const anchorIds = productIds.slice(from, until);
      const pairs = await pairsByAnchor(groups.pairsOf(anchorIds));
      anchorIds.forEach((id, place) => learner.learn(rows(from + place, pairs.get(id) ?? [])));
      onProgress(until, productIds.length);
    }
  }
  return learner.finish();
};
