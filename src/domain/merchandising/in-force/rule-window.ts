import type { MerchandisingRule } from '../rule.js';

/** A span of time `[validFrom, validUntil)`; null is open. */
export type ValidityWindow = Pick<MerchandisingRule, 'validFrom' | 'validUntil'>;

/** Whether a rule is in force at an instant: approved, and inside its half-open window `[validFrom, validUntil)`. */
export const isActive = (rule: Pick<MerchandisingRule, 'state'> & ValidityWindow, now: Date): boolean =>
  rule.state === 'APPROVED' &&
  (rule.validFrom === null || rule.validFrom.getTime() <= now.getTime()) &&
  (rule.validUntil === null || now.getTime() < rule.validUntil.getTime());

/** Whether two windows share an instant. */
export const windowsOverlap = (a: ValidityWindow, b: ValidityWindow): boolean => {
  const from = Math.max(a.validFrom?.getTime() ?? -Infinity, b.validFrom?.getTime() ?? -Infinity);
  const until = Math.min(a.validUntil?.getTime() ?? Infinity, b.validUntil?.getTime() ?? Infinity);
  return from < until;
};
