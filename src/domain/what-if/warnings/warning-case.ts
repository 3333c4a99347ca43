import type { ProductFacts } from '../../catalogue/product.js';
import { bestSelected } from '../../merchandising/in-force/best-selected.js';
import { MOST_PER_RULE } from '../../merchandising/in-force/products-of-rule.js';
import { shareAPlace } from '../../merchandising/in-force/rule-scope.js';
import type { RuleWarning } from '../../merchandising/kept/rule-warning.js';
import { windowsOverlap } from '../../merchandising/in-force/rule-window.js';
import type { MerchandisingRule, ProductSelector, RuleContents } from '../../merchandising/rule.js';
import { touchedAnchors } from '../../merchandising/in-force/touched-anchors.js';
import type { WhatIfDependencies } from '../dependencies.js';
import { asApproved, remainingOf, type RemainingWindow } from '../draft.js';
import { touchedLists, type TouchedList } from './touched-lists.js';

/** How many rules one kind of warning names at most. */
export const MOST_MET_RULES = 5;

/** A rule and all that its warnings are judged by: read once. */
export interface WarningCase {
  /** As if it were approved. */
  readonly rule: MerchandisingRule;
  /** What is left of its time. */
  readonly remaining: RemainingWindow;
  /** The products it names by id that the catalogue holds. */
  readonly named: ReadonlyMap<string, ProductFacts>;
  /** Best sellers of what its `then` selects, MOST_PER_RULE at most; empty without `then`. */
  readonly shown: readonly ProductFacts[];
  /** The most ordered products whose lists it touches. */
  readonly anchors: readonly ProductFacts[];
  /** Lists that it holds for, of those anchors and of the surfaces. */
  readonly lists: readonly TouchedList[];
  /** Other approved rules that hold somewhere where it holds, at a time when it holds; in order of precedence. */
  readonly others: readonly MerchandisingRule[];
  readonly dependencies: WhatIfDependencies;
}

/** Finds one kind of doubt. */
export type WarningSearch = (subject: WarningCase) => Promise<readonly RuleWarning[]>;

/** The ids that a rule names. */
export const namedIds = ({ when, then }: Pick<RuleContents, 'when' | 'then'>): readonly string[] => [
  ...new Set([when, then].flatMap((selector: ProductSelector | null) => selector?.productIds ?? [])),
];

const otherRules = (
  rule: MerchandisingRule,
  remaining: RemainingWindow,
  { snapshot }: WhatIfDependencies,
): readonly MerchandisingRule[] =>
  snapshot.rules.approved().filter((other) => other.id !== rule.id && windowsOverlap(other, remaining) && shareAPlace(rule, other));

/** Reads what the warnings of a rule are judged by. */
export const openCase = async (contents: RuleContents, dependencies: WhatIfDependencies): Promise<WarningCase> => {
  const rule = asApproved(contents, dependencies.now);
  const remaining = remainingOf(rule, dependencies.now);
  const [named, shown, anchors] = await Promise.all([
    dependencies.finder.productsByIds(namedIds(rule)),
    rule.then === null ? [] : bestSelected(rule.then, dependencies, MOST_PER_RULE),
    touchedAnchors(rule, dependencies),
  ]);
  return {
    rule,
    remaining,
    named,
    shown,
    anchors,
    lists: touchedLists(rule, anchors, dependencies.snapshot),
    others: otherRules(rule, remaining, dependencies),
    dependencies,
  };
};
