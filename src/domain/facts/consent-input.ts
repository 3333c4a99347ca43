import { checkId } from './check-text.js';
import { checkFlag, checkPastInstant } from './check-value.js';
import { problem, type Problem } from './problem.js';
import type { Consent } from './recording.js';

/** A decision about personalisation as someone sent it; the values are not trusted yet. */
export interface ConsentInput {
  readonly customerId?: unknown;
  readonly consent?: unknown;
  readonly decidedAt?: unknown;
}

/** A valid consent, or everything that is wrong with it. */
export type ValidatedConsent =
  | { readonly ok: true; readonly consent: Consent }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** Checks a consent whole. An absent decision is a problem, never a yes. */
export const validateConsent = (input: ConsentInput, now: Date): ValidatedConsent => {
  const found: Problem[] = [];
  const customerId = checkId(input.customerId, 'customerId', found);
  if (input.consent === undefined || input.consent === null) found.push(problem('consent', 'must be true or false', null));
  const consent = checkFlag(input.consent, 'consent', false, found);
  const decidedAt = checkPastInstant(input.decidedAt, 'decidedAt', now, found);
  return found.length > 0 ? { ok: false, problems: found } : { ok: true, consent: { customerId, consent, decidedAt } };
};
