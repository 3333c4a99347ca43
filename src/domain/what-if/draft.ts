import type { ValidityWindow } from '../merchandising/in-force/rule-window.js';
import type { MerchandisingRule, RuleContents } from '../merchandising/rule.js';

/**
 * The id of a rule that has none yet. Like those that the shop gives it begins with "rule-", and among these it is the last: a new rule goes
 * after its equals.
 */
export const NEW_RULE_ID = 'rule-~draft';

/** What a rule would be if it were approved at an instant; its version is not given yet. */
export const asApproved = (contents: RuleContents, at: Date): MerchandisingRule => ({
  ...contents,
  state: 'APPROVED',
  version: 0,
  createdBy: '',
  approvedBy: null,
  updatedAt: at,
});

/** When a rule first holds from an instant on: at once, or at the beginning of its validity. */
export const firstInForce = ({ validFrom }: ValidityWindow, now: Date): Date =>
  validFrom !== null && validFrom.getTime() > now.getTime() ? validFrom : now;

/** A span of time that has a beginning. */
export interface RemainingWindow extends ValidityWindow {
  readonly validFrom: Date;
}

/** What is left of a rule's time. */
export const remainingOf = (window: ValidityWindow, now: Date): RemainingWindow => ({
  validFrom: firstInForce(window, now),
  validUntil: window.validUntil,
});

/** Whether a window holds all of another. */
export const spans = (wide: ValidityWindow, narrow: RemainingWindow): boolean =>
  (wide.validFrom === null || wide.validFrom.getTime() <= narrow.validFrom.getTime()) &&
  (narrow.validUntil?.getTime() ?? Infinity) <= (wide.validUntil?.getTime() ?? Infinity);
