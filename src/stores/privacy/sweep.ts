import type { FencedOrder } from '../../domain/privacy/fence.js';
import type { TombstoneKind } from '../../domain/privacy/tombstone.js';
import type { RemoveCustomer } from './customer-removal.js';
import type { FactRemoval } from './fact-removal.js';
import type { ForgottenRemoval } from './forgotten-removal.js';
import type { GroupSweep } from './group-sweep.js';
import type { GuestOrders } from './guest-orders.js';
import type { Removed, TombstoneStore } from './tombstone-store.js';
import type { TracesHeld } from './traces-held.js';
import type { RemoveVisits } from './visit-removal.js';

interface SweepDeps {
  readonly held: TracesHeld;
  readonly tombstones: TombstoneStore;
  readonly customers: RemoveCustomer;
  readonly visits: RemoveVisits;
  readonly guests: Pick<GuestOrders, 'remove'>;
  readonly facts: Pick<FactRemoval, 'orders'>;
  readonly forgotten: ForgottenRemoval;
  readonly groupSweep: Pick<GroupSweep, 'all'>;
}

const sum = (removed: Partial<Removed>): number => Object.values(removed).reduce((total, count) => total + count, 0);

/**
 * Removes what has a tombstone and is held all the same: a writer that was killed between writing and looking again leaves it behind. Every name
 * that is held is hashed and looked for, since tombstones name nobody. Answers how many documents.
 */
export const createSweep = ({ held, tombstones, customers, visits, guests, facts, forgotten, groupSweep }: SweepDeps): (() => Promise<number>) => {
  /** Removes each of what has a tombstone. */
  const sweepOut = async <T>(
    kind: TombstoneKind,
    names: AsyncIterable<readonly T[]>,
    partsOf: (name: T) => readonly string[],
    remove: (name: T, at: Date) => Promise<number>,
  ): Promise<number> => {
    let removed = 0;
    for await (const batch of names) {
      const ids = await tombstones.idsOf(kind, batch.map(partsOf));
      const found = await tombstones.found(ids);
      for (const [index, name] of batch.entries()) {
        const at = found.get(ids[index] ?? '');
        if (at !== undefined) removed += await remove(name, at);
      }
    }
    return removed;
  };

  const removeCustomer = async (customerId: string, at: Date): Promise<number> => {
    let removed = 0;
    await customers(customerId, at, async (step) => {
      removed += sum(step);
    });
    return removed;
  };

  /** Older versions than the erased customer's only. */
  const removeOrder = async ({ id, updatedAt }: Pick<FencedOrder, 'id' | 'updatedAt'>, until: Date): Promise<number> =>
    updatedAt <= until ? facts.orders.remove([id], { updatedAt: { $lte: until } }) : 0;

  /** All that is held of whom was erased: all tombstones but those of wishes came with a customer’s. */
  const sweepErased = async (): Promise<number> => {
    if (!(await tombstones.areAny('customer'))) return 0;
    const ofCustomers = await sweepOut('customer', held.customers(), (customerId) => [customerId], removeCustomer);
    const ofVisits = await sweepOut('visit', held.visits(), (sessionId) => [sessionId], async (sessionId, at) => sum(await visits([sessionId], at)));
    const ofGuests = await sweepOut('visit-orders', held.guestVisits(), (sessionId) => [sessionId], async (sessionId) => sum(await guests.remove([sessionId])));
    const ofOrders = (await tombstones.areAny('order')) ? await sweepOut('order', held.orders(), ({ id }) => [id], removeOrder) : 0;
    return ofCustomers + ofVisits + ofGuests + ofOrders + (await groupSweep.all());
  };

  return async () => {
    if (!(await tombstones.areAny())) return 0;
    const removed = await sweepErased();
    if (!(await tombstones.areAny('forgotten'))) return removed;
    const forgot = await sweepOut('forgotten', held.wishes(), ({ customerId, productId }) => [customerId, productId], forgotten.remove);
    return removed + forgot;
  };
};
