import { badArgument } from './arguments.js';

/** Where an entry stands in a list that is ordered by a number and, among equals, by id. */
export interface Key {
  readonly order: number;
  readonly id: string;
}

/** Lists whose cursors are keys; each takes its own only. */
export type KeysetList = 'merchandisingRules' | 'decidedPairs' | 'copyVariants';

/** Entries of one page, and whether the list goes on behind it. */
export interface Page<T> {
  readonly entries: readonly T[];
  readonly hasNextPage: boolean;
}

/** Reads a page and not more of the list than it needs. */
export const takePage = async <T>(list: AsyncIterable<T>, first: number): Promise<Page<T>> => {
  const entries: T[] = [];
  for await (const entry of list) {
    if (entries.length === first) return { entries, hasNextPage: true };
    entries.push(entry);
  }
  return { entries, hasNextPage: false };
};

const encodeKey = (list: KeysetList, { order, id }: Key): string => Buffer.from(JSON.stringify([list, order, id])).toString('base64url');

const decodeKey = (list: KeysetList, cursor: string): Key | null => {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (!Array.isArray(parts) || parts.length !== 3 || parts[0] !== list) return null;
    const [, order, id]: unknown[] = parts;
    return Number.isSafeInteger(order) && typeof order === 'number' && typeof id === 'string' && id !== '' ? { order, id } : null;
  } catch {
    return null;
  }
};

/** The entry that a page begins behind; null for the first page. Throws BAD_USER_INPUT for a cursor that this list did not give. */
export const readKey = (list: KeysetList, after: string | null | undefined): Key | null => {
  if (after === null || after === undefined) return null;
  const key = decodeKey(list, after);
  if (key === null) throw badArgument('after must be an endCursor of this list');
  return key;
};

/** How a list answers its entries. */
export interface EntryAnswer<T, Node> {
  readonly list: KeysetList;
  keyOf(entry: T): Key;
  nodeOf(entry: T): Node;
}

/** A page in the words of the contract. `isFirst` says whether it begins the list. */
export const keysetConnection = <T, Node>(
  { entries, hasNextPage }: Page<T>,
  isFirst: boolean,
  { list, keyOf, nodeOf }: EntryAnswer<T, Node>,
) => {
  const edges = entries.map((entry) => ({ node: nodeOf(entry), cursor: encodeKey(list, keyOf(entry)) }));
  return {
    edges,
    pageInfo: {
      hasNextPage,
      hasPreviousPage: !isFirst,
      startCursor: edges.at(0)?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
};
