import type { Collections } from '../../src/stores/collections.js';

const WRITES = new Set(['insertMany', 'bulkWrite', 'updateOne', 'replaceOne', 'deleteMany']);

/** When a process dies: at its nth write (1 is the first), before the database has done it, or after, without having heard of it. */
export interface Death {
  readonly write: number;
  readonly when: 'before' | 'after';
}

/** Collections of a process that dies at a write: from then on nothing it asks for reaches the database. `isDead` tells whether it came that far. */
export const dyingCollections = (collections: Collections, death: Death): { collections: Collections; isDead: () => boolean } => {
  let writes = 0;
  let dead = false;

  const write = async (call: () => unknown): Promise<unknown> => {
    writes += 1;
    dead = writes === death.write;
    if (dead && death.when === 'after') await call();
    if (dead) throw new Error('killed');
    return call();
  };

  const dying = <T extends object>(collection: T): T =>
    new Proxy(collection, {
      get: (target, name) => {
        const member: unknown = Reflect.get(target, name, target);
        if (typeof member !== 'function') return member;
        return (...args: unknown[]): unknown => {
          if (dead) throw new Error('dead');
          const call = (): unknown => Reflect.apply(member, target, args);
          return WRITES.has(String(name)) ? write(call) : call();
        };
      },
    });

  const wrapped = Object.fromEntries(Object.entries(collections).map(([name, collection]) => [name, dying(collection)]));
  return { collections: { ...collections, ...wrapped }, isDead: () => dead };
};
