import type { Collections } from '../collections.js';
import type { DayMarks } from '../measurement/day-marks.js';
import { createCustomerRemoval, type RemoveCustomer } from './customer-removal.js';
import { createExposureRemoval, type ExposureRemoval } from './exposure-removal.js';
import { createFactRemoval, type FactRemoval } from './fact-removal.js';
import { createForgottenRemoval, type RemoveForgotten } from './forgotten-removal.js';
import { createServedRemoval, type RemoveServed } from './served-removal.js';
import { createTombstoneStore, type TombstoneStore } from './tombstone-store.js';
import { createVisitRemoval, type RemoveVisits } from './visit-removal.js';

/** Everything that removes what must not be held, put together. */
export interface Removals {
  readonly tombstones: TombstoneStore;
  readonly facts: FactRemoval;
  readonly exposures: ExposureRemoval;
  readonly served: RemoveServed;
  readonly visits: RemoveVisits;
  readonly customers: RemoveCustomer;
  readonly forgotten: RemoveForgotten;
}

/** Puts it together. */
export const createRemovals = (collections: Collections, marks: DayMarks): Removals => {
  const tombstones = createTombstoneStore(collections);
  const facts = createFactRemoval(collections, marks);
  const exposures = createExposureRemoval(collections, marks);
  const served = createServedRemoval(collections);
  const visits = createVisitRemoval(facts, exposures, tombstones);
  const customers = createCustomerRemoval(collections, { facts, visits, served, exposures });
  return { tombstones, facts, exposures, served, visits, customers, forgotten: createForgottenRemoval(collections, facts) };
};
