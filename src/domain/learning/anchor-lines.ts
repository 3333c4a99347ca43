import type { Groups } from './groups.js';
import { createLineBuffer, LINE_HEADER, wordsFor } from './line-buffer.js';
import type { Tally } from './tally.js';

/**
 * What anchors meet, copied from the groups so that each anchor's part is one stretch of memory, for as many anchors at a time as there is room for.
 * Going through the groups once for many anchors reads and writes streams, where looking up every anchor's groups one by one would wait for memory at
 * every line. Anchors are counted from a first one on: an anchor's lines leave out those between the first and itself, since they met it already.
 */
export interface AnchorLines {
  /** Counts anchors from this one on, whatever was counted before. */
  begin(first: number): void;
  /**
   * Lays out the anchors from `from`, which follows those laid before, up to `until` or as many as there is room for. Answers the first anchor
   * that is not laid: `from` itself when it alone is too large.
   */
  lay(from: number, until: number): number;
  /** Adds a laid anchor's lines to a tally, in the order of the groups. */
  tell(anchor: number, tally: Tally): void;
  /** Does the same for an anchor that alone is too large, while nothing is laid out. */
  tellInParts(anchor: number, tally: Tally): void;
}

/**
 * Makes lines of groups, in a buffer of at most so many words, more where a single line needs them, for anchors
 * from the first one on until another is told. (Functions that are made per counter, and no
 * class, so that the compiler can take the columns for constants: inner loops are a tenth quicker.)
 */
export const createAnchorLines = (groups: Groups, most: number, from = 0): AnchorLines => {
  const { count, products, offsets, members, weights, owners } = groups;
  /** Words that each anchor takes, counted from the first. */
  const needed = new Float64Array(products);
  const starts = new Int32Array(products);
  const ends = new Int32Array(products);
  /** The place in each group from which on nothing has been laid. */
  const next = new Uint32Array(count);
  let first = 0;
  let largest = 0;

  const begin = (from: number): void => {
    first = from;
    needed.fill(0);
    for (let group = 0; group < count; group += 1) {
      const start = offsets[group] ?? 0;
      const end = offsets[group + 1] ?? 0;
      let place = start;
      while (place < end && (members[place] ?? 0) < first) place += 1;
      next[group] = place;
      largest = Math.max(largest, end - start);
      const before = place - start;
      for (; place < end; place += 1) {
        const member = members[place] ?? 0;
        needed[member] = (needed[member] ?? 0) + wordsFor(before + end - place - 1);
      }
    }
  };
  begin(from);

  const all = needed.reduce((sum, words) => sum + words, 0);
  const buffer = createLineBuffer(Math.max(Math.min(all, most), wordsFor(largest)));
  const { words, reals } = buffer;

  /** Writes what the member at a place of a group meets. Answers the word after the line. */
  const layLine = (group: number, place: number, begin: number): number => {
    const end = offsets[group + 1] ?? 0;
    let word = begin + LINE_HEADER;
    for (let other = offsets[group] ?? 0; (members[other] ?? 0) < first; other += 1) {
      words[word] = members[other] ?? 0;
      word += 1;
    }
    for (let other = place + 1; other < end; other += 1) {
      words[word] = members[other] ?? 0;
      word += 1;
    }
    const size = word - begin - LINE_HEADER;
    if (size === 0) return begin;
    reals[begin >> 1] = weights[group] ?? 0;
    words[begin + 2] = owners[group] ?? 0;
    words[begin + 3] = size;
    return word + (word & 1);
  };

  const copy = (from: number, to: number): void => {
    for (let group = 0; group < count; group += 1) {
      const end = offsets[group + 1] ?? 0;
      let place = next[group] ?? 0;
      while (place < end && (members[place] ?? 0) < from) place += 1;
      for (; place < end; place += 1) {
        const anchor = members[place] ?? 0;
        if (anchor >= to) break;
        ends[anchor] = layLine(group, place, ends[anchor] ?? 0);
      }
      next[group] = place;
    }
  };

  const lay = (from: number, until: number): number => {
    let [word, to] = [0, from];
    for (; to < until; to += 1) {
      const size = needed[to] ?? 0;
      if (word + size > words.length) break;
      starts[to] = word;
      // Moves on as lines come.
      ends[to] = word;
      word += size;
    }
    if (to > from) copy(from, to);
    return to;
  };

  const tell = (anchor: number, tally: Tally): void => tally.addLines(buffer, starts[anchor] ?? 0, ends[anchor] ?? 0);

  const tellInParts = (anchor: number, tally: Tally): void => {
    let word = 0;
    for (let group = 0; group < count; group += 1) {
      const end = offsets[group + 1] ?? 0;
      let place = next[group] ?? 0;
      while (place < end && (members[place] ?? 0) < anchor) place += 1;
      if (place === end || members[place] !== anchor) continue;
      if (word + wordsFor(largest) > words.length) {
        tally.addLines(buffer, 0, word);
        word = 0;
      }
      word = layLine(group, place, word);
    }
    tally.addLines(buffer, 0, word);
  };

  return { begin, lay, tell, tellInParts };
};
