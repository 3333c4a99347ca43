import type { ProductFacts } from '../catalogue/product.js';
import type { Diversity } from '../merchandising/policy.js';
import { attachProducts } from './attach-products.js';
import { boostAndBury } from './boost-and-bury.js';
import type { Candidate, ListStep, Proposal } from './candidate.js';
import { diversify } from './diversify.js';
import {
  dropExcluded,
  dropFiltered,
  dropHidden,
  dropNeverPersonalised,
  dropOutsideCategory,
  dropOwnGroup,
  dropUnsellable,
  dropVariants,
  type EligibilityContext,
} from './eligible.js';
import { mergeDuplicates } from './merge-duplicates.js';
import { dropUnselected } from './propose-from-rules.js';

/** What the order of decision needs to know beside the candidates. */
export interface DecisionContext extends EligibilityContext {
  readonly diversity: Diversity;
}

/**
 * The order of decision, from everything proposed to the list in slot order, which it has from `mergeDuplicates` on: a step that changes scores puts
 * it in order again. Adding a step is one file and one line here.
 */
const STEPS: readonly ListStep<DecisionContext>[] = [
  dropUnselected,
  dropNeverPersonalised,
  dropHidden,
  dropUnsellable,
  dropExcluded,
  dropFiltered,
  dropOutsideCategory,
  dropOwnGroup,
  mergeDuplicates,
  boostAndBury,
  dropVariants,
  diversify,
];

/** Decides a list: who may be in it and in which order. Slots, share caps and pages come afterwards. */
export const decideList = (
  proposals: readonly Proposal[],
  products: ReadonlyMap<string, ProductFacts>,
  context: DecisionContext,
): readonly Candidate[] =>
  STEPS.reduce<readonly Candidate[]>((candidates, step) => step(candidates, context), attachProducts(proposals, products));
