import type { ProductFacts } from '../../catalogue/product.js';
import type { CoPurchaseStats } from '../../learning/model.js';
import { bestSelected, ranksWithin, type SalesDependencies } from './best-selected.js';
import type { MerchandisingRule, ProductSelector, RuleAction } from '../rule.js';

/** How many anchors speak for all that a rule touches. */
export const MOST_TOUCHED = 20;

/** What finding touched anchors needs. */
export interface TouchedDependencies extends SalesDependencies {
  readonly reader: { coPurchase(ids: readonly string[]): Promise<ReadonlyMap<string, CoPurchaseStats>> };
}

/** Rules that take away or move what is shown anyway change only the lists that hold their products; all others change every list. */
const CHANGES_WHAT_IS_SHOWN: ReadonlySet<RuleAction> = new Set<RuleAction>(['BOOST', 'BURY', 'EXCLUDE']);

/** Co-purchase goes both ways: what is shown beside a product is most likely what the product is shown beside. */
const anchorsBeside = async (
  then: ProductSelector,
  { finder, snapshot, reader }: TouchedDependencies,
  most: number,
): Promise<readonly ProductFacts[]> => {
  const shown = await bestSelected(then, { finder, snapshot }, most);
  const stats = await reader.coPurchase(shown.map(({ id }) => id));
  const neighbours = [...new Set([...stats.values()].flatMap(({ neighbourIds }) => neighbourIds))];
  return neighbours.length === 0 ? [] : anchorsByIds(neighbours, { finder, snapshot }, most);
};

const anchorsByIds = async (ids: readonly string[], { finder, snapshot }: SalesDependencies, most: number): Promise<readonly ProductFacts[]> => {
  const ranks = ranksWithin(snapshot.popularity);
  const rankOf = (id: string): number => ranks.get(id) ?? ranks.size;
  const best = ids.toSorted((a, b) => rankOf(a) - rankOf(b) || (a < b ? -1 : 1)).slice(0, most);
  const known = await finder.productsByIds(best);
  return best.flatMap((id) => known.get(id) ?? []);
};

/**
 * The most ordered products that a rule touches, best sellers first, `most` at most: those that its `when` selects. Without `when`, the
 * shop's best sellers; where the rule only changes what is shown anyway, the anchors that were bought with its products go before them.
 * It costs three reads by id of a few hundred products at most, one read of the statistics of `most` products, and a search of the
 * catalogue where the best sellers do not suffice.
 */
export const touchedAnchors = async (
  rule: Pick<MerchandisingRule, 'action' | 'when' | 'then'>,
  dependencies: TouchedDependencies,
  most = MOST_TOUCHED,
): Promise<readonly ProductFacts[]> => {
  const { action, when, then } = rule;
  if (when !== null) return bestSelected(when, dependencies, most);
  const beside = then !== null && CHANGES_WHAT_IS_SHOWN.has(action) ? await anchorsBeside(then, dependencies, most) : [];
  const sellers = await anchorsByIds([...ranksWithin(dependencies.snapshot.popularity).keys()], dependencies, most);
  return [...new Map([...beside, ...sellers].map((product) => [product.id, product])).values()].slice(0, most);
};
