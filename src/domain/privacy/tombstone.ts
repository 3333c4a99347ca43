import { createHmac } from 'node:crypto';

/**
 * What must not come back: a customer, what nobody known did in a visit that was theirs ('visit'), what nobody known ordered in it ('visit-orders'),
 * an order up to its last version that was theirs, or what a customer did with one product up to a time.
 */
export type TombstoneKind = 'customer' | 'visit' | 'visit-orders' | 'order' | 'forgotten';

/**
 * What a tombstone is kept under: a keyed hash, so that whoever reads the tombstones learns of nobody, not even by trying every id there may be,
 * unless they hold the key as well. `names` are the customer; the visit; the order; or the customer and the product. Always the same for the same key.
 */
export const tombstoneId = (key: string, kind: TombstoneKind, names: readonly string[]): string =>
  createHmac('sha256', key).update(JSON.stringify([kind, ...names])).digest('base64url');
