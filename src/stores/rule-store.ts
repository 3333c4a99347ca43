import type { DecidedPair } from '../domain/merchandising/decided-pair.js';
import type { PlacementPolicy } from '../domain/merchandising/policy.js';
import type { RuleFile, RuleFileChanges, RuleWriter } from '../domain/merchandising/rule-file.js';
import type { MerchandisingRule } from '../domain/merchandising/rule.js';
import type { Collections, DecidedPairDocument, PolicyDocument, RuleDocument } from './collections.js';
import { saysTheSame } from './record-new.js';
import { raiseRevision } from './revisions.js';

type FileRule = RuleFile['rules'][number];
type FilePolicy = RuleFile['policies'][number];
type FilePair = RuleFile['pairs'][number];

const ruleContents = (rule: FileRule) => ({
  name: rule.name,
  lane: rule.lane,
  action: rule.action,
  when: rule.when,
  then: rule.then,
  placements: rule.placements,
  slot: rule.slot,
  weight: rule.weight,
  quantity: rule.quantity,
  priority: rule.priority,
  validFrom: rule.validFrom,
  validUntil: rule.validUntil,
  state: rule.state,
  note: rule.note,
});

const policyContents = (policy: FilePolicy) => ({
  lane: policy.lane,
  placement: policy.placement,
  autopilot: policy.autopilot,
  learnedShareCap: policy.learnedShareCap,
  atLeast: policy.atLeast,
  fallback: policy.fallback,
  diversity: policy.diversity,
});

const pairContents = ({ anchorId, complementId, decision, note }: FilePair) => ({ anchorId, complementId, decision, note });

const toRule = ({ _id, ...rest }: RuleDocument): MerchandisingRule => ({ id: _id, ...rest });
const toPolicy = ({ _id: _, ...rest }: PolicyDocument): PlacementPolicy => rest;

/** A stored decision as the domain knows it. */
export const toDecidedPair = ({ _id: _, ...rest }: DecidedPairDocument): DecidedPair => rest;

type Change = 'created' | 'updated' | 'unchanged';
type Used = Pick<Collections, 'rules' | 'policies' | 'decidedPairs' | 'revisions'>;

/** Where people's decisions are kept. */
export const createRuleStore = ({ rules, policies, decidedPairs, revisions }: Used) => {
  const applyRule = async (rule: FileRule, by: string, at: Date): Promise<Change> => {
    const held = await rules.findOne({ _id: rule.id });
    const contents = ruleContents(rule);
    if (held !== null && saysTheSame(ruleContents(toRule(held)), contents)) return 'unchanged';
    const version = (held?.version ?? 0) + 1;
    await rules.replaceOne(
      { _id: rule.id },
      { ...contents, version, createdBy: held?.createdBy ?? by, approvedBy: rule.state === 'APPROVED' ? by : null, updatedAt: at },
      { upsert: true },
    );
    return held === null ? 'created' : 'updated';
  };

  const applyPolicy = async (policy: FilePolicy, by: string, at: Date): Promise<Change> => {
    const _id = `${policy.lane}:${policy.placement}`;
    const held = await policies.findOne({ _id });
    const contents = policyContents(policy);
    if (held !== null && saysTheSame(policyContents(held), contents)) return 'unchanged';
    await policies.replaceOne(
      { _id },
      { ...contents, version: (held?.version ?? 0) + 1, updatedBy: by, updatedAt: at },
      { upsert: true },
    );
    return held === null ? 'created' : 'updated';
  };

  const applyPair = async (pair: FilePair, by: string, at: Date): Promise<Change> => {
    const _id = JSON.stringify([pair.anchorId, pair.complementId]);
    const held = await decidedPairs.findOne({ _id });
    const contents = pairContents(pair);
    if (held !== null && saysTheSame(pairContents(held), contents)) return 'unchanged';
    await decidedPairs.replaceOne({ _id }, { ...contents, decidedBy: by, decidedAt: at }, { upsert: true });
    return held === null ? 'created' : 'updated';
  };

  const writer: RuleWriter = {
    async applyRuleFile(file: RuleFile, by: string, at: Date): Promise<RuleFileChanges> {
      const changes: Record<Change, number> = { created: 0, updated: 0, unchanged: 0 };
      for (const rule of file.rules) changes[await applyRule(rule, by, at)] += 1;
      for (const policy of file.policies) changes[await applyPolicy(policy, by, at)] += 1;
      for (const pair of file.pairs) changes[await applyPair(pair, by, at)] += 1;
      if (changes.created + changes.updated > 0) await raiseRevision(revisions, 'rules');
      return changes;
    },
  };

  return {
    ...writer,
    allRules: async (): Promise<readonly MerchandisingRule[]> => (await rules.find({}, { batchSize: 10_000 }).toArray()).map(toRule),
    allPolicies: async (): Promise<readonly PlacementPolicy[]> => (await policies.find({}).toArray()).map(toPolicy),
  };
};
