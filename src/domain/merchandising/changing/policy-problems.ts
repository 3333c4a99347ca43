import type { PlacementPolicy } from '../policy.js';
import type { Lane } from '../rule.js';
import { foreignPlacements, type RuleProblem } from './rule-problems.js';

/** The largest minimum that a placement may ask for. */
export const LARGEST_MINIMUM = 50;

/** The parts of a policy that can be out of bounds; null for one that is not given. */
export type BoundedParts = Pick<PlacementPolicy, 'lane' | 'placement'> & {
  readonly [K in 'learnedShareCap' | 'sameGroupCap' | 'atLeast']: PlacementPolicy[K] | null;
};

const shareRule = (share: number | null): string | null =>
  share === null || (share >= 0 && share <= 1) ? null : 'must be a number from 0 to 1';

/** Says why products of an anchor's group cannot be limited to this share; null when they can. What could have no effect is refused. */
export const sameGroupRule = (lane: Lane, share: number | null): string | null => {
  const limits = share !== null && share < 1;
  return shareRule(share) ?? (limits && lane === 'PERSONALISATION' ? 'must be 1 for personalisation, whose lists have no anchor' : null);
};

const minimumRule = (atLeast: number | null): string | null => {
  const isMinimum = atLeast === null || (Number.isInteger(atLeast) && atLeast >= 0 && atLeast <= LARGEST_MINIMUM);
  return isMinimum ? null : `must be a whole number from 0 to ${LARGEST_MINIMUM}`;
};

/** What keeps a policy from being set, in the order of its fields. */
export const policyProblems = ({ lane, placement, learnedShareCap, sameGroupCap, atLeast }: BoundedParts): readonly RuleProblem[] => {
  const rules = {
    placement: foreignPlacements(lane, [placement]),
    learnedShareCap: shareRule(learnedShareCap),
    sameGroupCap: sameGroupRule(lane, sameGroupCap),
    atLeast: minimumRule(atLeast),
  };
  return Object.entries(rules).flatMap(([path, message]) => (message === null ? [] : [{ path, message }]));
};
