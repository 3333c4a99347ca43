import type { ChangeChannel, CreationKey, RuleRecord } from '../kept/decisions.js';
import { describeRuleChange } from './describe-change.js';
import { withRuleVersion } from './kept-history.js';
import { contentsOf, saySame } from './rule-contents.js';
import type { RuleContents } from '../rule.js';
import type { RuleWarning } from '../kept/rule-warning.js';

/** Who writes a rule, when and how. */
export interface RuleWriting {
  readonly by: string;
  readonly at: Date;
  readonly via: ChangeChannel;
  /** Who counts as the last editor; when absent `by` where the rule says something new, else whoever it was. */
  readonly editedBy?: string;
  /** Null unless the rule is approved by this. */
  readonly approvedBy: string | null;
  readonly warnings: readonly RuleWarning[];
  /** Given when it is created with an idempotency key; kept from then on. */
  readonly createdWith?: CreationKey | null;
  /** Why, for the history. */
  readonly note?: string | null;
}

const editorOf = (held: RuleRecord | null, contents: RuleContents, { by, editedBy }: RuleWriting): string =>
  editedBy ?? (held !== null && saySame(held, contents) ? held.editedBy : by);

/** The next version of a rule, the first one where none is held; whoever calls has decided that it may be written. */
export const writeRule = (held: RuleRecord | null, wanted: RuleContents, writing: RuleWriting): RuleRecord => {
  const { by, at, via, approvedBy, warnings } = writing;
  const contents = contentsOf(wanted);
  const version = (held?.version ?? 0) + 1;
  const told = describeRuleChange(held && contentsOf(held), contents, writing.note ?? null);
  // A file is written by one person and approved by another in a single change.
  const summary = approvedBy === null || approvedBy === by ? told : `${told}; approved by ${approvedBy}`;
  const newest = { version, at, by, via, summary, state: contents.state, approvedBy, contents };
  return {
    ...contents,
    version,
    createdBy: held?.createdBy ?? by,
    approvedBy,
    updatedAt: at,
    editedBy: editorOf(held, contents, writing),
    createdWith: held?.createdWith ?? writing.createdWith ?? null,
    warnings,
    history: withRuleVersion(newest, held?.history ?? []),
  };
};
