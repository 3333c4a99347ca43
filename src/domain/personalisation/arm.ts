import type { Autopilot } from '../merchandising/policy.js';

/** Why a list is personal or not, in the words of the public contract. */
export type PersonalisationReason =
  | 'PERSONALISED'
  | 'NO_CONSENT'
  | 'NEW_CUSTOMER'
  | 'NEVER_PERSONALISE'
  | 'HOLDOUT'
  | 'CURATED_ONLY'
  | 'DEGRADED';

/** Everything that decides whether a list may be personal. */
export interface ArmQuestion {
  readonly consent: boolean;
  readonly heldOut: boolean;
  /** A NEVER_PERSONALISE rule covers the whole list. */
  readonly neverPersonalise: boolean;
  readonly autopilot: Autopilot;
  /** Consent or profile could not be read. */
  readonly unreadable: boolean;
  /** Whether anything is known of the customer's behaviour. */
  readonly hasHistory: boolean;
}

/**
 * Decides the arm before anything is chosen: what could not be read is never guessed, consent comes before everything a shop wants,
 * and then the holdout, people's rules, the policy and the customer's history.
 */
export const decideArm = (question: ArmQuestion): PersonalisationReason => {
  if (question.unreadable) return 'DEGRADED';
  if (!question.consent) return 'NO_CONSENT';
  if (question.heldOut) return 'HOLDOUT';
  if (question.neverPersonalise) return 'NEVER_PERSONALISE';
  if (question.autopilot === 'CURATED_ONLY') return 'CURATED_ONLY';
  return question.hasHistory ? 'PERSONALISED' : 'NEW_CUSTOMER';
};
