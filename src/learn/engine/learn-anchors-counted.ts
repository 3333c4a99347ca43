import { AnchorLearner, type AnchorLearning, type LearnedAnchors } from '../../domain/learning/anchor-learner.js';
import { sliceAnchors, type SliceLimits } from '../../domain/learning/anchor-slices.js';
import { countedRows } from '../../domain/learning/counted-rows.js';
import { type CountedPair, type DatabaseGroups, leastCountsOf } from '../../domain/learning/database-counting.js';
import type { AnchorRange } from '../../domain/learning/anchor-ranges.js';
import type { OnAnchor } from '../../domain/learning/learn-pairs.js';

/** One aggregation: so that what a database puts aside for it stays within some fifty gigabytes, and its list of anchors within one command. */
export const SLICE_LIMITS: SliceLimits = { work: 5e8, anchors: 40_000 };

/** Aggregations at once: a database runs each of them in one thread, and brings its parts together on one machine. */
const AT_ONCE = 4;

/** Anchors whose pairs are asked for at once: memory holds those of so many. */
const ANCHORS_PER_READ = 50;

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

/** Things that are made ahead of being asked for, so many at once, in the order in which they are asked for. */
async function* madeAhead<T, R>(things: readonly T[], make: (thing: T) => Promise<R>): AsyncIterable<readonly [T, R]> {
  const begin = (thing: T): Promise<R> => {
    const making = make(thing);
    // One that fails before its turn is heard of when its turn comes.
    making.catch(() => undefined);
    return making;
  };
  const under = things.slice(0, AT_ONCE).map(begin);
  try {
    for (const [place, thing] of things.entries()) {
      const made = await under.shift();
      const next = things[place + AT_ONCE];
      if (next !== undefined) under.push(begin(next));
      if (made !== undefined) yield [thing, made];
    }
  } finally {
    // Nobody asks any more, but what is under way must have ended before all is removed.
    await Promise.allSettled(under);
  }
}

/** Has the database count slices of anchors, and learns of each anchor what learning from columns would. */
export const learnAnchorsCounted = async (groups: DatabaseGroups, learning: CountedLearning, onProgress: OnAnchor): Promise<LearnedAnchors> => {
  const { productIds, numbers, work, limits = SLICE_LIMITS, totals, settings } = learning;
  const rows = countedRows(numbers, leastCountsOf(settings));
  const learner = new AnchorLearner(learning);
  const slices = sliceAnchors(totals.customers.occurrences.counts, work, limits);
  const count = async ({ from, until }: AnchorRange) => groups.countPairs(slices.length === 1 ? null : productIds.slice(from, until));
  for await (const [range, slice] of madeAhead(slices, count)) {
    for (const { from, until } of readsOf(range)) {
      const anchorIds = productIds.slice(from, until);
      const pairs = await pairsByAnchor(slice.pairsOf(anchorIds));
      anchorIds.forEach((id, place) => learner.learn(rows(from + place, pairs.get(id) ?? [])));
      onProgress(until, productIds.length);
    }
    await slice.drop();
  }
  return learner.finish();
};
