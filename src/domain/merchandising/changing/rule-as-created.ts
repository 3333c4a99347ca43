import type { RuleRecord } from '../kept/decisions.js';
import type { RuleWarning } from '../kept/rule-warning.js';
import type { RuleContents } from '../rule.js';

/**
 * What creating a rule answered, for a repeated call: never what others made of it since, which its caller has not seen and would approve by
 * the version. `contents` are those of the call, which the key's fingerprint has shown to be those of the first version. The rule as it
 * stands where its history no longer reaches back.
 */
export const ruleAsCreated = (standing: RuleRecord, contents: RuleContents, warnings: readonly RuleWarning[]): RuleRecord => {
  const first = standing.history.at(-1);
  if (standing.version === 1 || first?.version !== 1) return standing;
  const { createdBy, createdWith } = standing;
  const { saysAsNext: _, ...change } = first;
  return {
    ...contents,
    version: 1,
    createdBy,
    approvedBy: first.approvedBy,
    updatedAt: first.at,
    editedBy: first.by,
    createdWith,
    warnings,
    history: [{ ...change, contents }],
  };
};
