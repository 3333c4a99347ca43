// A made-up shop as one build of the subgraph loads it: its own documents, encoded as the driver gets them, and read by its own stores.
import { deserialize, serialize } from 'bson';

/** The collections that serving reads, of bytes in memory. Only what the stores of serving ask for: some ids, or everything. */
const collectionOf = (documents) => {
  const bytes = new Map(documents.map((document) => [document._id, serialize(document)]));
  const decoded = (id) => (bytes.has(id) ? [deserialize(bytes.get(id), { promoteBuffers: false })] : []);
  const found = ({ _id }) => (_id === undefined ? [...bytes.keys()] : _id.$in).flatMap(decoded);
  return {
    find: (filter) => ({
      toArray: async () => found(filter),
      async *[Symbol.asyncIterator]() {
        yield* found(filter);
      },
    }),
  };
};

const MODULES = ['domain/merchandising/in-force/rule-index.js', 'stores/learned/model-documents.js', 'stores/serving-store.js'];

/** Absent in builds that wrote these with the others. */
const SIMILARITY = 'stores/learned/similarity-documents.js';

const VERSION = 'made-up';
const NO_DEADLINE = { maxTimeMS: 60_000, signal: new AbortController().signal };

const MODEL = { version: VERSION, windowDays: 365, orders: 100_000, customers: 25_000 };

/**
 * Loads what some questions need.
 * @param {(path: string) => Promise<object>} built Imports a module of the build.
 * @param {ReturnType<import('./made-up-shop.mjs').madeUpShop>} shop
 * @param {{ anchors: readonly number[], customers: readonly number[], seeds: readonly number[] }} needed
 * @param {{ rules?: readonly object[], policies?: readonly object[] }} decisions
 */
export const loadShop = async (built, shop, needed, { rules = [], policies = [] } = {}) => {
  const program = Object.assign({}, ...(await Promise.all(MODULES.map(built))), await built(SIMILARITY).catch(() => ({})));
  const statistics = {
    coPurchase: needed.anchors.map(shop.coPurchase),
    similarity: needed.seeds.map(shop.similarity),
    popularity: shop.popularity,
    demand: shop.demand,
  };
  const store = program.createServingStore({
    catalogue: collectionOf(shop.products.map(({ id, ...rest }) => ({ _id: id, ...rest }))),
    coPurchase: collectionOf(program.coPurchaseDocuments(VERSION, statistics)),
    similarity: collectionOf(program.similarityDocuments(VERSION, statistics)),
    popularity: collectionOf(program.popularityDocuments(VERSION, statistics)),
    demand: collectionOf(program.demandDocuments(VERSION, statistics)),
    profiles: collectionOf(needed.customers.map(shop.profile).map(({ customerId, ...rest }) => ({ _id: customerId, revision: 1, ...rest }))),
  });
  const snapshot = {
    rules: program.createRuleIndex([...rules]),
    policies,
    ceiling: 'ASSIST',
    copy: new Map(),
    model: MODEL,
    popularity: await store.popularity(VERSION),
    demand: await store.demand(VERSION),
    // A shop whose anchors have pairs enough asks for none.
    traits: new Map(),
    categoryPaths: shop.categoryPaths,
    ruleProducts: new Map(),
    knownProducts: new Map(),
  };
  return { snapshot, store: readsOf(store) };
};

const nothing = async () => new Map();

/** Each kind of read by ids, as a request has it. Nobody has decided a pair, and everybody consents. */
const readsOf = (store) => ({
  products: (ids) => store.products(ids, NO_DEADLINE),
  coPurchase: (ids) => store.coPurchase(VERSION, ids, NO_DEADLINE),
  similarity: (ids) => store.similarity(VERSION, ids, NO_DEADLINE),
  profiles: (ids) => store.profiles(ids, NO_DEADLINE),
  decidedPairs: nothing,
  consents: nothing,
});

const KINDS = ['products', 'coPurchase', 'similarity', 'profiles', 'decidedPairs', 'consents'];

/** A reader that reads from the store and notes what it was asked for. */
export const notingReader = (store) => {
  const asked = Object.fromEntries(KINDS.map((kind) => [kind, new Set()]));
  const noting = (kind) => async (ids) => {
    for (const id of ids) asked[kind].add(id);
    return store[kind](ids);
  };
  return { asked, reader: { ...Object.fromEntries(KINDS.map((kind) => [kind, noting(kind)])), unreadable: new Set() } };
};

/** Loads all that was asked for before, anew: a reader that answers from memory, from documents that nobody has touched yet. */
export const loadedReader = async (store, asked) => {
  const reader = { unreadable: new Set() };
  for (const kind of KINDS) {
    const held = await store[kind]([...asked[kind]]);
    reader[kind] = async (ids) => {
      const found = new Map();
      for (const id of ids) {
        const value = held.get(id);
        if (value !== undefined) found.set(id, value);
      }
      return found;
    };
  }
  return reader;
};
