import { policyKey, type DecisionChange, type PolicyRecord, type ShopAutopilotRecord } from '../domain/merchandising/kept/decisions.js';
import { DEFAULT_SHOP_AUTOPILOT } from '../domain/merchandising/changing/write-shop-autopilot.js';
import { defaultPolicy } from '../domain/merchandising/policy.js';
import { CROSS_SELL_PLACEMENTS, PERSONAL_SURFACES } from '../domain/merchandising/rule.js';

const changeAnswer = ({ version, at, by, summary }: DecisionChange) => ({ version, at, by, summary });

/** A placement's policy in the words of the contract. */
export const policyAnswer = (policy: PolicyRecord) => ({ ...policy, history: policy.history.map(changeAnswer) });

const EVERYWHERE = [
  ...CROSS_SELL_PLACEMENTS.map((placement) => ({ lane: 'CROSS_SELL', placement }) as const),
  ...PERSONAL_SURFACES.map((placement) => ({ lane: 'PERSONALISATION', placement }) as const),
];

/** The policy of every placement and surface: the one that somebody set, else the default, which nobody did. */
export const everyPolicyAnswer = (held: readonly PolicyRecord[]) => {
  const byKey = new Map(held.map((policy) => [policyKey(policy), policy]));
  return EVERYWHERE.map(({ lane, placement }) => {
    const policy = byKey.get(policyKey({ lane, placement }));
    return policy === undefined ? { ...defaultPolicy(lane, placement), updatedAt: null, history: [] } : policyAnswer(policy);
  });
};

/** The whole shop's autopilot in the words of the contract; while nobody has set it, every placement's own policy speaks. */
export const shopAutopilotAnswer = (shop: ShopAutopilotRecord | null) =>
  shop === null
    ? { autopilot: DEFAULT_SHOP_AUTOPILOT, note: null, version: 0, updatedBy: 'default', updatedAt: null, history: [] }
    : { ...shop, history: shop.history.map(changeAnswer) };
