import { ownerOf } from './candidate.js';
import type { FilledSlot } from './fill-slots.js';

/** Who filled the slots of one answer. */
export interface SlotSplit {
  readonly human: number;
  readonly learned: number;
  readonly fallback: number;
  /** Slots that the request asked for: learning may fill `learnedShareCap` of these. */
  readonly asked: number;
  readonly learnedShareCap: number;
}

/** Counts the slots of an answer by who filled them. */
export const splitSlots = (slots: readonly FilledSlot[], asked: number, learnedShareCap: number): SlotSplit => {
  const split = { human: 0, learned: 0, fallback: 0, asked, learnedShareCap };
  for (const { candidate } of slots) split[ownerOf(candidate.source)] += 1;
  return split;
};
