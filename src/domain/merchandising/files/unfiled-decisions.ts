import type { AllDecisions } from '../kept/decision-lists.js';
import { pairId, policyKey } from '../kept/decisions.js';
import type { RuleFile } from './rule-file.js';
import type { EntryKind, EntryName } from './rule-file-plan.js';

const without = (kind: EntryKind, held: readonly string[], filed: readonly string[]): readonly EntryName[] => {
  const named = new Set(filed);
  return held.filter((id) => !named.has(id)).map((id) => ({ kind, id }));
};

/** What stands in a shop and a file does not name, and applying it therefore leaves alone; retired rules and reopened pairs do not count. */
export const unfiledDecisions = (file: RuleFile, { rules, policies, pairs, shopAutopilot }: AllDecisions): readonly EntryName[] => {
  const standingRules = rules.filter(({ state }) => state !== 'RETIRED').map(({ id }) => id);
  const standingPairs = pairs.filter(({ decision }) => decision !== 'REOPEN').map(pairId);
  return [
    ...without('rule', standingRules, file.rules.map(({ id }) => id)),
    ...without('policy', policies.map(policyKey), file.policies.map(policyKey)),
    ...without('pair', standingPairs, file.pairs.map(pairId)),
    ...without('shop', shopAutopilot === null ? [] : ['shop'], file.shopAutopilot === null ? [] : ['shop']),
  ];
};
