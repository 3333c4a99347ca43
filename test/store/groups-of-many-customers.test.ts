import type { Collection } from 'mongodb';
import { describe, expect, it } from 'vitest';

import type { Collections } from '../../src/stores/collections.js';
import type { GroupDocument } from '../../src/stores/counting/counting-documents.js';
import { createGroupSweep } from '../../src/stores/privacy/group-sweep.js';
import { NOW } from '../support/builders.js';

const MANY = 12_000;

/** Everybody who bought at a till, whose visits have one session. */
const customersOf = (till: number): readonly string[] => Array.from({ length: MANY }, (_, index) => `${String(till)}-${String(index)}`);

describe('groups that name many customers', () => {
  it('are looked through one by one, a few thousand names at a time', async () => {
    const [erased, counts] = [`7-${String(MANY - 1)}`, { held: 0, mostHeld: 0, mostAsked: 0 }];
    const removed: string[] = [];
    const tills = {
      find: async function* find() {
        for (let till = 0; till < 20; till += 1) {
          counts.held += MANY;
          counts.mostHeld = Math.max(counts.mostHeld, counts.held);
          yield { _id: `session till-${String(till)}`, owner: `customer ${String(till)}-0`, customers: customersOf(till) };
        }
      },
      deleteMany: async ({ _id: { $in } }: { readonly _id: { readonly $in: readonly string[] } }) => ({ deletedCount: removed.push(...$in) }),
      // All that sweeping asks of a collection.
    } as unknown as Collection<GroupDocument>;
    const tombstones = {
      areAny: async () => true,
      idsOf: async (_kind: unknown, names: readonly (readonly string[])[]) => {
        counts.held = 0;
        counts.mostAsked = Math.max(counts.mostAsked, names.length);
        return names.flat();
      },
      found: async (ids: readonly string[]) => new Map(ids.flatMap((id) => (id === erased ? [[id, NOW]] : []))),
    };
    // No order without a name is asked for.
    const sweep = createGroupSweep({ orders: {} as Collections['orders'], tombstones, staged: { all: async () => [tills], named: () => tills } });
    expect(await sweep.all()).toBe(1);
    expect(removed).toEqual(['session till-7']);
    expect(counts.mostHeld).toBe(MANY);
    expect(counts.mostAsked).toBe(5_000);
  });
});
