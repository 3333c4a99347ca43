import { hash } from 'node:crypto';

/** Where a page of a list begins: which products were served before it. Each position holds the one before, so that a page of them costs no copies. */
export interface ListPosition {
  /** How many products were served. */
  readonly served: number;
  /** The mark of the last of them; empty at the start. Worked out when it is asked for: a position that no cursor is made of needs none. */
  readonly mark: string;
  /** Null at the start. */
  readonly before: ListPosition | null;
}

const MARK_BYTES = 4;

/** Products that one list can show on all its pages together: what a cursor can hold. */
export const LONGEST_LIST = 500;

/** A short name of a product inside a cursor: 32 bits are plenty for the few hundred products of one list. */
const markOf = (productId: string): string =>
  hash('sha256', productId, 'hex').slice(0, 2 * MARK_BYTES);

/** The position before the first page. */
export const START: ListPosition = { served: 0, mark: '', before: null };

/** After a product of this page; a later position asks for its mark again. */
class AfterProduct implements ListPosition {
  readonly served: number;
  readonly before: ListPosition;
  readonly #productId: string;
  #mark: string | null = null;

  constructor(before: ListPosition, productId: string) {
    this.served = before.served + 1;
    this.before = before;
    this.#productId = productId;
  }

  get mark(): string {
    this.#mark ??= markOf(this.#productId);
    return this.#mark;
  }
}

const afterMark = (before: ListPosition, mark: string): ListPosition => ({ served: before.served + 1, mark, before });

/** The marks of what was served, the first one first. */
const marksOf = (position: ListPosition): readonly string[] => {
  const marks: string[] = [];
  for (let at = position; at.before !== null; at = at.before) marks.push(at.mark);
  return marks.reverse();
};

/** Tells whether a product was served on an earlier page. */
export const servedBefore = (position: ListPosition): ((productId: string) => boolean) => {
  const served = new Set(marksOf(position));
  return (productId) => served.has(markOf(productId));
};

/** The position after one more product. */
export const advance = (position: ListPosition, productId: string): ListPosition => new AfterProduct(position, productId);

/**
 * A cursor names what was served and not how far the list was read, so that a list that changes between two pages
 * neither repeats nor skips a product, and nobody has to remember served lists.
 */
export const encodeCursor = (position: ListPosition): string =>
  Buffer.from(marksOf(position).join(''), 'hex').toString('base64url');

/** The position that a cursor names; null when it is none of ours. */
export const decodeCursor = (cursor: string): ListPosition | null => {
  if (!/^[\w-]+$/.test(cursor)) return null;
  const bytes = Buffer.from(cursor, 'base64url');
  if (bytes.length === 0 || bytes.length % MARK_BYTES !== 0 || bytes.length / MARK_BYTES > LONGEST_LIST) return null;
  const marks = bytes.toString('hex').match(/.{8}/g) ?? [];
  return [...new Set(marks)].reduce(afterMark, START);
};
