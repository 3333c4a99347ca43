import { carryOut, judgeApproval, judgeEdit, judgeRetirement, type Seen, type Verdict } from './approval.js';
import { checkNote } from './written-text.js';
import { checkIdempotencyKey, createdId } from './created-id.js';
import type { DecisionOutcome, DecisionStore, RuleRecord } from '../kept/decisions.js';
import { made, refused, type Actor, type ChangeResult } from './failure.js';
import { contentsOf, fingerprintOf, saySame, tidyNote, tidyWording, type RuleWording } from './rule-contents.js';
import { ruleProblems, type RuleProblem } from './rule-problems.js';
import { openSelectorProblems } from './selector-problems.js';
import { isActive } from '../in-force/rule-window.js';
import type { RuleContents } from '../rule.js';
import { ruleAsCreated } from './rule-as-created.js';
import type { RuleWarning } from '../kept/rule-warning.js';
import { writeRule } from './write-rule.js';

/** What a change of a rule works with. */
export interface RuleChangeDependencies {
  readonly decisions: DecisionStore;
  readonly actor: Actor;
  /** Whether nobody approves their own edit. */
  readonly twoPersons: boolean;
  warningsOf(contents: RuleContents): Promise<readonly RuleWarning[]>;
  /** An id that no rule has. */
  newId(): string;
}

/** A new rule. */
export interface NewRule {
  /** Repeated with the same key by the same actor, it is created once; null where a repeated call may write a second rule. */
  readonly idempotencyKey: string | null;
  readonly rule: RuleWording;
}

/** An edit of a rule, and the version that it is based on. */
export interface RuleEdit extends Seen {
  readonly rule: RuleWording;
}

/** A decision about a rule, and the version that was seen. */
export interface RuleDecision extends Seen {
  /** Why, for the history. */
  readonly note: string | null;
}

type RuleResult = ChangeResult<RuleRecord>;

const settle = (verdict: Verdict<RuleRecord>, write: (held: RuleRecord) => RuleRecord): DecisionOutcome<RuleResult> =>
  carryOut(verdict, write, (written) => ({ rules: [written] }));

/** What keeps a person's words from being saved. */
const wordingProblems = (rule: RuleWording, id: string): readonly RuleProblem[] => [
  ...ruleProblems({ ...rule, id, state: 'DRAFT' }),
  ...openSelectorProblems(rule),
];

/** What an edit of a rule in force comes to, told to whoever only meant to mend its name. */
const RESTS: RuleWarning = {
  code: 'NO_LONGER_IN_FORCE',
  message: 'It was in force until this edit, and rests until it is approved again.',
  productIds: [],
  otherRule: null,
};

/**
 * Writes a new rule as a draft; repeated with its key, it writes nothing and answers what the first call answered (with what is doubtful about
 * it now). Paths of problems are relative to `rule`, but for `idempotencyKey`. */
export const createRule = async ({ idempotencyKey, rule }: NewRule, deps: RuleChangeDependencies): Promise<RuleResult> => {
  const { actor, decisions } = deps;
  const id = idempotencyKey === null ? deps.newId() : createdId('rule', actor.by, idempotencyKey);
  const problems = [...checkIdempotencyKey(idempotencyKey), ...wordingProblems(rule, id)];
  if (problems.length > 0) return refused({ kind: 'INVALID', problems });
  const contents: RuleContents = { ...tidyWording(rule), id, state: 'DRAFT' };
  const warnings = await deps.warningsOf(contents);
  const fingerprint = fingerprintOf(contents);
  return decisions.commit({ ruleIds: [id] }, ({ rules }): DecisionOutcome<RuleResult> => {
    const standing = rules.get(id);
    if (standing !== undefined) {
      const isRepeated = standing.createdWith?.contents === fingerprint;
      return { writes: {}, result: isRepeated ? made(ruleAsCreated(standing, contents, warnings)) : refused({ kind: 'KEY_REUSED' }) };
    }
    const createdWith = idempotencyKey === null ? null : { contents: fingerprint };
    const written = writeRule(null, contents, { ...actor, via: 'API', approvedBy: null, warnings, createdWith });
    return { writes: { rules: [written] }, result: made(written) };
  });
};

/**
 * Replaces what a rule says; it is a draft afterwards, since an approval holds for exactly what was seen. An edit that changes nothing
 * writes nothing: an approved rule stays approved. Paths of problems are relative to `rule`.
 */
export const updateRule = async (edit: RuleEdit, deps: RuleChangeDependencies): Promise<RuleResult> => {
  const { id, rule } = edit;
  const problems = wordingProblems(rule, id);
  if (problems.length > 0) return refused({ kind: 'INVALID', problems });
  const contents: RuleContents = { ...tidyWording(rule), id, state: 'DRAFT' };
  const warnings = await deps.warningsOf(contents);
  const { by, at } = deps.actor;
  return deps.decisions.commit({ ruleIds: [id] }, ({ rules }) => {
    const verdict = judgeEdit(rules.get(id), edit, (held) => saySame(held, contents));
    return settle(verdict, (held) => {
      const told = isActive(held, at) ? [RESTS, ...warnings] : warnings;
      return writeRule(held, contents, { by, at, via: 'API', editedBy: by, approvedBy: null, warnings: told });
    });
  });
};

/** Warnings of what is about to go live: stock and other rules may have changed since it was saved. */
const warningsNow = async (id: string, { decisions, warningsOf }: RuleChangeDependencies): Promise<readonly RuleWarning[]> => {
  const held = (await decisions.read({ ruleIds: [id] })).rules.get(id);
  return held === undefined ? [] : warningsOf({ ...contentsOf(held), state: 'APPROVED' });
};

/** Puts a draft in force: exactly the version that was seen, whatever is written meanwhile. */
export const approveRule = async (decision: RuleDecision, deps: RuleChangeDependencies): Promise<RuleResult> => {
  const { by, at } = deps.actor;
  const problems = checkNote(decision.note);
  if (problems.length > 0) return refused({ kind: 'INVALID', problems });
  const note = tidyNote(decision.note);
  const warnings = await warningsNow(decision.id, deps);
  return deps.decisions.commit({ ruleIds: [decision.id] }, ({ rules }) => {
    const verdict = judgeApproval(rules.get(decision.id), decision, { by, twoPersons: deps.twoPersons });
    const approved = (held: RuleRecord): RuleContents => ({ ...contentsOf(held), state: 'APPROVED' });
    return settle(verdict, (held) => writeRule(held, approved(held), { by, at, via: 'API', approvedBy: by, warnings, note }));
  });
};

/** Takes a rule out of force. What it says stays; warnings go, since it meets no list any more. */
export const retireRule = async (decision: RuleDecision, { decisions, actor }: RuleChangeDependencies): Promise<RuleResult> => {
  const problems = checkNote(decision.note);
  if (problems.length > 0) return refused({ kind: 'INVALID', problems });
  const note = tidyNote(decision.note);
  return decisions.commit({ ruleIds: [decision.id] }, ({ rules }) => {
    const verdict = judgeRetirement(rules.get(decision.id), decision);
    const retired = (held: RuleRecord): RuleContents => ({ ...contentsOf(held), state: 'RETIRED' });
    return settle(verdict, (held) => writeRule(held, retired(held), { ...actor, via: 'API', approvedBy: null, warnings: [], note }));
  });
};
