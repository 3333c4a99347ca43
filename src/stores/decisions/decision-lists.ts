import type { Collection, Filter, Sort } from 'mongodb';

import { withoutContents, type DecisionLists } from '../../domain/merchandising/kept/decision-lists.js';
import { pairOf } from '../../domain/merchandising/kept/decisions.js';
import type { RuleDocument } from './decision-documents.js';
import {
  pairKey,
  SHOP_KEY,
  toCopyRecord,
  toPairRecord,
  toPolicyRecord,
  toRuleRecord,
  toShopAutopilotRecord,
} from './decision-mapping.js';
import type { DecisionJournal } from './decision-journal.js';
import type { DecisionCollections } from './roll-forward.js';
import { unlessOvertaken } from './unless-overtaken.js';

/** A page's worth: records come with their history. */
const BATCH = 100;

const equal = (field: string, value: string | null): Record<string, unknown> => (value === null ? {} : { [field]: value });

const anyOf = (field: string, values: readonly string[]): Record<string, unknown> =>
  values.length === 0 ? {} : { [field]: { $in: [...values] } };

/** What lies behind a place in a list that falls by `field` and, where that is the same, rises by id. */
const behind = (field: string, place: { readonly value: number | Date; readonly id: string } | null): Record<string, unknown> =>
  place === null ? {} : { $or: [{ [field]: { $lt: place.value } }, { [field]: place.value, _id: { $gt: place.id } }] };

const keyOfPair = (id: string): string => {
  const pair = pairOf(id);
  return pair === null ? id : pairKey(pair);
};

/** Lists of decisions. Each begins with everything that stands; only `all` is of one moment. */
export const createDecisionLists = (collections: DecisionCollections, journal: DecisionJournal): DecisionLists => {
  async function* streamOf<D extends { _id: string }, T>(
    collection: Collection<D>,
    filter: Record<string, unknown>,
    sort: Sort,
    map: (document: D) => T,
    projection: Record<string, 0> = {},
  ): AsyncIterable<T> {
    await journal.settled();
    // The driver cannot know the fields of every document, nor that what it finds has no other id.
    const found = collection.find(filter as Filter<D>, { batchSize: BATCH, projection });
    for await (const document of found.sort(sort)) yield map(document as D);
  }

  const readPolicies = async () => (await collections.policies.find({}).sort({ _id: 1 }).toArray()).map(toPolicyRecord);

  const readShop = async () => {
    const found = await collections.shopAutopilot.findOne({ _id: SHOP_KEY });
    return found === null ? null : toShopAutopilotRecord(found);
  };

  const readAll = async () => ({
    rules: (await collections.rules.find({}, { batchSize: BATCH }).sort({ _id: 1 }).toArray()).map(toRuleRecord),
    policies: await readPolicies(),
    pairs: (await collections.decidedPairs.find({}, { batchSize: 10_000 }).sort({ _id: 1 }).toArray()).map(toPairRecord),
    shopAutopilot: await readShop(),
  });

  return {
    rules: ({ lane, states }, after) => {
      const place = after && { value: after.priority, id: after.id };
      const filter = { ...equal('lane', lane), ...anyOf('state', states), ...behind('priority', place) };
      return streamOf(collections.rules, filter, { priority: -1, _id: 1 }, (rule: RuleDocument) => withoutContents(toRuleRecord(rule)), { 'history.contents': 0 });
    },
    policies: async () => {
      await journal.settled();
      return readPolicies();
    },
    shopAutopilot: async () => {
      await journal.settled();
      return readShop();
    },
    decidedPairs: ({ anchorId, decisions }, after) => {
      const place = after && { value: after.decidedAt, id: keyOfPair(after.id) };
      const filter = { ...equal('anchorId', anchorId), ...anyOf('decision', decisions), ...behind('decidedAt', place) };
      return streamOf(collections.decidedPairs, filter, { decidedAt: -1, _id: 1 }, toPairRecord);
    },
    copies: ({ productId, states }, after) => {
      const place = after && { value: after.updatedAt, id: after.id };
      const filter = { ...equal('productId', productId), ...anyOf('state', states), ...behind('updatedAt', place) };
      return streamOf(collections.copyVariants, filter, { updatedAt: -1, _id: 1 }, toCopyRecord);
    },
    all: async () => unlessOvertaken(await journal.together(readAll)),
  };
};
