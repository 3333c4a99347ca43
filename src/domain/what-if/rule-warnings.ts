import type { RuleWarning } from '../merchandising/kept/rule-warning.js';
import type { RuleContents } from '../merchandising/rule.js';
import type { WhatIfDependencies } from './dependencies.js';
import { neverActive } from './warnings/never-active.js';
import { outOfStock } from './warnings/out-of-stock.js';
import { sameSlot } from './warnings/same-slot.js';
import { shadows } from './warnings/shadowing.js';
import { starvesPlacement } from './warnings/starves-placement.js';
import { unknownProducts } from './warnings/unknown-products.js';
import { openCase, type WarningSearch } from './warnings/warning-case.js';

/** In the order in which they are told. A new warning is one file and one line here. */
const SEARCHES: readonly WarningSearch[] = [unknownProducts, outOfStock, neverActive, sameSlot, shadows, starvesPlacement];

/**
 * Everything doubtful about a rule as if it were approved now, beside the approved rules that hold where and when it holds (itself left out).
 * A retired rule is beyond doubt. What it costs does not grow with the shop but for one pass over its approved rules, and one over the
 * catalogue's matches where a selector names no ids: 20 anchors and 100 products speak for the rule, and 160 lists are decided at most.
 */
export const findWarnings = async (contents: RuleContents, dependencies: WhatIfDependencies): Promise<readonly RuleWarning[]> => {
  if (contents.state === 'RETIRED') return [];
  const subject = await openCase(contents, dependencies);
  const found = await Promise.all(SEARCHES.map(async (search) => search(subject)));
  return found.flat();
};
