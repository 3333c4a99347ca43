import type { Collection, Filter, OptionalUnlessRequiredId, WithoutId } from 'mongodb';

import type { DecidedPair } from '../domain/merchandising/decided-pair.js';
import type { PlacementPolicy } from '../domain/merchandising/policy.js';
import type { RuleFile, RuleFileChanges, RuleWriter } from '../domain/merchandising/rule-file.js';
import type { MerchandisingRule } from '../domain/merchandising/rule.js';
import type { Collections, DecidedPairDocument, PolicyDocument, RuleDocument } from './collections.js';
import { insertNew, saysTheSame } from './record-new.js';
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
export const toDecidedPair = ({ _id: _, version: __, ...rest }: DecidedPairDocument): DecidedPair => rest;

type Change = 'created' | 'updated' | 'unchanged';
type Used = Pick<Collections, 'rules' | 'policies' | 'decidedPairs' | 'revisions'>;

const MOST_TRIES = 10;

interface Versioned {
  _id: string;
  version: number;
}

/** How one decision is written: what it says, and what the document becomes beside the one held. */
interface Decision<D extends Versioned> {
  readonly _id: string;
  readonly isHeld: (held: D) => boolean;
  readonly next: (held: D | null, version: number) => Omit<D, '_id'>;
}

/** Compare-and-set on `version`: of two people who change one decision at once, neither overwrites what they have not seen. */
const decide = async <D extends Versioned>(collection: Collection<D>, { _id, isHeld, next }: Decision<D>): Promise<Change> => {
  for (let attempt = 0; attempt < MOST_TRIES; attempt += 1) {
    // The driver cannot know that a filter on `_id` and `version` fits every versioned document.
    const held = (await collection.findOne({ _id } as Filter<D>)) as D | null;
    if (held === null) {
      const document = { _id, ...next(null, 1) } as unknown as OptionalUnlessRequiredId<D>;
      if ((await insertNew(collection, [document])).size === 0) return 'created';
      continue;
    }
    if (isHeld(held)) return 'unchanged';
    const filter = { _id, version: held.version } as Filter<D>;
    const { matchedCount } = await collection.replaceOne(filter, next(held, held.version + 1) as WithoutId<D>);
    if (matchedCount === 1) return 'updated';
  }
  throw new Error(`${_id} is being changed by too many writers`);
};

/** Where people's decisions are kept. */
export const createRuleStore = ({ rules, policies, decidedPairs, revisions }: Used) => {
  const applyRule = async (rule: FileRule, by: string, at: Date): Promise<Change> =>
    decide<RuleDocument>(rules, {
      _id: rule.id,
      isHeld: (held) => saysTheSame(ruleContents(toRule(held)), ruleContents(rule)),
      next: (held, version) => ({
        ...ruleContents(rule),
        version,
        createdBy: held?.createdBy ?? by,
        approvedBy: rule.state === 'APPROVED' ? by : null,
        updatedAt: at,
      }),
    });

  const applyPolicy = async (policy: FilePolicy, by: string, at: Date): Promise<Change> =>
    decide<PolicyDocument>(policies, {
      _id: `${policy.lane}:${policy.placement}`,
      isHeld: (held) => saysTheSame(policyContents(held), policyContents(policy)),
      next: (_, version) => ({ ...policyContents(policy), version, updatedBy: by, updatedAt: at }),
    });

  const applyPair = async (pair: FilePair, by: string, at: Date): Promise<Change> =>
    decide<DecidedPairDocument>(decidedPairs, {
      _id: JSON.stringify([pair.anchorId, pair.complementId]),
      isHeld: (held) => saysTheSame(pairContents(held), pairContents(pair)),
      next: (_, version) => ({ ...pairContents(pair), version, decidedBy: by, decidedAt: at }),
    });

  const writer: RuleWriter = {
    async applyRuleFile(file: RuleFile, by: string, at: Date): Promise<RuleFileChanges> {
      const changes: Record<Change, number> = { created: 0, updated: 0, unchanged: 0 };
      for (const rule of file.rules) changes[await applyRule(rule, by, at)] += 1;
      for (const policy of file.policies) changes[await applyPolicy(policy, by, at)] += 1;
      for (const pair of file.pairs) changes[await applyPair(pair, by, at)] += 1;
      // Also when nothing differed: an earlier run may have been stopped after its writes and before this.
      await raiseRevision(revisions, 'rules');
      return changes;
    },
  };

  return {
    ...writer,
    allRules: async (): Promise<readonly MerchandisingRule[]> => (await rules.find({}, { batchSize: 10_000 }).toArray()).map(toRule),
    allPolicies: async (): Promise<readonly PlacementPolicy[]> => (await policies.find({}).toArray()).map(toPolicy),
  };
};
