import type { Collection, Filter } from 'mongodb';

import { pairId, policyKey, type DecisionKeys, type HeldDecisions } from '../../domain/merchandising/kept/decisions.js';
import { pairKey, SHOP_KEY, toCopyRecord, toPairRecord, toPolicyRecord, toRuleRecord, toShopAutopilotRecord } from './decision-mapping.js';
import type { DecisionCollections } from './roll-forward.js';

const readByIds = async <D extends { _id: string }, T>(
  collection: Collection<D>,
  ids: readonly string[],
  map: (document: D) => T,
): Promise<readonly T[]> => {
  if (ids.length === 0) return [];
  // The driver cannot know that a filter on `_id` fits every document, nor that what it finds has no other id.
  const found = (await collection.find({ _id: { $in: [...ids] } } as Filter<D>, { batchSize: 10_000 }).toArray()) as D[];
  return found.map(map);
};

const byKey = <T>(records: readonly T[], keyOf: (record: T) => string): ReadonlyMap<string, T> =>
  new Map(records.map((record) => [keyOf(record), record]));

/** The decisions that keys name, with their history, each as it stands when it is read. */
export const readHeld = async (collections: DecisionCollections, keys: DecisionKeys): Promise<HeldDecisions> => {
  const [rules, policies, pairs, copies, shop] = await Promise.all([
    readByIds(collections.rules, keys.ruleIds ?? [], toRuleRecord),
    readByIds(collections.policies, (keys.policies ?? []).map(policyKey), toPolicyRecord),
    readByIds(collections.decidedPairs, (keys.pairs ?? []).map(pairKey), toPairRecord),
    readByIds(collections.copyVariants, keys.copyIds ?? [], toCopyRecord),
    readByIds(collections.shopAutopilot, keys.shopAutopilot === true ? [SHOP_KEY] : [], toShopAutopilotRecord),
  ]);
  return {
    rules: byKey(rules, ({ id }) => id),
    policies: byKey(policies, policyKey),
    pairs: byKey(pairs, pairId),
    copies: byKey(copies, ({ id }) => id),
    shopAutopilot: shop[0] ?? null,
  };
};
