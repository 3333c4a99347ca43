// One build's use cases, asked as the resolvers ask them.
import { NOW } from './made-up-shop.mjs';

const MODULES = ['domain/cross-sell/complements-for.js', 'domain/personalisation/picks-for.js', 'domain/ranking/cursor.js', 'domain/serving/explain.js'];

/** Nobody is held out and everybody agreed. */
const SETTINGS = { consentDefault: true, holdoutShares: { CROSS_SELL: 0, PERSONALISATION: 0 }, holdoutSalt: '' };
const NO_CONTEXT = { categoryId: null, productId: null, candidateIds: [] };

/** Fields by their names: in which order a build writes them down says nothing. */
const inOrder = (fields) => Object.fromEntries(Object.entries(fields).sort(([a], [b]) => (a < b ? -1 : 1)));

/** The lists of one build from a snapshot and a reader. */
export const decidingBy = async (built, snapshot) => {
  const program = Object.assign({}, ...(await Promise.all(MODULES.map(built))));
  const lanes = (reader) => ({ snapshot, reader, now: NOW, idSalt: 'salt', settings: SETTINGS, exposed: () => undefined });
  const { START: position } = program;
  return {
    complements: ({ anchorIds, first }, reader) => {
      const placement = anchorIds.length === 1 ? 'PRODUCT_PAGE' : 'BASKET';
      return program.complementsFor({ placement, anchorIds, excludeIds: [], filter: null, arm: 'TREATMENT', first, position }, lanes(reader));
    },
    picks: ({ customerId, first }, reader) =>
      program.picksFor({ customerId, surface: 'HOME', context: NO_CONTEXT, excludeIds: [], filter: null, first, position }, lanes(reader)),
    /** All that a list says, to compare builds: but for its name, which only has to be the same for the same list of one build. */
    saidBy: ({ slots, becauses, fallback, recommendationId: _, copy: __, unknownIds: ___, ...list }) =>
      JSON.stringify({
        ...list,
        slots: slots.map(({ candidate, slot, position: at }) => ({
          ...inOrder({ ...candidate, product: null }),
          slot,
          cursor: program.encodeCursor(at),
          explanation: program.explain(candidate, becauses.get(candidate.becauseId), fallback),
        })),
      }),
  };
};
