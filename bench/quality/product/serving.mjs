// Serving as the server does it: one snapshot, and for each request a fresh reader whose loaders join the reads of its lists.
import { built } from '../../built.mjs';

const DEADLINE_MS = 60_000;
const PLACEMENTS = ['PRODUCT_PAGE', 'BASKET'];

const MODULES = [
  'domain/cross-sell/complements-for.js',
  'domain/merchandising/changing/change-policy.js',
  'domain/personalisation/pick-seeds.js',
  'domain/personalisation/picks-for.js',
  'domain/ranking/cursor.js',
  'server/request-reader.js',
  'server/snapshot-holder.js',
  'stores/loaders.js',
  'stores/open.js',
];

/** Nobody is held out and everybody agreed, so that every list is what a model makes of it. */
const SETTINGS = { consentDefault: true, holdoutShares: { CROSS_SELL: 0, PERSONALISATION: 0 }, holdoutSalt: '' };

/** Lists of complements are filled up with what sells, as the protocol's are, and hold back the anchor's group where asked to: the shop's own switches. */
const setPolicies = async ({ setPlacementPolicy }, { decisions }, sameGroupCap) => {
  const unchanged = { autopilot: null, learnedShareCap: null, sameGroupCap, atLeast: null, diversity: null, version: null };
  for (const placement of PLACEMENTS) {
    const change = { lane: 'CROSS_SELL', placement, fallback: true, ...unchanged };
    const result = await setPlacementPolicy(change, { decisions, actor: { by: 'bench:quality', at: new Date() } });
    if (!result.ok) throw new Error(`the policy of ${placement} could not be set: ${JSON.stringify(result.failure)}`);
  }
};

/**
 * Opens a learned shop for serving.
 * @param {{ uri: string, database: string }} address
 * @param {number | null} sameGroupCap Largest share of a page of complements for the anchor's own group; null for no limit.
 */
export const openServing = async (address, sameGroupCap) => {
  const program = Object.assign({}, ...(await Promise.all(MODULES.map(built))));
  const stores = program.openStores(address, 'serving');
  await setPolicies(program, stores, sameGroupCap);
  const holder = program.createSnapshotHolder(stores.snapshots, 1_000, (error) => { throw error; });
  await holder.refresh();
  const snapshot = holder.current();

  /** What one request has. Anything that cannot be read ends the measurement: a degraded list is no measurement. */
  const freshReader = () => {
    const deadline = { maxTimeMS: DEADLINE_MS, signal: AbortSignal.timeout(DEADLINE_MS) };
    const loaders = program.createLoaders(stores.serving, snapshot.model?.version ?? null, deadline);
    return program.createRequestReader(loaders, snapshot, (name, error) => { throw new Error(`${name} cannot be read`, { cause: error }); });
  };
  const lanes = (now, reader = freshReader()) => ({ snapshot, reader, now, idSalt: '', settings: SETTINGS, exposed: () => undefined });
  const productIdsOf = ({ slots }) => slots.map(({ candidate }) => candidate.productId);

  return {
    freshReader,
    /** Ids of what goes with some anchors, best first. */
    complements: async ({ placement, anchorIds, first, now }, reader) =>
      productIdsOf(
        await program.complementsFor(
          { placement, anchorIds, excludeIds: [], filter: null, arm: 'TREATMENT', first, position: program.START },
          lanes(now, reader),
        ),
      ),
    /** Ids of what suits a customer, best first. */
    picks: async ({ customerId, excludeIds, first, now }, reader) =>
      productIdsOf(
        await program.picksFor(
          { customerId, surface: 'HOME', context: { categoryId: null, productId: null, candidateIds: [] }, excludeIds, filter: null, first, position: program.START },
          lanes(now, reader),
        ),
      ),
    /** What the scorer of picks looks at for a customer on HOME; null for one without a profile. */
    pickEvidence: async ({ customerId, now }, reader) => {
      const profile = (await reader.profiles([customerId])).get(customerId);
      if (profile === undefined) return null;
      const similarity = await reader.similarity(program.seedIdsOf(profile, null));
      const { popularity, demand, categoryPaths } = snapshot;
      return { profile, similarity, popularity, demand, wantedIds: demand.mostWanted, viewedId: null, categoryPaths, withinCategory: null, now };
    },
    close: () => stores.close(),
  };
};
