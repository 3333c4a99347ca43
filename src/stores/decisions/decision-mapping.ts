import type { CopyVariant, CopyVariantRecord } from '../../domain/copy/copy-variant.js';
import type { DecidedPair } from '../../domain/merchandising/decided-pair.js';
import {
  policyKey,
  type DecisionWrites,
  type PairRecord,
  type PolicyRecord,
  type PolicyVersion,
  type RuleRecord,
  type ShopAutopilotRecord,
} from '../../domain/merchandising/kept/decisions.js';
import type { PlacementPolicy } from '../../domain/merchandising/policy.js';
import { contentsOf } from '../../domain/merchandising/changing/rule-contents.js';
import { policyContentsOf } from '../../domain/merchandising/changing/write-policy.js';
import type { MerchandisingRule } from '../../domain/merchandising/rule.js';
import type {
  CopyVariantDocument,
  DecidedPairDocument,
  JournalDocument,
  PolicyDocument,
  RuleDocument,
  ShopAutopilotDocument,
  StoredPolicyVersion,
} from './decision-documents.js';

/** What serving does without: how a decision came to be. */
export const WITHOUT_HISTORY = { projection: { history: 0, warnings: 0, editedBy: 0, createdWith: 0 } } as const;

/** The key of the one document that holds the shop's autopilot. */
export const SHOP_KEY = 'shop';

/** The key of a pair's document. */
export const pairKey = ({ anchorId, complementId }: Pick<DecidedPair, 'anchorId' | 'complementId'>): string =>
  JSON.stringify([anchorId, complementId]);

const BEFORE_HISTORY = { via: 'FILE', summary: 'As it stood when the history began.' } as const;

/** What a policy said before there was a limit for an anchor's own group. */
const NO_GROUP_LIMIT = { sameGroupCap: 1 } as const;

/** A stored rule as serving knows it. */
export const toRule = ({
  _id,
  revision: _,
  editedBy: __,
  createdWith: ___,
  warnings: ____,
  history: _____,
  ...rest
}: RuleDocument): MerchandisingRule => ({ id: _id, ...rest });

/** A stored rule with its history; of one that was written before there was any, it begins with the version that stands. */
export const toRuleRecord = (document: RuleDocument): RuleRecord => {
  const rule = toRule(document);
  const { version, updatedAt, createdBy, approvedBy, state } = rule;
  const { editedBy = createdBy, createdWith = null, warnings = [], history } = document;
  const first = { ...BEFORE_HISTORY, version, at: updatedAt, by: approvedBy ?? createdBy, state, approvedBy };
  return { ...rule, editedBy, createdWith, warnings, history: history ?? [{ ...first, contents: contentsOf(rule) }] };
};

/** A stored policy as serving knows it. */
export const toPolicy = ({ _id: _, revision: __, history: ___, ...rest }: PolicyDocument): PlacementPolicy => ({ ...NO_GROUP_LIMIT, ...rest });

const toPolicyVersion = (version: StoredPolicyVersion): PolicyVersion => ({ ...version, contents: { ...NO_GROUP_LIMIT, ...version.contents } });

/** A stored policy with its history. */
export const toPolicyRecord = (document: PolicyDocument): PolicyRecord => {
  const policy = toPolicy(document);
  const { version, updatedBy, updatedAt } = policy;
  const first = { ...BEFORE_HISTORY, version, at: updatedAt, by: updatedBy, contents: policyContentsOf(policy) };
  return { ...policy, history: document.history?.map(toPolicyVersion) ?? [first] };
};

/** A stored decision about a pair as serving knows it. */
export const toDecidedPair = ({ _id: _, revision: __, version: ___, history: ____, ...rest }: DecidedPairDocument): DecidedPair => rest;

/** A stored decision about a pair with its history. */
export const toPairRecord = (document: DecidedPairDocument): PairRecord => {
  const pair = toDecidedPair(document);
  const { decidedBy, decidedAt, decision, note } = pair;
  const { version, history } = document;
  return { ...pair, version, history: history ?? [{ ...BEFORE_HISTORY, version, at: decidedAt, by: decidedBy, decision, note }] };
};

/** The stored autopilot of the shop with its history. */
export const toShopAutopilotRecord = ({ _id: _, revision: __, ...rest }: ShopAutopilotDocument): ShopAutopilotRecord => rest;

/** A stored copy variant with its history. */
export const toCopyRecord = ({ _id, revision: _, ...rest }: CopyVariantDocument): CopyVariantRecord => ({ id: _id, ...rest });

/** A copy variant as serving knows it, stored or read without its history. */
export const toCopyVariant = ({
  _id,
  revision: _,
  editedBy: __,
  createdWith: ___,
  history: ____,
  ...rest
}: Omit<CopyVariantDocument, 'editedBy' | 'createdWith' | 'history'> & Partial<CopyVariantDocument>): CopyVariant => ({ id: _id, ...rest });

/** A document, and where it belongs. */
export type Destined = Pick<JournalDocument, 'into' | 'document'>;

/** The documents that a decision writes. */
export const documentsOf = ({ rules = [], policies = [], pairs = [], copies = [], shopAutopilot }: DecisionWrites): readonly Destined[] => [
  ...rules.map(({ id, ...rest }): Destined => ({ into: 'rules', document: { _id: id, ...rest } })),
  ...policies.map((policy): Destined => ({ into: 'policies', document: { _id: policyKey(policy), ...policy } })),
  ...pairs.map((pair): Destined => ({ into: 'decidedPairs', document: { _id: pairKey(pair), ...pair } })),
  ...copies.map(({ id, ...rest }): Destined => ({ into: 'copyVariants', document: { _id: id, ...rest } })),
  ...(shopAutopilot === undefined ? [] : [{ into: 'shopAutopilot', document: { _id: SHOP_KEY, ...shopAutopilot } } as const]),
];
