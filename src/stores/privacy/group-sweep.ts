import type { Collections } from '../collections.js';
import type { GroupDocument } from '../counting/counting-documents.js';
import { idIn, NAMED } from '../counting/group-names.js';
import type { StagedGroups } from '../counting/staged-groups.js';
import { removeFromAll, type RemoveSome } from './from-all-groups.js';
import { streamOf } from './stream-of.js';
import type { TombstoneStore } from './tombstone-store.js';

/** Removes groups of whom was erased, which an aggregation staged that had read their facts before they went. Each answers how many groups. */
export interface GroupSweep {
  /** Of all runs. */
  all(): Promise<number>;
  /** Of one run, by the name of the collection. */
  run(name: string): Promise<number>;
}

interface GroupSweepDeps {
  readonly orders: Collections['orders'];
  readonly tombstones: Pick<TombstoneStore, 'areAny' | 'found' | 'idsOf'>;
  readonly staged: StagedGroups;
}

/** Names that one question to the database is sure to hold: a till's visit names up to 20,000 customers. */
const NAMES_AT_ONCE = 5_000;

type Group = Pick<GroupDocument, '_id' | 'owner' | 'customers'>;

const customersOf = ({ owner, customers = [] }: Group): readonly string[] => {
  const known = idIn(NAMED.customer, owner);
  return known === null ? customers : [...customers, known];
};

const namesIn = ({ customers = [] }: Group): number => Math.max(1, customers.length);

/** Of a visit in which nobody known did anything, else null. */
const sessionOf = ({ _id, owner }: Group): string | null => (owner === _id ? idIn(NAMED.session, owner) : null);

/** Of an order that nobody is known for, and of all that its unknown customer bought. */
const guestOrderOf = ({ owner }: Group): string | null => idIn(NAMED.order, owner);

/** Every name is hashed and looked for, since tombstones name nobody; but an order without a name is told by its being held no more. */
export const createGroupSweep = ({ orders, tombstones, staged }: GroupSweepDeps): GroupSweep => {
  const erasedOf = async (kind: 'customer' | 'visit', names: readonly string[]): Promise<ReadonlySet<string>> => {
    const known = [...new Set(names)];
    const erased = new Set<string>();
    for (let from = 0; from < known.length; from += NAMES_AT_ONCE) {
      const some = known.slice(from, from + NAMES_AT_ONCE);
      const ids = await tombstones.idsOf(kind, some.map((name) => [name]));
      const found = await tombstones.found(ids);
      for (const [index, name] of some.entries()) if (found.has(ids[index] ?? '')) erased.add(name);
    }
    return erased;
  };

  const goneOf = async (orderIds: readonly string[]): Promise<ReadonlySet<string>> => {
    if (orderIds.length === 0) return new Set();
    const held = await orders.find({ _id: { $in: [...orderIds] } }, { projection: { _id: 1 }, readPreference: 'primary', batchSize: 5_000 }).toArray();
    const still = new Set(held.map(({ _id }) => _id));
    return new Set(orderIds.filter((id) => !still.has(id)));
  };

  const barredOf = async (batch: readonly Group[]): Promise<readonly string[]> => {
    const customers = await erasedOf('customer', batch.flatMap(customersOf));
    const visits = await erasedOf('visit', batch.flatMap((group) => sessionOf(group) ?? []));
    const gone = await goneOf(batch.flatMap((group) => guestOrderOf(group) ?? []));
    const isBarred = (group: Group): boolean =>
      customersOf(group).some((id) => customers.has(id)) || visits.has(sessionOf(group) ?? '') || gone.has(guestOrderOf(group) ?? '');
    return batch.filter(isBarred).map(({ _id }) => _id);
  };

  const sweep: RemoveSome = async function* sweep(groups) {
    for await (const batch of streamOf(groups, {}, { projection: { owner: 1, customers: 1 } }, namesIn)) {
      const barred = await barredOf(batch);
      if (barred.length > 0) yield (await groups.deleteMany({ _id: { $in: [...barred] } })).deletedCount;
    }
  };

  return {
    all: async () => removeFromAll(staged, sweep),
    async run(name) {
      if (!(await tombstones.areAny('customer'))) return 0;
      let removed = 0;
      for await (const count of sweep(staged.named(name))) removed += count;
      return removed;
    },
  };
};
