import type { DecidedPair } from '../../domain/merchandising/decided-pair.js';
import { approvedRuleAsOf, ceilingAsOf, pairAsOf, policyAsOf } from '../../domain/merchandising/kept/as-of.js';
import type { DecisionsOfThePast, PastDecisions } from '../../domain/merchandising/kept/decision-lists.js';
import type { MerchandisingRule } from '../../domain/merchandising/rule.js';
import { SHOP_KEY, toPairRecord, toPolicyRecord, toRule, toRuleRecord, toShopAutopilotRecord, WITHOUT_HISTORY } from './decision-mapping.js';
import type { DecisionJournal } from './decision-journal.js';
import type { DecisionCollections } from './roll-forward.js';
import { unlessOvertaken } from './unless-overtaken.js';

/** How many documents are decoded at a time: shoppers are answered in between. */
const BATCH = 200;

const present = <T>(value: T | null): readonly T[] => (value === null ? [] : [value]);

/** Rules by id, and the highest revision that was met among them. */
interface RulesThen {
  readonly rules: Map<string, MerchandisingRule>;
  newest: number;
}

/** Reads decisions as they stood, from their history. */
export const createDecisionsOfThePast = (collections: DecisionCollections, journal: DecisionJournal): DecisionsOfThePast => {
  /** What has not changed since stands as it stood, without its history. */
  const readUnchanged = async ({ rules }: RulesThen, at: Date): Promise<void> => {
    const found = collections.rules.find({ updatedAt: { $lte: at }, state: 'APPROVED' }, { ...WITHOUT_HISTORY, batchSize: BATCH });
    for await (const document of found) rules.set(document._id, toRule(document));
  };

  const readHistories = async (then: RulesThen, filter: Record<string, unknown>, at: Date): Promise<void> => {
    for await (const document of collections.rules.find(filter, { batchSize: BATCH })) {
      const rule = approvedRuleAsOf(toRuleRecord(document), at);
      if (rule === null) then.rules.delete(document._id);
      else then.rules.set(document._id, rule);
      then.newest = Math.max(then.newest, document.revision ?? 0);
    }
  };

  /** Of what changed since, not what is known to have been created since: it has its first version, and none as old as that. */
  const changedSince = (at: Date) => ({
    updatedAt: { $gt: at },
    $or: [{ 'history.at': { $lte: at } }, { 'history.version': { $ne: 1 } }],
  });

  const readRules = async (then: RulesThen, at: Date, after: number | null): Promise<void> => {
    if (after !== null) return readHistories(then, { revision: { $gt: after } }, at);
    then.rules.clear();
    await readUnchanged(then, at);
    await readHistories(then, changedSince(at), at);
  };

  const readOthers = async (at: Date) => {
    const [policies, shop] = await Promise.all([
      collections.policies.find({}).sort({ _id: 1 }).toArray(),
      collections.shopAutopilot.findOne({ _id: SHOP_KEY }),
    ]);
    return {
      policies: policies.flatMap((document) => present(policyAsOf(toPolicyRecord(document), at))),
      ceiling: ceilingAsOf(shop === null ? null : toShopAutopilotRecord(shop), at),
      newest: Math.max(0, ...[...policies, ...present(shop)].map(({ revision = 0 }) => revision)),
    };
  };

  const read = async (at: Date): Promise<Omit<PastDecisions, 'pairs'>> => {
    const then: RulesThen = { rules: new Map(), newest: 0 };
    let others: Omit<PastDecisions, 'pairs' | 'rules'> = { policies: [], ceiling: 'ASSIST' };
    const revision = await journal.catchUp(null, async (after) => {
      await readRules(then, at, after);
      const { newest, ...found } = await readOthers(at);
      others = found;
      return Math.max(newest, then.newest);
    });
    unlessOvertaken(revision);
    return { ...others, rules: [...then.rules.values()] };
  };

  const pairsAsOf = async (anchorIds: readonly string[], at: Date): Promise<ReadonlyMap<string, readonly DecidedPair[]>> => {
    const found = collections.decidedPairs.find({ anchorId: { $in: [...anchorIds] } }, { batchSize: BATCH }).sort({ _id: 1 });
    const pairs: DecidedPair[] = [];
    for await (const document of found) pairs.push(...present(pairAsOf(toPairRecord(document), at)));
    return new Map(anchorIds.map((anchorId) => [anchorId, pairs.filter((pair) => pair.anchorId === anchorId)]));
  };

  return {
    asOf: async (at) => ({
      ...(await read(at)),
      pairs: async (anchorIds) => pairsAsOf(anchorIds, at),
    }),
  };
};
