import { createAnchorLines } from './anchor-lines.js';
import type { Groups } from './groups.js';
import { countOccurrences, type Occurrences, type PairTotals } from './occurrences.js';
import { RememberedPairs } from './remembered-pairs.js';
import { createTally } from './tally.js';

export type { Occurrences, PairTotals } from './occurrences.js';

/** What one anchor meets: valid until the counter counts its next row. */
export interface PairRow {
  readonly anchor: number;
  /** The products it meets often enough, in no order that matters. */
  readonly neighbours: Uint32Array;
  /** Groups with both, by product number; 0 where they do not meet often enough. */
  readonly together: Int32Array;
  /** Weight of those groups, by product number. */
  readonly weights: Float64Array;
  /** Distinct owners of those groups, by product number. */
  readonly owners: Int32Array;
}

/** Counts pairs one anchor at a time. */
export interface PairCounter extends PairTotals {
  readonly groups: Groups;
  /**
   * Quick for anchors in ascending order; any other has the counting begin again from it on. Pairs that `also` holds, the same anchor's row of
   * another counter, are kept however seldom they meet here.
   */
  row(anchor: number, also?: PairRow): PairRow;
}

/** How pairs are counted. */
export interface PairCounting {
  /** Pairs in fewer groups are left out of the rows, which then cost less; 1 where nothing is said. */
  readonly atLeast?: number;
  /** The first anchor that a row is asked for: a part of the anchors is quicker for knowing it. */
  readonly from?: number;
  /** Rows are asked for below this anchor only: for who counts a part of the anchors. */
  readonly until?: number;
  /** Most bytes that counting may take, beside the groups and a few numbers per group and product, whatever the number of pairs. */
  readonly bytes?: number;
  /** Those of the groups, where they are known. */
  readonly occurrences?: Occurrences;
}

/** Enough for ten million order lines without counting any pair twice. */
export const DEFAULT_COUNTING_BYTES = 96 * 2 ** 20;

/** The part of the memory that holds the lines of anchors; the other part remembers pairs. */
const LINES_SHARE = 1 / 3;

const BYTES_PER_WORD = 4;

/** Most pairs that there can be: what counting takes grows with them. */
export const mostPairs = ({ count, offsets }: Pick<Groups, 'count' | 'offsets'>): number => {
  let pairs = 0;
  for (let group = 0; group < count; group += 1) {
    const size = (offsets[group + 1] ?? 0) - (offsets[group] ?? 0);
    pairs += (size * (size - 1)) / 2;
  }
  return pairs;
};

/**
 * Counts row by row. Of a pair's two rows the earlier counts, and the later is told, as long as memory allows. Groups are summed in ascending
 * order, so the weights come out the same to the last bit however often counting begins again; and as groups are sorted by owner, an owner who was
 * counted before is known by being the last one.
 */
export const createPairCounter = (groups: Groups, counting: PairCounting = {}): PairCounter => {
  const { atLeast = 1, from = 0, until = groups.products, bytes = DEFAULT_COUNTING_BYTES } = counting;
  const occurrences = counting.occurrences ?? countOccurrences(groups);
  const lines = createAnchorLines(groups, (bytes * LINES_SHARE) / BYTES_PER_WORD, from);
  const remembered = new RememberedPairs(groups.products, { bytes: bytes * (1 - LINES_SHARE), pairs: mostPairs(groups), end: until });
  const tally = createTally(groups.products);
  const { together, weights, owners } = tally;
  let [expected, laidUntil] = [from, from];

  const begin = (anchor: number): void => {
    lines.begin(anchor);
    remembered.clear();
    laidUntil = anchor;
  };

  const count = (anchor: number): void => {
    if (anchor !== expected || anchor >= remembered.until) begin(anchor);
    if (anchor >= laidUntil) laidUntil = lines.lay(anchor, remembered.until);
    if (anchor < laidUntil) lines.tell(anchor, tally);
    else lines.tellInParts(anchor, tally);
    expected = anchor + 1;
  };

  const row = (anchor: number, also?: PairRow): PairRow => {
    tally.clear();
    count(anchor);
    tally.keep(atLeast, also?.together ?? null);
    remembered.remember(anchor, tally);
    remembered.recall(anchor, tally);
    return { anchor, neighbours: tally.neighbours(), together, weights, owners };
  };

  return { groups, occurrences, row };
};
