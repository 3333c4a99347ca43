import { defaultPolicy, type PlacementPolicy } from './policy.js';
import type { Lane } from './rule.js';

/** The policy of a placement or surface: the one that somebody set, else the default. */
export const policyFor = (policies: readonly PlacementPolicy[], lane: Lane, placement: string): PlacementPolicy =>
  policies.find((policy) => policy.lane === lane && policy.placement === placement) ?? defaultPolicy(lane, placement);
