import type { DecisionKeys, DecisionStore, DecisionWrites, HeldDecisions } from '../kept/decisions.js';
import { filedPair, filedPolicy, filedRule, filedShop, type RuleFileWriting } from './filed-entries.js';
import { planEntry, type EntryOutcome } from './plan-entry.js';
import { contentsOf } from '../changing/rule-contents.js';
import type { RuleFile } from './rule-file.js';
import type { RuleFilePlan } from './rule-file-plan.js';
import type { RuleWarning } from '../kept/rule-warning.js';
import type { RuleContents } from '../rule.js';

/** For how many changed rules of one file warnings are looked for: each takes a look at the catalogue. */
export const MOST_WARNED_RULES = 200;

/** How a file is planned. */
export interface PlanOptions extends RuleFileWriting {
  /** Whether the file wins over changes that it has not seen. */
  readonly overwrite: boolean;
}

/** How a file is applied. */
export interface ApplyOptions extends Omit<PlanOptions, 'actor' | 'warnings'> {
  /** Who applies it. */
  readonly by: string;
  /** Asked again right before the file is written: its changes are in force from that instant on, and not while doubts are looked for. */
  now(): Date;
  /** Plan only: nothing is written. */
  readonly dryRun?: boolean;
  /** Finds what is doubtful about a rule; without it no rule is warned of. */
  warningsOf?(contents: RuleContents): Promise<readonly RuleWarning[]>;
}

/** What applying a file does, and what it writes: nothing at all when there is a conflict. */
export interface PlannedRuleFile {
  readonly plan: RuleFilePlan;
  readonly writes: DecisionWrites;
}

const writesOf = <R>(outcomes: readonly EntryOutcome<R>[]): readonly R[] => outcomes.flatMap(({ write }) => (write === null ? [] : [write]));

const planOf = (outcomes: readonly EntryOutcome<unknown>[], warnings: RuleFileWriting['warnings']): RuleFilePlan => {
  const entries = outcomes.map(({ entry }) => entry);
  const count = (wanted: string): number => entries.filter(({ change }) => change === wanted).length;
  return {
    entries,
    conflicts: outcomes.flatMap(({ conflicts }) => conflicts),
    created: count('created'),
    updated: count('updated'),
    unchanged: count('unchanged'),
    warnings,
  };
};

/** Holds a file against what stands; pure. Entries that it does not name are left alone. */
export const planRuleFile = (file: RuleFile, held: HeldDecisions, options: PlanOptions): PlannedRuleFile => {
  const rules = file.rules.map((filed) => planEntry(filedRule(filed, held, options), options.overwrite));
  const policies = file.policies.map((filed) => planEntry(filedPolicy(filed, held, options), options.overwrite));
  const pairs = file.pairs.map((filed) => planEntry(filedPair(filed, held, options), options.overwrite));
  const shop = file.shopAutopilot === null ? [] : [planEntry(filedShop(file.shopAutopilot, held, options), options.overwrite)];
  const plan = planOf([...rules, ...policies, ...pairs, ...shop], options.warnings);
  if (plan.conflicts.length > 0) return { plan, writes: {} };
  const [shopAutopilot] = writesOf(shop);
  const writes = { rules: writesOf(rules), policies: writesOf(policies), pairs: writesOf(pairs) };
  return { plan, writes: shopAutopilot === undefined ? writes : { ...writes, shopAutopilot } };
};

/** What a file names, to be read before it is planned. */
export const keysOfRuleFile = ({ rules, policies, pairs, shopAutopilot }: RuleFile): DecisionKeys => ({
  ruleIds: rules.map(({ id }) => id),
  policies: policies.map(({ lane, placement }) => ({ lane, placement })),
  pairs: pairs.map(({ anchorId, complementId }) => ({ anchorId, complementId })),
  shopAutopilot: shopAutopilot !== null,
});

const findWarnings = async (file: RuleFile, plan: RuleFilePlan, { warningsOf }: ApplyOptions): Promise<RuleFileWriting['warnings']> => {
  const found = new Map<string, readonly RuleWarning[]>();
  if (warningsOf === undefined) return found;
  const changed = new Set(plan.entries.filter(({ kind, change }) => kind === 'rule' && change !== 'unchanged').map(({ id }) => id));
  const doubtful = file.rules.filter(({ id, state }) => state !== 'RETIRED' && changed.has(id)).slice(0, MOST_WARNED_RULES);
  for (const rule of doubtful) {
    const warnings = await warningsOf(contentsOf(rule));
    if (warnings.length > 0) found.set(rule.id, warnings);
  }
  return found;
};

/**
 * Applies a file as one change of the shop: all of it or, with a conflict, nothing. A decision that somebody changes meanwhile is planned
 * again, so that it is a conflict and never overwritten unseen. Warnings are those of the first plan, for MOST_WARNED_RULES rules at most.
 */
export const applyRuleFile = async (decisions: DecisionStore, file: RuleFile, options: ApplyOptions): Promise<RuleFilePlan> => {
  const keys = keysOfRuleFile(file);
  const optionsNow = (warnings: PlanOptions['warnings']): PlanOptions => ({ ...options, actor: { by: options.by, at: options.now() }, warnings });
  const first = planRuleFile(file, await decisions.read(keys), optionsNow(new Map())).plan;
  const isIdle = first.conflicts.length > 0 || first.created + first.updated === 0;
  if (isIdle) return first;
  const warnings = await findWarnings(file, first, options);
  if (options.dryRun === true) return { ...first, warnings };
  const planOptions = optionsNow(warnings);
  return decisions.commit(keys, (held) => {
    const { plan, writes } = planRuleFile(file, held, planOptions);
    return { writes, result: plan };
  });
};
