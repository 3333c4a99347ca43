import type { Filter } from 'mongodb';

import { MOST_SAMPLE_ORDERS, type CountedProposal, type ProposedPairsReading, type SampledPair } from '../../domain/cross-sell/proposed-pairs-reading.js';
import { pairId } from '../../domain/merchandising/kept/decisions.js';
import type { Collections, OrderDocument } from '../collections.js';
import type { DecidedPairDocument } from '../decisions/decision-documents.js';
import type { ProposedPairsDocument } from './learned-documents.js';
import { type Deadline, readAll, type ServingStore } from '../serving-store.js';

/** Reads under way at once for the orders of one page. */
const READS_AT_ONCE = 4;

const proposalsIn = (part: ProposedPairsDocument): readonly CountedProposal[] =>
  part.anchorIds.map((anchorId, at) => ({
    anchorId,
    complementId: part.complementIds[at] ?? '',
    logLikelihoodRatio: part.logLikelihoodRatios[at] ?? 0,
    ordersTogether: part.ordersTogether[at] ?? 0,
    anchorOrders: part.anchorOrders[at] ?? 0,
    neighbourOrders: part.neighbourOrders[at] ?? 0,
  }));

/** One index finds the orders of the product named first, newest first; they are read until enough hold the other too. */
const ordersWith = ({ anchorId, complementId, rarerId }: SampledPair): Filter<OrderDocument> => ({
  $and: [
    { 'lines.productId': rarerId },
    { 'lines.productId': rarerId === anchorId ? complementId : anchorId },
    { status: 'COMPLETED' },
  ],
});

/** Runs a step for each thing, a few at a time. */
const forEach = async <T>(things: readonly T[], step: (thing: T) => Promise<void>): Promise<void> => {
  const waiting = things.values();
  const work = async (): Promise<void> => {
    for (const thing of waiting) await step(thing);
  };
  await Promise.all(Array.from({ length: READS_AT_ONCE }, work));
};

type Used = Pick<Collections, 'proposedPairs' | 'decidedPairs' | 'catalogue' | 'orders'>;

/** Reads what is laid before people who decide pairs, each read within its own deadline. */
export const createProposalStore = ({ proposedPairs, decidedPairs, catalogue, orders }: Used, serving: ServingStore) => ({
  within: (deadline: Deadline): ProposedPairsReading => ({
    async *strongest(version, notAbove) {
      const filter = { version, ...(notAbove === null ? {} : { weakest: { $lte: notAbove } }) };
      const parts = await readAll(proposedPairs, filter, deadline, { projection: { part: 1 }, sort: { part: 1 } });
      for (const { _id } of parts) yield (await readAll(proposedPairs, { _id }, deadline)).flatMap(proposalsIn);
    },

    coPurchase: async (version, anchorIds) => serving.coPurchase(version, anchorIds, deadline),

    async decidedAmong(pairs) {
      const filter: Filter<DecidedPairDocument> = {
        anchorId: { $in: [...new Set(pairs.map(({ anchorId }) => anchorId))] },
        decision: { $in: ['APPROVE', 'DISMISS'] },
      };
      const decided = await readAll(decidedPairs, filter, deadline, { projection: { anchorId: 1, complementId: 1 } });
      return new Set(decided.map(pairId));
    },

    async activeAmong(productIds) {
      const active = await readAll(catalogue, { _id: { $in: [...productIds] }, active: true }, deadline, { projection: { _id: 1 } });
      return new Set(active.map(({ _id }) => _id));
    },

    async sampleOrders(pairs) {
      const found = new Map<string, readonly string[]>();
      await forEach(pairs, async (pair) => {
        const newest = { projection: { _id: 1 }, sort: { placedAt: -1 }, limit: MOST_SAMPLE_ORDERS } as const;
        const samples = await readAll(orders, ordersWith(pair), deadline, newest);
        found.set(pairId(pair), samples.map(({ _id }) => _id));
      });
      return found;
    },
  }),
});
export type ProposalStore = ReturnType<typeof createProposalStore>;
