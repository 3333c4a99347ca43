import { cosine } from '../cross-sell/association.js';
import { intAt, uintAt } from './columns.js';
import type { Occurrences, PairRow } from './count-pairs.js';

/** Visits that must hold both products before they can be called substitutes. */
export const SUBSTITUTE_MIN_VISITS = 5;

/** How much closer the products must be in visits than in orders. */
export const SUBSTITUTE_RATIO = 3;

/**
 * Whether two products are mostly looked at together and not bought together: people choose between them, so neither completes the other.
 * By evidence and not by category, because products that complete each other often share one.
 */
export const isSubstitute = (
  neighbour: number,
  bought: { readonly row: PairRow; readonly occurrences: Occurrences },
  viewed: { readonly row: PairRow; readonly occurrences: Occurrences },
): boolean => {
  if (intAt(viewed.row.together, neighbour) < SUBSTITUTE_MIN_VISITS) return false;
  const closeness = ({ row, occurrences: { counts } }: typeof bought): number =>
    cosine(intAt(row.together, neighbour), uintAt(counts, row.anchor), uintAt(counts, neighbour));
  return closeness(viewed) > SUBSTITUTE_RATIO * closeness(bought);
};
