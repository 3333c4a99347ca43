import { pairId, policyKey, type DecisionKeys, type DecisionWrites, type HeldDecisions } from '../kept/decisions.js';

interface Versioned {
  readonly version: number;
}

const checkKind = <T extends Versioned>(
  records: readonly T[],
  idOf: (record: T) => string,
  asked: readonly string[],
  held: ReadonlyMap<string, Versioned>,
): void => {
  const open = new Set(asked);
  for (const record of records) {
    const id = idOf(record);
    if (!open.delete(id)) throw new Error(`${id} is written twice, or without having been read`);
    const next = (held.get(id)?.version ?? 0) + 1;
    if (record.version !== next) throw new Error(`${id} is written as version ${record.version} where ${next} is next`);
  }
};

/**
 * Makes sure that a decision rests on what was read: each record was asked for, is written once, and raises its version by one.
 * Throws otherwise, since that is a mistake of ours and would overwrite what nobody saw.
 */
export const checkWrites = (keys: DecisionKeys, held: HeldDecisions, writes: DecisionWrites): void => {
  checkKind(writes.rules ?? [], ({ id }) => id, keys.ruleIds ?? [], held.rules);
  checkKind(writes.policies ?? [], policyKey, (keys.policies ?? []).map(policyKey), held.policies);
  checkKind(writes.pairs ?? [], pairId, (keys.pairs ?? []).map(pairId), held.pairs);
  checkKind(writes.copies ?? [], ({ id }) => id, keys.copyIds ?? [], held.copies);
  const shop = held.shopAutopilot === null ? new Map<string, Versioned>() : new Map([['shop', held.shopAutopilot]]);
  checkKind(writes.shopAutopilot === undefined ? [] : [writes.shopAutopilot], () => 'shop', keys.shopAutopilot === true ? ['shop'] : [], shop);
};

/** How many records a decision writes. */
export const countWrites = ({ rules = [], policies = [], pairs = [], copies = [], shopAutopilot }: DecisionWrites): number =>
  rules.length + policies.length + pairs.length + copies.length + (shopAutopilot === undefined ? 0 : 1);
