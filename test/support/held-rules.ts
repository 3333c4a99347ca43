import { applyRuleFile } from '../../src/domain/merchandising/files/apply-rule-file.js';
import type { DecisionStore } from '../../src/domain/merchandising/kept/decisions.js';
import { contentsOf } from '../../src/domain/merchandising/changing/rule-contents.js';
import type { RuleFile } from '../../src/domain/merchandising/files/rule-file.js';
import type { MerchandisingRule } from '../../src/domain/merchandising/rule.js';
import { NOW } from './builders.js';

/** Writes decisions as a file that is applied would, by `mia`. */
export const applyDecisions = async (decisions: DecisionStore, file: Partial<RuleFile>): Promise<void> => {
  await applyRuleFile(
    decisions,
    { rules: [], policies: [], pairs: [], shopAutopilot: null, ...file },
    { by: 'mia', now: () => NOW, approvedBy: null, twoPersons: false, overwrite: true },
  );
};

/** Writes rules, in the state that they have. */
export const holdRules = (decisions: DecisionStore, rules: readonly MerchandisingRule[]): Promise<void> =>
  applyDecisions(decisions, { rules: rules.map((rule) => ({ ...contentsOf(rule), basedOn: null })) });
