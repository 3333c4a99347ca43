import type { Lane } from './rule.js';

/** How far a placement may run by itself. */
export const AUTOPILOTS = ['ASSIST', 'APPROVED_ONLY', 'CURATED_ONLY'] as const;
export type Autopilot = (typeof AUTOPILOTS)[number];

/** How much neighbouring slots should differ. */
export const DIVERSITIES = ['NONE', 'LOW', 'MEDIUM', 'HIGH'] as const;
export type Diversity = (typeof DIVERSITIES)[number];

/** How far a placement (cross-sell) or surface (personalisation) may run by itself. */
export interface PlacementPolicy {
  readonly lane: Lane;
  readonly placement: string;
  readonly autopilot: Autopilot;
  /** Largest share of slots that learning may fill, 0 to 1. */
  readonly learnedShareCap: number;
  /** Largest share of slots that learning and popularity may fill with products of an anchor's group, 0 to 1; always 1 in the personalisation lane. */
  readonly sameGroupCap: number;
  /** Fewer than this and the list is empty; 0 for no minimum. */
  readonly atLeast: number;
  /** Whether popularity may fill what is left open. */
  readonly fallback: boolean;
  readonly diversity: Diversity;
  readonly version: number;
  readonly updatedBy: string;
  readonly updatedAt: Date;
}

/** What a placement does until somebody decides otherwise: learning fills what people left open. */
export const defaultPolicy = (lane: Lane, placement: string): PlacementPolicy => ({
  lane,
  placement,
  autopilot: 'ASSIST',
  learnedShareCap: 1,
  sameGroupCap: 1,
  atLeast: 0,
  fallback: lane === 'PERSONALISATION',
  diversity: 'NONE',
  version: 0,
  updatedBy: 'default',
  updatedAt: new Date(0),
});
