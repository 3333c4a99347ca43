import { policyKey, type DecisionOutcome, type DecisionStore, type PolicyContents, type PolicyRecord } from '../kept/decisions.js';
import { differencesOf } from './differences.js';
import { made, refused, type Actor, type ChangeResult } from './failure.js';
import { defaultPolicy, type PlacementPolicy } from '../policy.js';
import { policyProblems } from './policy-problems.js';
import type { RuleProblem } from './rule-problems.js';
import { policyContentsOf, writePolicy } from './write-policy.js';

/** A change of a placement's policy; null leaves a part as it is. */
export type PolicyChange = Pick<PlacementPolicy, 'lane' | 'placement'> & {
  readonly [K in keyof PolicyContents]: PolicyContents[K] | null;
} & {
  /** The version that the change is based on, 0 where nobody has set one; null to change whatever stands. */
  readonly version: number | null;
};

/** What a change of a policy works with. */
export interface PolicyChangeDependencies {
  readonly decisions: DecisionStore;
  readonly actor: Actor;
}

const PARTS = ['autopilot', 'learnedShareCap', 'sameGroupCap', 'atLeast', 'fallback', 'diversity'] as const satisfies readonly (keyof PolicyContents)[];

const NOTHING_CHANGED = { path: 'input', message: `changes nothing: give ${PARTS.slice(0, -1).join(', ')} or ${PARTS.slice(-1).join('')}` };

const problemsOf = (change: PolicyChange): readonly RuleProblem[] => [
  ...policyProblems(change),
  ...(PARTS.every((part) => change[part] === null) ? [NOTHING_CHANGED] : []),
];

const changed = (standing: PolicyContents, change: PolicyChange): PolicyContents => ({
  autopilot: change.autopilot ?? standing.autopilot,
  learnedShareCap: change.learnedShareCap ?? standing.learnedShareCap,
  sameGroupCap: change.sameGroupCap ?? standing.sameGroupCap,
  atLeast: change.atLeast ?? standing.atLeast,
  fallback: change.fallback ?? standing.fallback,
  diversity: change.diversity ?? standing.diversity,
});

const decide = (held: PolicyRecord | null, change: PolicyChange, actor: Actor): DecisionOutcome<ChangeResult<PolicyRecord>> => {
  const { lane, placement, version } = change;
  const currentVersion = held?.version ?? 0;
  if (version !== null && version !== currentVersion) return { writes: {}, result: refused({ kind: 'VERSION_CONFLICT', currentVersion }) };
  const contents = changed(held ?? defaultPolicy(lane, placement), change);
  if (held !== null && differencesOf(policyContentsOf(held), contents).length === 0) return { writes: {}, result: made(held) };
  const written = writePolicy(held, { lane, placement, ...contents }, { ...actor, via: 'API' });
  return { writes: { policies: [written] }, result: made(written) };
};

/**
 * Sets how far a placement or surface may run by itself; what the change leaves out stays. What changes nothing writes nothing, but for
 * the first decision: saying the default is a decision too.
 */
export const setPlacementPolicy = async (
  change: PolicyChange,
  { decisions, actor }: PolicyChangeDependencies,
): Promise<ChangeResult<PolicyRecord>> => {
  const problems = problemsOf(change);
  if (problems.length > 0) return refused({ kind: 'INVALID', problems });
  const { lane, placement } = change;
  return decisions.commit({ policies: [{ lane, placement }] }, ({ policies }) =>
    decide(policies.get(policyKey(change)) ?? null, change, actor),
  );
};
