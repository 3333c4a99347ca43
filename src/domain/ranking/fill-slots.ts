import type { Candidate } from './candidate.js';
import { advance, LONGEST_LIST, wasServed, type ListPosition } from './cursor.js';
import { inSlotOrder } from './order.js';
import { afterFilling, letsIn, quotasOf, type PageLimits, type Quotas } from './quotas.js';
import { asPopular } from './stand-in.js';

/** A candidate in its slot. */
export interface FilledSlot {
  readonly candidate: Candidate;
  /** 1-based position in the whole list. */
  readonly slot: number;
  /** Where the list goes on after it. */
  readonly position: ListPosition;
}

/** One page of a list. */
export interface FilledPage {
  readonly slots: readonly FilledSlot[];
  readonly hasNextPage: boolean;
}

/** How a page is filled. */
export interface PageRequest extends PageLimits {
  readonly position: ListPosition;
}

const isDuePin = (candidate: Candidate, slot: number): boolean => candidate.pinnedSlot !== null && candidate.pinnedSlot <= slot;

/** Index of the candidate that takes a slot: companions first, then a pin whose slot has come, then the next in line that the quotas let in. */
const nextIndex = (pool: readonly Candidate[], slot: number, left: Quotas): number => {
  const required = pool.findIndex(({ source }) => source === 'REQUIRED_COMPANION');
  if (required !== -1) return required;
  const pin = pool.findIndex((candidate) => isDuePin(candidate, slot));
  if (pin !== -1) return pin;
  const next = pool.findIndex((candidate) => candidate.pinnedSlot === null && letsIn(left, candidate));
  // A pin whose slot will never be reached moves up, so that a list has no holes.
  return next === -1 ? pool.findIndex(({ pinnedSlot }) => pinnedSlot !== null) : next;
};

/** In the order in which slots are filled, pins by the slots that they ask for. */
const lineUp = (pool: readonly Candidate[]): Candidate[] =>
  pool.toSorted((a, b) => (a.pinnedSlot ?? 0) - (b.pinnedSlot ?? 0) || inSlotOrder(a, b));

/**
 * Fills one page from candidates in slot order: what earlier pages served is left out, pins stand on their slots of the whole list,
 * learning fills at most its share of the page, and learning and popularity at most theirs with products of an anchor's group. Once learning
 * has filled its share, learned products that are popular too are shown as such. What is left over goes to the next page.
 */
export const fillSlots = (candidates: readonly Candidate[], request: PageRequest): FilledPage => {
  const { first, position } = request;
  const quotas = quotasOf(request);
  const unserved = candidates.filter(({ productId }) => !wasServed(position, productId));
  let pool = lineUp(quotas.learned === 0 ? unserved.map(asPopular) : unserved);
  const slots: FilledSlot[] = [];
  let left = quotas;
  let at = position;
  while (slots.length < first && at.served.size < LONGEST_LIST) {
    const slot = at.served.size + 1;
    const [candidate] = pool.splice(indexOrEnd(pool, nextIndex(pool, slot, left)), 1);
    if (candidate === undefined) break;
    const before = left;
    left = afterFilling(before, candidate);
    if (left.learned === 0 && before.learned > 0) pool = lineUp(pool.map(asPopular));
    at = advance(at, candidate.productId);
    slots.push({ candidate, slot, position: at });
  }
  const isLeft = at.served.size < LONGEST_LIST && nextIndex(pool, Number.MAX_SAFE_INTEGER, quotas) !== -1;
  return { slots, hasNextPage: isLeft };
};

const indexOrEnd = (pool: readonly unknown[], index: number): number => (index === -1 ? pool.length : index);
