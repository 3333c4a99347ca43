import { compareDecimals } from './decimal.js';
import type { RuleFile } from './rule-file.js';
import { CROSS_SELL_PLACEMENTS, PERSONAL_SURFACES, type Lane, type ProductSelector, type RuleAction } from './rule.js';

/** What a merchandiser says of a rule; version, author and times are given when it is saved. */
export type RuleContents = RuleFile['rules'][number];

/** Contents as they were understood so far: an action or lane that could not be read is null, and what depends on it is not checked. */
export type RuleDraft = Omit<RuleContents, 'action' | 'lane'> & {
  readonly action: RuleAction | null;
  readonly lane: Lane | null;
};

/** What keeps a rule from being saved. */
export interface RuleProblem {
  /** Where in the rule, in the contract's field names: `slot`, `when.maxPriceRatio`, `placements`. */
  readonly path: string;
  /** A sentence whose subject is the last part of the path: "must be a whole number from 1". */
  readonly message: string;
}

type Check = (draft: RuleDraft) => readonly RuleProblem[];

const PLACEMENTS_OF: Readonly<Record<Lane, readonly string[]>> = {
  CROSS_SELL: CROSS_SELL_PLACEMENTS,
  PERSONALISATION: PERSONAL_SURFACES,
};

/** A name of the contract as people write it: PRODUCT_PAGE is product-page. */
export const friendlyWord = (name: string): string => name.toLowerCase().replaceAll('_', '-');

/** Says which of these are no placements or surfaces of the lane; null when all are. */
export const foreignPlacements = (lane: Lane, placements: readonly string[]): string | null => {
  const known = PLACEMENTS_OF[lane];
  const foreign = placements.filter((placement) => !known.includes(placement)).map(friendlyWord);
  if (foreign.length === 0) return null;
  return `names ${foreign.join(', ')}, but the ${friendlyWord(lane)} lane has only ${known.map(friendlyWord).join(', ')}`;
};

const problemIf = (wrong: boolean, path: string, message: string): readonly RuleProblem[] => (wrong ? [{ path, message }] : []);

const checkThen: Check = ({ action, then }) =>
  problemIf(
    action !== null && action !== 'NEVER_PERSONALISE' && then === null,
    'then',
    'is missing: say which products the rule shows, moves or hides',
  );

const checkSlot: Check = ({ action, slot }) => {
  if (action === null) return [];
  if (action !== 'PIN') return problemIf(slot !== null, 'slot', 'belongs to pin only: take it out, or make the action pin');
  if (slot === null) return [{ path: 'slot', message: 'is missing: pin needs the slot, counted from 1' }];
  return problemIf(!Number.isInteger(slot) || slot < 1, 'slot', 'must be a whole number from 1');
};

const checkBoost = (weight: number | null): readonly RuleProblem[] =>
  problemIf(weight === null || weight <= 1, 'weight', 'must be above 1 for boost: 2 doubles the score');

const checkBury = (weight: number | null): readonly RuleProblem[] =>
  problemIf(weight === null || weight <= 0 || weight >= 1, 'weight', 'must be between 0 and 1 for bury, neither included: 0.5 halves the score');

const checkWeight: Check = ({ action, weight }) => {
  if (action === null) return [];
  if (action === 'BOOST') return checkBoost(weight);
  if (action === 'BURY') return checkBury(weight);
  return problemIf(weight !== null, 'weight', 'belongs to boost and bury only');
};

const checkQuantity: Check = ({ action, quantity }) => {
  if (action === null || quantity === null) return [];
  if (action !== 'REQUIRE' && action !== 'PIN' && action !== 'RECOMMEND') {
    return [{ path: 'quantity', message: 'belongs to require, pin and recommend only' }];
  }
  return problemIf(!Number.isInteger(quantity) || quantity < 1, 'quantity', 'must be a whole number from 1');
};

const checkPlacements: Check = ({ lane, placements }) => {
  const message = lane === null ? null : foreignPlacements(lane, placements);
  return message === null ? [] : [{ path: 'placements', message }];
};

const checkWindow: Check = ({ validFrom, validUntil }) =>
  problemIf(
    validFrom !== null && validUntil !== null && validUntil.getTime() <= validFrom.getTime(),
    'validUntil',
    'is not after validFrom: the rule would never be active',
  );

const checkBounds = (selector: ProductSelector | null, path: string): readonly RuleProblem[] => {
  if (selector === null || selector.minPrice === null || selector.maxPrice === null) return [];
  const order = compareDecimals(selector.minPrice, selector.maxPrice);
  return problemIf(order !== null && order > 0, `${path}.maxPrice`, 'is below minPrice: no product can match');
};

const checkWhen: Check = ({ when }) => [
  ...checkBounds(when, 'when'),
  ...problemIf(
    when !== null && when.maxPriceRatio !== null,
    'when.maxPriceRatio',
    'belongs in then: it is measured against the price of what when matched',
  ),
];

const CHECKS: readonly Check[] = [
  checkThen,
  checkSlot,
  checkWeight,
  checkQuantity,
  checkPlacements,
  checkWindow,
  checkWhen,
  ({ then }) => checkBounds(then, 'then'),
];

/** Everything that keeps a rule from being saved, all in one go; empty when it is sound. */
export const ruleProblems = (draft: RuleDraft): readonly RuleProblem[] => CHECKS.flatMap((check) => check(draft));
