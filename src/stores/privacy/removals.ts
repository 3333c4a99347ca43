import type { Collections } from '../collections.js';
import type { StagedGroups } from '../counting/staged-groups.js';
import type { DayMarks } from '../measurement/day-marks.js';
import { createCustomerRemoval, type RemoveCustomer } from './customer-removal.js';
import { createExposureRemoval, type ExposureRemoval } from './exposure-removal.js';
import { createFactRemoval, type FactRemoval } from './fact-removal.js';
import { createForgottenRemoval, type ForgottenRemoval } from './forgotten-removal.js';
import { createGroupRemoval, type GroupRemoval } from './group-removal.js';
import { createGroupSweep, type GroupSweep } from './group-sweep.js';
import { createGuestOrders, type GuestOrders } from './guest-orders.js';
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
  readonly guests: GuestOrders;
  readonly customers: RemoveCustomer;
  readonly forgotten: ForgottenRemoval;
  readonly groups: GroupRemoval;
  readonly groupSweep: GroupSweep;
}

/** Puts it together. */
export const createRemovals = (collections: Collections, marks: DayMarks, staged: StagedGroups): Removals => {
  const tombstones = createTombstoneStore(collections);
  const facts = createFactRemoval(collections, marks, tombstones);
  const exposures = createExposureRemoval(collections, marks);
  const served = createServedRemoval(collections);
  const groups = createGroupRemoval(staged);
  const visits = createVisitRemoval(facts.interactions, exposures, groups, tombstones);
  const guests = createGuestOrders(collections, { removable: facts.orders, groups, tombstones });
  const customers = createCustomerRemoval(collections, { facts, visits, guests, served, exposures, groups });
  const forgotten = createForgottenRemoval(collections, facts);
  const groupSweep = createGroupSweep({ orders: collections.orders, tombstones, staged });
  return { tombstones, facts, exposures, served, visits, guests, customers, forgotten, groups, groupSweep };
};
