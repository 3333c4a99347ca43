import type { ProductFacts } from '../../catalogue/product.js';
import { createRuleIndex, type ApplicableRule, type RuleIndex } from '../../merchandising/in-force/rule-index.js';
import { placementsOf } from '../../merchandising/in-force/rule-scope.js';
import { measuredAgainst, rulesInForce } from '../../merchandising/in-force/rules-in-force.js';
import type { Lane, MerchandisingRule } from '../../merchandising/rule.js';
import { MOST_TOUCHED } from '../../merchandising/in-force/touched-anchors.js';
import { subjectsOf } from '../../personalisation/surface-context.js';
import type { Snapshot } from '../../serving/snapshot.js';
import { categoriesOf } from '../personal-scenes.js';

/** A list that rules may hold for: complements of an anchor, or picks of a surface with what its page shows. */
export interface TouchedList {
  readonly lane: Lane;
  readonly placement: string;
  readonly subjects: readonly ProductFacts[];
}

/** For rules without a window. */
const ANY_TIME = new Date(0);

type Shop = Pick<Snapshot, 'popularity' | 'categoryPaths'>;

const categoryPages = (rule: MerchandisingRule, snapshot: Shop): readonly (readonly ProductFacts[])[] =>
  categoriesOf(rule, snapshot)
    .filter((categoryId) => snapshot.categoryPaths.has(categoryId))
    .slice(0, MOST_TOUCHED)
    .map((categoryId) => subjectsOf('CATEGORY', { categoryId, productId: null, candidateIds: [] }, new Map(), snapshot.categoryPaths));

/** What the pages of a placement show, each page by itself. */
const pagesOf = (
  lane: Lane,
  placement: string,
  rule: MerchandisingRule,
  anchors: readonly ProductFacts[],
  snapshot: Shop,
): readonly (readonly ProductFacts[])[] => {
  if (lane === 'CROSS_SELL' || placement === 'PRODUCT_PAGE') return anchors.map((anchor) => [anchor]);
  return placement === 'CATEGORY' ? categoryPages(rule, snapshot) : [[]];
};

/** The rules in force for a list, as serving hears them. */
export const rulesFor = (list: TouchedList, index: RuleIndex, now: Date): readonly ApplicableRule[] => {
  const rules = rulesInForce(index, { ...list, now });
  return list.lane === 'CROSS_SELL' ? measuredAgainst(list.subjects, rules) : rules;
};

/** The lists that a rule holds for: each placement with each anchor, each surface with the pages worth looking at. */
export const touchedLists = (rule: MerchandisingRule, anchors: readonly ProductFacts[], snapshot: Shop): readonly TouchedList[] => {
  const always = createRuleIndex([{ ...rule, validFrom: null, validUntil: null }]);
  const lanes: readonly Lane[] = ['CROSS_SELL', 'PERSONALISATION'];
  return lanes
    .flatMap((lane) =>
      placementsOf(rule, lane).flatMap((placement) =>
        pagesOf(lane, placement, rule, anchors, snapshot).map((subjects) => ({ lane, placement, subjects })),
      ),
    )
    .filter((list) => rulesFor(list, always, ANY_TIME).length > 0);
};
