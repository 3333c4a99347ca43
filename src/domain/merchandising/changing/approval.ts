import type { DecisionOutcome, DecisionWrites } from '../kept/decisions.js';
import { made, refused, type ChangeFailure, type ChangeResult } from './failure.js';
import type { RuleState } from '../rule.js';
import { areTwoPersons } from './second-person.js';

/** What people review before it goes live: a rule, or a copy variant. */
export interface Reviewed {
  readonly id: string;
  readonly state: RuleState;
  readonly version: number;
  /** Who changed its contents last. */
  readonly editedBy: string;
}

/** What somebody saw when they decided. */
export interface Seen {
  readonly id: string;
  readonly version: number;
}

/** Who approves, and whether the shop asks for somebody else than the last editor. */
export interface Approver {
  readonly by: string;
  readonly twoPersons: boolean;
}

/** Whether a change goes ahead, is done already (nothing is written then), or is refused. */
export type Verdict<T> =
  | { readonly kind: 'GO'; readonly held: T }
  | { readonly kind: 'DONE'; readonly held: T }
  | { readonly kind: 'REFUSED'; readonly failure: ChangeFailure };

/** Carries a verdict out: writes what `write` makes of what is held, or nothing. `writesOf` says where it is written. */
export const carryOut = <T>(
  verdict: Verdict<T>,
  write: (held: T) => T,
  writesOf: (written: T) => DecisionWrites,
): DecisionOutcome<ChangeResult<T>> => {
  if (verdict.kind === 'REFUSED') return { writes: {}, result: refused(verdict.failure) };
  if (verdict.kind === 'DONE') return { writes: {}, result: made(verdict.held) };
  const written = write(verdict.held);
  return { writes: writesOf(written), result: made(written) };
};

const refuse = (failure: ChangeFailure): Verdict<never> => ({ kind: 'REFUSED', failure });

const RETIRED_IS_NOT_APPROVED: ChangeFailure = {
  kind: 'INVALID',
  problems: [{ path: 'id', message: 'is retired: save it again to make it a draft' }],
};

/** An edit, or any other change of what was seen: refused when there is no such thing, or when it changed since. */
export const judgeChange = <T extends Reviewed>(held: T | undefined, { id, version }: Seen): Verdict<T> => {
  if (held === undefined) return refuse({ kind: 'NOT_FOUND', id });
  if (held.version !== version) return refuse({ kind: 'VERSION_CONFLICT', currentVersion: held.version });
  return { kind: 'GO', held };
};

const judgeDraft = <T extends Reviewed>(held: T, { by, twoPersons }: Approver): Verdict<T> => {
  if (held.state === 'APPROVED') return { kind: 'DONE', held };
  if (held.state === 'RETIRED') return refuse(RETIRED_IS_NOT_APPROVED);
  return twoPersons && !areTwoPersons(held.editedBy, by) ? refuse({ kind: 'SECOND_PERSON_REQUIRED' }) : { kind: 'GO', held };
};

/** An approval: of exactly the version that was seen, and by a second person where the shop asks for it. */
export const judgeApproval = <T extends Reviewed>(held: T | undefined, seen: Seen, approver: Approver): Verdict<T> => {
  const verdict = judgeChange(held, seen);
  return verdict.kind === 'GO' ? judgeDraft(verdict.held, approver) : verdict;
};

/** A retirement, from any state. */
export const judgeRetirement = <T extends Reviewed>(held: T | undefined, seen: Seen): Verdict<T> => {
  const verdict = judgeChange(held, seen);
  return verdict.kind === 'GO' && verdict.held.state === 'RETIRED' ? { kind: 'DONE', held: verdict.held } : verdict;
};

/** An edit; `saysSame` tells whether it would change nothing. Only a retired one is saved again as it was, to make it a draft. */
export const judgeEdit = <T extends Reviewed>(held: T | undefined, seen: Seen, saysSame: (held: T) => boolean): Verdict<T> => {
  const verdict = judgeChange(held, seen);
  const isDone = verdict.kind === 'GO' && verdict.held.state !== 'RETIRED' && saysSame(verdict.held);
  return isDone ? { kind: 'DONE', held: verdict.held } : verdict;
};
