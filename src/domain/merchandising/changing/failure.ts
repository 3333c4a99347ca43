import type { RuleProblem } from './rule-problems.js';

/** Why a change of a decision was not made: expected, and answered as data. */
export type ChangeFailure =
  | { readonly kind: 'INVALID'; readonly problems: readonly RuleProblem[] }
  | { readonly kind: 'NOT_FOUND'; readonly id: string }
  | { readonly kind: 'VERSION_CONFLICT'; readonly currentVersion: number }
  | { readonly kind: 'SECOND_PERSON_REQUIRED' }
  | { readonly kind: 'KEY_REUSED' };

/** What a change came to. */
export type ChangeResult<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: ChangeFailure };

/** A change that was made, or that nothing was left to do for. */
export const made = <T>(value: T): ChangeResult<T> => ({ ok: true, value });

/** A change that was not made. */
export const refused = (failure: ChangeFailure): ChangeResult<never> => ({ ok: false, failure });

/** Who changes something, and when. */
export interface Actor {
  /** The name or id that history shows. */
  readonly by: string;
  readonly at: Date;
}
