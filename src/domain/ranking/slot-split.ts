import { ownerOf } from './candidate.js';
import type { FilledSlot } from './fill-slots.js';

/** Who filled the slots of one answer. */
export interface SlotSplit {
  readonly human: number;
  readonly learned: number;
  readonly fallback: number;
  readonly learnedShareCap: number;
}

/** Counts the slots of an answer by who filled them. */
export const splitSlots = (slots: readonly FilledSlot[], learnedShareCap: number): SlotSplit => {
  const split = { human: 0, learned: 0, fallback: 0, learnedShareCap };
  for (const { candidate } of slots) split[ownerOf(candidate.source)] += 1;
  return split;
};
