import { floatAt } from '../learning/columns.js';
import type { PickEvidence } from './pick-evidence.js';
import type { PickRows } from './pick-rows.js';
import type { FacetWeight } from './profile.js';

const FAVOURITE_CATEGORIES = 5;
const FAVOURITE_DEPTH = 20;

const favouriteCategories = ({ profile, categoryPaths, withinCategory }: PickEvidence): readonly FacetWeight[] =>
  profile.categories
    .filter(({ id }) => withinCategory === null || (categoryPaths.get(id) ?? [id]).includes(withinCategory))
    .slice(0, FAVOURITE_CATEGORIES);

/**
 * What sells in the customer's favourite categories, by row: interest in the category times the share of what its best seller sells, summed
 * over the categories; the largest of these counts `weight`. Numbers the products it meets.
 */
export const favourites = (evidence: PickEvidence, rows: PickRows, weight: number): Float64Array => {
  const categories = favouriteCategories(evidence);
  const scores = new Float64Array(rows.size + categories.length * FAVOURITE_DEPTH);
  let largest = 0;
  for (const { id, weight: interest } of categories) {
    const sells = evidence.popularity.get(id);
    const most = sells?.scores[0] ?? 0;
    if (sells === undefined || most === 0) continue;
    sells.ids.slice(0, FAVOURITE_DEPTH).forEach((productId, place) => {
      const score = (interest * (sells.scores[place] ?? 0)) / most;
      const row = rows.rowOf(productId);
      scores[row] = floatAt(scores, row) + score;
      largest = Math.max(largest, score);
    });
  }
  if (largest > 0) for (let row = 0; row < scores.length; row += 1) scores[row] = (weight * floatAt(scores, row)) / largest;
  return scores;
};
