import type { Exposure } from '../measurement/exposure.js';
import type { Autopilot } from '../merchandising/policy.js';
import { decideArm, type PersonalisationReason } from './arm.js';
import { hasHistory, type CustomerState } from './customer-state.js';

/** Where it is noted who takes part in the comparison. */
export interface ComparisonNotes {
  readonly now: Date;
  /** Must neither throw nor wait. */
  exposed(exposure: Exposure): void;
}

/** What decides beside the customer. */
export interface ListTerms {
  /** A NEVER_PERSONALISE rule covers the whole list. */
  readonly neverPersonalise: boolean;
  readonly autopilot: Autopilot;
}

/**
 * Decides whether a list is personal, and notes the customer's part in the comparison where it would be but for the holdout. That is noted
 * in both arms alike and before anything is chosen, so that nothing which the arms do differently can bend who is compared.
 */
export const takePart = (customer: CustomerState, terms: ListTerms, { now, exposed }: ComparisonNotes): PersonalisationReason => {
  const question = { ...customer, ...terms, hasHistory: hasHistory(customer.profile) };
  if (decideArm({ ...question, heldOut: false }) === 'PERSONALISED')
    exposed({ lane: 'PERSONALISATION', unitId: customer.customerId, arm: customer.heldOut ? 'HOLDOUT' : 'TREATMENT', at: now });
  return decideArm(question);
};
