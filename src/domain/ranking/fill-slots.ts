import type { Candidate } from './candidate.js';
import { advance, LONGEST_LIST, servedBefore, START, type ListPosition } from './cursor.js';
import { sortIntoSlotOrder } from './order.js';
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

/** What waits for a slot, in lines. */
interface Lines {
  readonly companions: Candidate[];
  /** By the slots that they ask for. */
  readonly pins: Candidate[];
  /** Everything else. */
  readonly open: Candidate[];
}

const bySlotAskedFor = (a: Candidate, b: Candidate): number => (a.pinnedSlot ?? 0) - (b.pinnedSlot ?? 0);

const isCompanion = ({ source }: Candidate): boolean => source === 'REQUIRED_COMPANION';

const isPin = (candidate: Candidate): boolean => candidate.pinnedSlot !== null && !isCompanion(candidate);

const lineUp = (candidates: readonly Candidate[]): Lines => {
  const sorted = sortIntoSlotOrder(candidates);
  const companions = sorted.filter(isCompanion).sort(bySlotAskedFor);
  const pins = sorted.filter(isPin).sort(bySlotAskedFor);
  const open = companions.length + pins.length === 0 ? sorted.slice() : sorted.filter((candidate) => !isCompanion(candidate) && !isPin(candidate));
  return { companions, pins, open };
};

/** Takes the candidate of a slot out of its line: companions first, then a pin whose slot has come, then the next in line that the quotas let in. */
const takeNext = ({ companions, pins, open }: Lines, slot: number, left: Quotas): Candidate | undefined => {
  if (companions.length > 0) return companions.shift();
  if ((pins[0]?.pinnedSlot ?? Infinity) <= slot) return pins.shift();
  const next = open.findIndex((candidate) => letsIn(left, candidate));
  // A pin whose slot will never be reached moves up, so that a list has no holes.
  return next === -1 ? pins.shift() : open.splice(next, 1)[0];
};

const hasNext = ({ companions, pins, open }: Lines, left: Quotas): boolean =>
  companions.length > 0 || pins.length > 0 || open.some((candidate) => letsIn(left, candidate));

/** Once learning has filled its share. */
const standingIn = (lines: Lines): Lines => ({ ...lines, open: [...sortIntoSlotOrder(lines.open.map(asPopular))] });

const unservedOf = (candidates: readonly Candidate[], position: ListPosition): readonly Candidate[] => {
  if (position === START) return candidates;
  const wasServed = servedBefore(position);
  return candidates.filter(({ productId }) => !wasServed(productId));
};

/**
 * Fills one page from candidates in slot order: what earlier pages served is left out, pins stand on their slots of the whole list,
 * learning fills at most its share of the page, and learning and popularity at most theirs with products of an anchor's group. Once learning
 * has filled its share, learned products that are popular too are shown as such. What is left over goes to the next page.
 */
export const fillSlots = (candidates: readonly Candidate[], request: PageRequest): FilledPage => {
  const { first, position } = request;
  const quotas = quotasOf(request);
  const unserved = unservedOf(candidates, position);
  let lines = lineUp(quotas.learned === 0 ? unserved.map(asPopular) : unserved);
  const slots: FilledSlot[] = [];
  let left = quotas;
  let at = position;
  while (slots.length < first && at.served < LONGEST_LIST) {
    const slot = at.served + 1;
    const candidate = takeNext(lines, slot, left);
    if (candidate === undefined) break;
    at = advance(at, candidate.productId);
    slots.push({ candidate, slot, position: at });
    const before = left;
    left = afterFilling(before, candidate);
    if (left.learned === 0 && before.learned > 0 && slots.length < first) lines = standingIn(lines);
  }
  return { slots, hasNextPage: at.served < LONGEST_LIST && hasNext(lines, quotas) };
};
