// Serving as the server does it: one snapshot, and for each request a fresh reader whose loaders join the reads of its lists.
import { built } from '../../built.mjs';

const DEADLINE_MS = 60_000;
const PLACEMENTS = [
  { lane: 'CROSS_SELL', placement: 'PRODUCT_PAGE' },
  { lane: 'CROSS_SELL', placement: 'BASKET' },
  { lane: 'PERSONALISATION', placement: 'HOME' },
];

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

/** What is shipped, but for the fallback. */
export const SHIPPED = { sameGroupCap: 1, diversity: 'NONE' };

/** Lists are filled up with what sells, as the protocol's are, and limited or mixed where asked to: the shop's own switches. */
const setPolicies = async ({ setPlacementPolicy }, { decisions }, { sameGroupCap, diversity }) => {
  const unchanged = { autopilot: null, learnedShareCap: null, atLeast: null, version: null };
  for (const { lane, placement } of PLACEMENTS) {
    const change = { lane, placement, fallback: true, diversity, sameGroupCap: lane === 'CROSS_SELL' ? sameGroupCap : null, ...unchanged };
    const result = await setPlacementPolicy(change, { decisions, actor: { by: 'bench:quality', at: new Date() } });
    if (!result.ok) throw new Error(`the policy of ${placement} could not be set: ${JSON.stringify(result.failure)}`);
  }
};

/** Pages of a limited list: a share is one of a page, so that what a shopper sees of a page of 4 and of one of 10 has to be asked for as such. */
const SEEN_PAGES = [4, 10];

/** The lengths of the pages that make up a list. */
const pagesOf = (first, { sameGroupCap }) => {
  const ends = sameGroupCap === 1 ? [first] : [...SEEN_PAGES.filter((end) => end < first), first];
  return ends.map((end, at) => end - (ends[at - 1] ?? 0));
};

/**
 * Opens a learned shop for serving.
 * @param {{ uri: string, database: string }} address
 */
export const openServing = async (address) => {
  const program = Object.assign({}, ...(await Promise.all(MODULES.map(built))));
  const stores = program.openStores(address, 'serving');
  await setPolicies(program, stores, SHIPPED);
  const holder = program.createSnapshotHolder(stores.snapshots, 1_000, (error) => { throw error; });
  await holder.refresh();
  let snapshot = holder.current();
  let policy = SHIPPED;

  /** What one request has. Anything that cannot be read ends the measurement: a degraded list is no measurement. */
  const freshReader = () => {
    const deadline = { maxTimeMS: DEADLINE_MS, signal: AbortSignal.timeout(DEADLINE_MS) };
    const loaders = program.createLoaders(stores.serving, snapshot.model?.version ?? null, deadline);
    return program.createRequestReader(loaders, snapshot, (name, error) => { throw new Error(`${name} cannot be read`, { cause: error }); });
  };
  const lanes = (now, reader = freshReader()) => ({ snapshot, reader, now, idSalt: '', settings: SETTINGS, exposed: () => undefined });
  const productIdsOf = ({ slots }) => slots.map(({ candidate }) => candidate.productId);

  /** A list as it is read: page after page, each asked for as long as it is. */
  const pagedComplements = async ({ placement, anchorIds, first, now }, reader) => {
    const request = { placement, anchorIds, excludeIds: [], filter: null, arm: 'TREATMENT' };
    const ids = [];
    let position = program.START;
    for (const length of pagesOf(first, policy)) {
      const page = await program.complementsFor({ ...request, first: length, position }, lanes(now, reader));
      ids.push(...productIdsOf(page));
      position = page.slots.at(-1)?.position ?? position;
      if (!page.hasNextPage) break;
    }
    return ids;
  };

  return {
    freshReader,
    /** Ids of what goes with some anchors, best first. */
    complements: pagedComplements,
    /** Ids of what suits a customer, best first. */
    picks: async ({ customerId, excludeIds, first, now }, reader) =>
      productIdsOf(
        await program.picksFor(
          { customerId, surface: 'HOME', context: { categoryId: null, productId: null, candidateIds: [] }, excludeIds, filter: null, first, position: program.START },
          lanes(now, reader),
        ),
      ),
    /** Serves by another policy of all placements from here on. */
    under: async (other) => {
      await setPolicies(program, stores, other);
      await holder.refresh();
      [snapshot, policy] = [holder.current(), other];
    },
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
