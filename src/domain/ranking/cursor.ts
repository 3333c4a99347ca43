import { hash } from 'node:crypto';

/** Where a page of a list begins: which products were served before it. */
export interface ListPosition {
  readonly served: ReadonlySet<string>;
}

const MARK_BYTES = 4;

/** Products that one list can show on all its pages together: what a cursor can hold. */
export const LONGEST_LIST = 500;

/** A short name of a product inside a cursor: 32 bits are plenty for the few hundred products of one list. */
const markOf = (productId: string): string =>
  hash('sha256', productId, 'hex').slice(0, 2 * MARK_BYTES);

/** The position before the first page. */
export const START: ListPosition = { served: new Set() };

/** Whether a product was served on an earlier page. */
export const wasServed = (position: ListPosition, productId: string): boolean =>
  position.served.size > 0 && position.served.has(markOf(productId));

/** The position after one more product. */
export const advance = (position: ListPosition, productId: string): ListPosition => ({
  served: new Set([...position.served, markOf(productId)]),
});

/**
 * A cursor names what was served and not how far the list was read, so that a list that changes between two pages
 * neither repeats nor skips a product, and nobody has to remember served lists.
 */
export const encodeCursor = (position: ListPosition): string =>
  Buffer.from([...position.served].join(''), 'hex').toString('base64url');

/** The position that a cursor names; null when it is none of ours. */
export const decodeCursor = (cursor: string): ListPosition | null => {
  if (!/^[\w-]+$/.test(cursor)) return null;
  const bytes = Buffer.from(cursor, 'base64url');
  if (bytes.length === 0 || bytes.length % MARK_BYTES !== 0 || bytes.length / MARK_BYTES > LONGEST_LIST) return null;
  const marks = bytes.toString('hex').match(/.{8}/g) ?? [];
  return { served: new Set(marks) };
};
