import type { Collections } from '../collections.js';
import type { RemovableFacts } from './fact-removal.js';
import type { GroupRemoval } from './group-removal.js';
import { isTill, MOST_GUEST_ORDERS, type Removed, type TombstoneStore } from './tombstone-store.js';

/** An order without a name. */
export interface GuestOrder {
  readonly id: string;
  readonly sessionId: string;
}

/** What was removed of orders without a name. */
export type RemovedGuests = Pick<Removed, 'orders' | 'learningGroups'>;

/** Orders without a name in visits in which an erased customer ordered. */
export interface GuestOrders {
  /**
   * Fences those of these visits, in each of which the customer has ordered, whose orders without a name can be told to be theirs: nobody else who
   * is known did anything in it, and there are not too many. Answers all of these that are fenced.
   */
  fence(customerId: string, sessionIds: readonly string[], at: Date): Promise<readonly string[]>;
  /** Removes what is held of such orders in these fenced visits, and answers how much. */
  remove(sessionIds: readonly string[]): Promise<RemovedGuests>;
  /** Notes that these, of fenced visits, are refused. Answers visits that turn out to be tills, and are fenced no more. */
  refuse(guests: readonly GuestOrder[]): Promise<ReadonlySet<string>>;
}

type Held = Pick<Collections, 'orders' | 'interactions'>;

/** Read where they are written, whatever the connection string prefers. */
const READ = { projection: { _id: 1 }, readPreference: 'primary' } as const;

const createJudge =
  ({ orders, interactions }: Held) =>
  async (sessionId: string, customerId: string): Promise<boolean> => {
    const guests = await orders.find({ sessionId, customerId: null }, READ).limit(MOST_GUEST_ORDERS + 1).toArray();
    if (isTill(guests.length)) return false;
    const others = { sessionId, customerId: { $gt: '', $ne: customerId } };
    return (await orders.findOne(others, READ)) === null && (await interactions.findOne(others, READ)) === null;
  };

interface GuestOrdersDeps {
  readonly removable: RemovableFacts;
  readonly groups: Pick<GroupRemoval, 'ofOrders'>;
  readonly tombstones: TombstoneStore;
}

/** Notes come before removals: a process that dies in between has counted what the next one removes. */
export const createGuestOrders = (held: Held, { removable, groups, tombstones }: GuestOrdersDeps): GuestOrders => {
  const isTheirs = createJudge(held);
  const idsOf = async (sessionIds: readonly string[]): Promise<readonly (readonly [sessionId: string, id: string])[]> => {
    const ids = await tombstones.idsOf('visit-orders', sessionIds.map((sessionId) => [sessionId]));
    return sessionIds.map((sessionId, index) => [sessionId, ids[index] ?? ''] as const);
  };

  /** No more than it takes to tell that a visit is a till. */
  const note = async (guests: readonly GuestOrder[]): Promise<ReadonlySet<string>> => {
    const visits = await idsOf([...new Set(guests.map(({ sessionId }) => sessionId))]);
    const known = await tombstones.guestsOf(visits.map(([, id]) => id));
    const hashes = await tombstones.idsOf('order', guests.map(({ id }) => [id]));
    const added = new Map<string, readonly string[]>();
    const tills = new Set<string>();
    for (const [sessionId, id] of visits) {
      const before = known.get(id) ?? [];
      const all = new Set([...before, ...guests.flatMap((guest, index) => (guest.sessionId === sessionId ? (hashes[index] ?? []) : []))]);
      if (isTill(all.size)) tills.add(sessionId);
      added.set(id, [...all].slice(before.length, MOST_GUEST_ORDERS + 1));
    }
    await tombstones.addGuests(added);
    return tills;
  };

  return {
    async fence(customerId, sessionIds, at) {
      const visits = await idsOf(sessionIds);
      const fenced = await tombstones.found(visits.map(([, id]) => id));
      const theirs: string[] = [];
      for (const [sessionId, id] of visits) if (!fenced.has(id) && (await isTheirs(sessionId, customerId))) theirs.push(id);
      await tombstones.set('visit-orders', theirs, at);
      // What was a till once has a tombstone that is in force no more.
      const set = await tombstones.found(theirs);
      return visits.flatMap(([sessionId, id]) => (fenced.has(id) || set.has(id) ? [sessionId] : []));
    },

    async remove(sessionIds) {
      const removed = { orders: 0, learningGroups: 0 };
      if (sessionIds.length === 0) return removed;
      const anonymous = { customerId: null, sessionId: { $in: [...sessionIds] } };
      for await (const batch of removable.find(anonymous)) {
        await note(batch.flatMap(({ _id, sessionId }) => (sessionId === null ? [] : [{ id: _id, sessionId }])));
        const ids = batch.map(({ _id }) => _id);
        removed.learningGroups += await groups.ofOrders(ids);
        removed.orders += await removable.remove(ids, anonymous);
      }
      return removed;
    },

    refuse: async (guests) => (guests.length === 0 ? new Set() : note(guests)),
  };
};
