import type { CopyVariant } from '../../domain/copy/copy-variant.js';
import type { Autopilot, PlacementPolicy } from '../../domain/merchandising/policy.js';
import type { MerchandisingRule } from '../../domain/merchandising/rule.js';
import { SHOP_KEY, toCopyVariant, toPolicy, toRule, WITHOUT_HISTORY } from './decision-mapping.js';
import type { DecisionCollections } from './roll-forward.js';

/** What serving holds of people's decisions; pairs are read as they are asked for. */
export interface DecisionsInForce {
  /** Approved ones. */
  readonly rules: readonly MerchandisingRule[];
  readonly policies: readonly PlacementPolicy[];
  readonly ceiling: Autopilot;
  /** Approved ones by product id, in the order of their ids. */
  readonly copy: ReadonlyMap<string, readonly CopyVariant[]>;
}

const byProduct = (variants: readonly CopyVariant[]): ReadonlyMap<string, readonly CopyVariant[]> => {
  const groups = new Map<string, CopyVariant[]>();
  for (const variant of variants) {
    const group = groups.get(variant.productId);
    if (group === undefined) groups.set(variant.productId, [variant]);
    else group.push(variant);
  }
  return groups;
};

/** Reads the decisions in force, without what serving has no use for. */
export const readInForce = async ({
  rules,
  policies,
  shopAutopilot,
  copyVariants,
}: DecisionCollections): Promise<DecisionsInForce> => {
  const options = { ...WITHOUT_HISTORY, batchSize: 10_000 };
  const [approved, all, shop, copy] = await Promise.all([
    rules.find({ state: 'APPROVED' }, options).toArray(),
    policies.find({}, options).toArray(),
    shopAutopilot.findOne({ _id: SHOP_KEY }, WITHOUT_HISTORY),
    copyVariants.find({ state: 'APPROVED' }, options).sort({ _id: 1 }).toArray(),
  ]);
  return {
    rules: approved.map(toRule),
    policies: all.map(toPolicy),
    ceiling: shop?.autopilot ?? 'ASSIST',
    copy: byProduct(copy.map(toCopyVariant)),
  };
};
