import type { Interaction } from '../../src/domain/facts/interaction.js';
import type { Order } from '../../src/domain/facts/order.js';
import type { ServedPage } from '../../src/domain/measurement/served-page.js';
import type { Collections } from '../../src/stores/collections.js';
import type { StagedGroups } from '../../src/stores/counting/staged-groups.js';
import { createFactStore } from '../../src/stores/facts/fact-store.js';
import { createDayMarks } from '../../src/stores/measurement/day-marks.js';
import { createServingLog } from '../../src/stores/measurement/serving-log.js';
import { createErasures } from '../../src/stores/privacy/erasures.js';
import { fenceStores } from '../../src/stores/privacy/fence-stores.js';
import { createRemovals } from '../../src/stores/privacy/removals.js';
import { createProfileStore } from '../../src/stores/profile-store.js';
import { anInteraction, anOrder, NOW } from './builders.js';

/** No learning run has the database count. */
const NOTHING_STAGED: StagedGroups = {
  all: async () => [],
  named: (name) => {
    throw new Error(`there are no groups ${name}`);
  },
};

/** What holds something about customers, and what removes it, as one process of several has it over collections that a test may look into. */
export const personalStoresOver = (collections: Collections, staged: StagedGroups = NOTHING_STAGED) => {
  const marks = createDayMarks(collections);
  const removals = createRemovals(collections, marks, staged);
  const open = { facts: createFactStore(collections, marks), profiles: createProfileStore(collections), servingLog: createServingLog(collections, marks) };
  return { ...fenceStores(open, collections, removals, () => NOW), erasures: createErasures(collections, removals, async () => undefined), unfenced: open, groupSweep: removals.groupSweep };
};

/** A customer of whom every id begins with a mark, so that what is left of them can be found anywhere. */
export const markedCustomer = (mark: string) => {
  const [customerId, sessionId] = [`${mark}-customer`, `${mark}-visit`];
  const order = (part: string, changes: Partial<Order> = {}): Order => anOrder(`${mark}-order-${part}`, ['p1', 'p2'], { customerId, sessionId, ...changes });
  const view = (part: string, changes: Partial<Interaction> = {}): Interaction =>
    anInteraction(`${mark}-view-${part}`, 'p1', { customerId, sessionId, recommendationId: 'list', ...changes });
  const page = (part: string, changes: Partial<ServedPage> = {}): ServedPage => ({
    ...{ recommendationId: `list-${mark}-${part}`, lane: 'PERSONALISATION', placement: 'HOME', customerId, anchorIds: [], firstSlot: 1 },
    ...{ productIds: ['p1'], sources: ['FAVOURITE_CATEGORY'], servedAt: NOW },
    ...changes,
  });
  return { mark, customerId, sessionId, order, view, page, consent: { customerId, consent: true, decidedAt: NOW } };
};
export type MarkedCustomer = ReturnType<typeof markedCustomer>;

/** Documents of all collections in which a text occurs, as `collection: document`. */
export const holding = async (collections: Collections, text: string): Promise<readonly string[]> => {
  const found = await Promise.all(
    Object.values(collections).map(async (collection) => {
      const documents = await collection.find({}).toArray();
      return documents.map((document) => `${collection.collectionName}: ${JSON.stringify(document)}`);
    }),
  );
  return found.flat().filter((document) => document.includes(text));
};
