import { CROSS_SELL_PLACEMENTS, PERSONAL_SURFACES, type Lane, type RuleAction, type RuleContents } from '../rule.js';
import { selectorProblems } from './selector-problems.js';
import { nameRule, noteRule } from './written-text.js';

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

/** Longest name of a rule, in UTF-16 code units. */
export const LONGEST_NAME = 200;

/** The largest slot that a rule may pin, weight and quantity that it may ask for. */
export const LARGEST = { slot: 50, weight: 1_000, quantity: 1_000 } as const;

/** Priorities are GraphQL's Int: 32 bits with a sign. */
const PRIORITIES = { least: -2_147_483_648, most: 2_147_483_647 } as const;

/** The end of the year 9999: later instants have no ISO 8601 form of four-digit years. */
const LATEST_MS = Date.UTC(10_000, 0, 1) - 1;

type Check = (draft: RuleDraft) => readonly RuleProblem[];

/** The placements or surfaces that a lane has. */
export const PLACEMENTS_OF: Readonly<Record<Lane, readonly string[]>> = {
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

const problemOf = (path: string, message: string | null): readonly RuleProblem[] => (message === null ? [] : [{ path, message }]);

const countRule = (count: number, most: number): string | null => {
  if (!Number.isInteger(count) || count < 1) return 'must be a whole number from 1';
  return count > most ? `must be at most ${most}` : null;
};

const checkThen: Check = ({ action, then }) => [
  ...selectorProblems(then, 'then'),
  ...problemIf(
    action !== null && action !== 'NEVER_PERSONALISE' && then === null,
    'then',
    'is missing: say which products the rule shows, moves or hides',
  ),
];

const checkSlot: Check = ({ action, slot }) => {
  if (action === null) return [];
  if (action !== 'PIN') return problemIf(slot !== null, 'slot', 'belongs to pin only: take it out, or make the action pin');
  if (slot === null) return [{ path: 'slot', message: 'is missing: pin needs the slot, counted from 1' }];
  return problemOf('slot', countRule(slot, LARGEST.slot));
};

const boostRule = (weight: number): string | null => {
  if (!(weight > 1)) return 'must be above 1 for boost: 2 doubles the score';
  return weight > LARGEST.weight ? `must be at most ${LARGEST.weight}` : null;
};

const buryRule = (weight: number): string | null =>
  weight > 0 && weight < 1 ? null : 'must be between 0 and 1 for bury, neither included: 0.5 halves the score';

const checkWeight: Check = ({ action, weight }) => {
  if (action === null) return [];
  if (action === 'BOOST') return problemOf('weight', boostRule(weight ?? NaN));
  if (action === 'BURY') return problemOf('weight', buryRule(weight ?? NaN));
  return problemIf(weight !== null, 'weight', 'belongs to boost and bury only');
};

const checkQuantity: Check = ({ action, quantity }) => {
  if (action === null || quantity === null) return [];
  if (action !== 'REQUIRE' && action !== 'PIN' && action !== 'RECOMMEND') {
    return [{ path: 'quantity', message: 'belongs to require, pin and recommend only' }];
  }
  return problemOf('quantity', countRule(quantity, LARGEST.quantity));
};

const checkPlacements: Check = ({ lane, placements }) =>
  lane === null ? [] : problemOf('placements', foreignPlacements(lane, placements));

const checkPriority: Check = ({ priority }) =>
  problemIf(
    !Number.isInteger(priority) || priority < PRIORITIES.least || priority > PRIORITIES.most,
    'priority',
    `must be a whole number from ${PRIORITIES.least} to ${PRIORITIES.most}`,
  );

const isKnownInstant = (instant: Date | null): boolean => instant === null || (instant.getTime() >= 0 && instant.getTime() <= LATEST_MS);

const checkWindow: Check = ({ validFrom, validUntil }) => {
  const strange = Object.entries({ validFrom, validUntil }).filter(([, instant]) => !isKnownInstant(instant));
  if (strange.length > 0) return strange.map(([path]) => ({ path, message: 'must be a date in the years 1970 to 9999' }));
  return problemIf(
    validFrom !== null && validUntil !== null && validUntil.getTime() <= validFrom.getTime(),
    'validUntil',
    'is not after validFrom: the rule would never be active',
  );
};

const checkWhen: Check = ({ when }) => [
  ...selectorProblems(when, 'when'),
  ...problemIf(
    when !== null && when.maxPriceRatio !== null,
    'when.maxPriceRatio',
    'belongs in then: it is measured against the price of what when matched',
  ),
];

/** In the order of the contract's fields. */
const CHECKS: readonly Check[] = [
  ({ name }) => problemOf('name', nameRule(name, LONGEST_NAME)),
  checkWhen,
  checkThen,
  checkPlacements,
  checkSlot,
  checkWeight,
  checkQuantity,
  checkPriority,
  checkWindow,
  ({ note }) => problemOf('note', noteRule(note)),
];

/** Everything that keeps a rule from being saved, all in one go; empty when it is sound. */
export const ruleProblems = (draft: RuleDraft): readonly RuleProblem[] => CHECKS.flatMap((check) => check(draft));
