import { AUTOPILOTS, defaultPolicy, type Autopilot, type PlacementPolicy } from './policy.js';
import type { Lane } from './rule.js';

/** The stricter of two: AUTOPILOTS names the freest first. */
const stricter = (a: Autopilot, b: Autopilot): Autopilot => (AUTOPILOTS.indexOf(a) > AUTOPILOTS.indexOf(b) ? a : b);

/** What a shop decided of its placements. */
export interface ShopPolicies {
  readonly policies: readonly PlacementPolicy[];
  /** The most that any placement may do by itself. */
  readonly ceiling: Autopilot;
}

/** The policy in force at a placement or surface: the one that somebody set, else the default, held back by the shop's ceiling. */
export const policyFor = ({ policies, ceiling }: ShopPolicies, lane: Lane, placement: string): PlacementPolicy => {
  const own = policies.find((policy) => policy.lane === lane && policy.placement === placement) ?? defaultPolicy(lane, placement);
  return { ...own, autopilot: stricter(own.autopilot, ceiling) };
};
