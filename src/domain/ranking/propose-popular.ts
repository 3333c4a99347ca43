import type { Popularity } from '../learning/model.js';
import { propose, type Proposal } from './candidate.js';

const NOTHING_SELLS: readonly Proposal[] = [];

/** What was proposed of each: it stays the same for as long as memory holds what sells, and every list asks for it. */
const proposed = new WeakMap<Popularity, readonly Proposal[]>();

const proposeAll = ({ ids, scores }: Popularity): readonly Proposal[] =>
  ids.map((productId, place) => propose({ productId, source: 'POPULAR', score: scores[place] ?? 0 }));

/** What sells in a category, as a fallback for everybody. */
export const proposePopular = (popularity: Popularity | undefined): readonly Proposal[] => {
  if (popularity === undefined) return NOTHING_SELLS;
  const known = proposed.get(popularity);
  if (known !== undefined) return known;
  const proposals = proposeAll(popularity);
  proposed.set(popularity, proposals);
  return proposals;
};
