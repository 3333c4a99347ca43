import type { Popularity } from '../learning/model.js';
import { PERSONAL_SURFACES, type MerchandisingRule, type PersonalSurface } from '../merchandising/rule.js';
import { touchesLane } from '../merchandising/in-force/rule-scope.js';
import type { SurfaceContext } from '../personalisation/surface-context.js';
import type { Snapshot } from '../serving/snapshot.js';

/** A surface, and a page of it that is worth looking at. */
export interface PersonalScene {
  readonly surface: PersonalSurface;
  readonly context: SurfaceContext;
}

const EMPTY: SurfaceContext = { categoryId: null, productId: null, candidateIds: [] };

const salesOf = ({ scores }: Popularity): number => scores.reduce((sum, score) => sum + score, 0);

/** The category that sells most, ties by id; null in a shop without sales. */
export const bestSellingCategory = (popularity: ReadonlyMap<string, Popularity>): string | null => {
  const categories = [...popularity.values()].filter(({ categoryId }) => categoryId !== '');
  const [best] = categories.sort((a, b) => salesOf(b) - salesOf(a) || (a.categoryId < b.categoryId ? -1 : 1));
  return best?.categoryId ?? null;
};

/** The categories whose pages a rule is looked at on: those that its `when` names, else the one that sells most. */
export const categoriesOf = ({ when }: Pick<MerchandisingRule, 'when'>, { popularity }: Pick<Snapshot, 'popularity'>): readonly string[] => {
  if (when !== null && when.categoryIds.length > 0) return when.categoryIds;
  const best = bestSellingCategory(popularity);
  return best === null ? [] : [best];
};

/**
 * The surfaces that a rule is limited to, all when it names none, each with a page: CATEGORY with the first category of the rule's `when`
 * (else the one that sells most), PRODUCT_PAGE with the first product touched, SEARCH with the best sellers found.
 */
export const personalScenes = (
  rule: MerchandisingRule,
  touchedIds: readonly string[],
  snapshot: Pick<Snapshot, 'popularity'>,
): readonly PersonalScene[] => {
  if (!touchesLane(rule, 'PERSONALISATION')) return [];
  const contexts: Partial<Readonly<Record<PersonalSurface, SurfaceContext>>> = {
    CATEGORY: { ...EMPTY, categoryId: categoriesOf(rule, snapshot)[0] ?? null },
    PRODUCT_PAGE: { ...EMPTY, productId: touchedIds[0] ?? null },
    SEARCH: { ...EMPTY, candidateIds: snapshot.popularity.get('')?.ids ?? [] },
  };
  return PERSONAL_SURFACES.filter((surface) => rule.placements.length === 0 || rule.placements.includes(surface)).map((surface) => ({
    surface,
    context: contexts[surface] ?? EMPTY,
  }));
};
