import { approvedRuleAsOf, ceilingAsOf, pairAsOf, policyAsOf } from '../../domain/merchandising/kept/as-of.js';
import type { DecidedPair } from '../../domain/merchandising/decided-pair.js';
import type { DecisionsOfThePast, PastDecisions } from '../../domain/merchandising/kept/decision-lists.js';
import type { MerchandisingRule } from '../../domain/merchandising/rule.js';
import {
  SHOP_KEY,
  toPairRecord,
  toPolicyRecord,
  toRule,
  toRuleRecord,
  toShopAutopilotRecord,
  WITHOUT_HISTORY,
} from './decision-mapping.js';
import type { DecisionJournal } from './decision-journal.js';
import type { DecisionCollections } from './roll-forward.js';
import { unlessOvertaken } from './unless-overtaken.js';

const present = <T>(value: T | null): readonly T[] => (value === null ? [] : [value]);

/** Reads decisions as they stood, from their history. */
export const createDecisionsOfThePast = (collections: DecisionCollections, journal: DecisionJournal): DecisionsOfThePast => {
  /** What has not changed since stands as it stood, without its history. */
  const rulesAsOf = async (at: Date): Promise<readonly MerchandisingRule[]> => {
    const unchanged = await collections.rules.find({ updatedAt: { $lte: at }, state: 'APPROVED' }, { ...WITHOUT_HISTORY, batchSize: 10_000 }).toArray();
    const changed: MerchandisingRule[] = [];
    for await (const document of collections.rules.find({ updatedAt: { $gt: at } }, { batchSize: 100 }))
      changed.push(...present(approvedRuleAsOf(toRuleRecord(document), at)));
    return [...unchanged.map(toRule), ...changed];
  };

  const pairsAsOf = async (anchorIds: readonly string[], at: Date): Promise<ReadonlyMap<string, readonly DecidedPair[]>> => {
    const found = await collections.decidedPairs.find({ anchorId: { $in: [...anchorIds] } }, { batchSize: 10_000 }).sort({ _id: 1 }).toArray();
    const pairs = found.flatMap((document) => present(pairAsOf(toPairRecord(document), at)));
    return new Map(anchorIds.map((anchorId) => [anchorId, pairs.filter((pair) => pair.anchorId === anchorId)]));
  };

  const read = async (at: Date): Promise<Omit<PastDecisions, 'pairs'>> => {
    const [rules, policies, shop] = await Promise.all([
      rulesAsOf(at),
      collections.policies.find({}).sort({ _id: 1 }).toArray(),
      collections.shopAutopilot.findOne({ _id: SHOP_KEY }),
    ]);
    return {
      rules,
      policies: policies.flatMap((document) => present(policyAsOf(toPolicyRecord(document), at))),
      ceiling: ceilingAsOf(shop === null ? null : toShopAutopilotRecord(shop), at),
    };
  };

  return {
    asOf: async (at) => ({
      ...unlessOvertaken(await journal.together(async () => read(at))),
      pairs: async (anchorIds) => pairsAsOf(anchorIds, at),
    }),
  };
};
