import type { Interaction } from '../facts/interaction.js';
import type { Order } from '../facts/order.js';
import type { Lane } from '../merchandising/rule.js';
import type { Exposure } from './exposure.js';
import type { DaySheet } from './day-sheet.js';
import type { KnownList, ServedPage } from './served-page.js';

/** How often the facts of a UTC day have changed: both only ever rise. */
export interface DayChanges {
  readonly day: string;
  /** Changes of any kind. */
  readonly changes: number;
  /** Changes of interactions that name a list: orders of later days may be credited otherwise. */
  readonly touches: number;
}

/** Which state of the facts a sheet was made from. */
export interface SheetBasis {
  /** `DayChanges.changes` of its day. */
  readonly changes: number;
  /** Sum of `DayChanges.touches` over its day and the days of the attribution window before it. */
  readonly touches: number;
  readonly windowDays: number;
}

/** Reads what sheets are made from. Streams are in no order that means anything. */
export interface MeasuredFacts {
  /** Every day with facts, ascending. */
  dayChanges(): Promise<readonly DayChanges[]>;
  /** Completed orders placed in `[from, until)`, whole. */
  completedOrders(from: Date, until: Date): AsyncIterable<Order>;
  /** Interactions in `[from, until)` that name a list and a product. */
  listedInteractions(from: Date, until: Date): AsyncIterable<Interaction>;
  /** What is known of these lists; unknown ones are absent. */
  knownLists(recommendationIds: readonly string[]): Promise<ReadonlyMap<string, KnownList>>;
  /** The exposure of each unit that counts: its earliest; units without one are absent. */
  exposuresOf(lane: Lane, unitIds: readonly string[]): Promise<ReadonlyMap<string, Exposure>>;
  /** Exposures in `[from, until)` that are their units' earliest. */
  exposures(from: Date, until: Date): AsyncIterable<Exposure>;
}

/** Where sheets are kept. */
export interface DaySheets {
  /** The bases of all sheets held, by day. */
  bases(): Promise<ReadonlyMap<string, SheetBasis>>;
  /** Keeps the sheet unless one of a newer basis is held; `at` is when the facts were read. */
  put(sheet: DaySheet, basis: SheetBasis, at: Date): Promise<void>;
  /** Sheets of days in `[from, until)`, ascending; null is open. */
  sheets(from: string | null, until: string): AsyncIterable<DaySheet>;
  /** When the last roll-up that left nothing undone read its facts; null before the first. */
  measuredAt(): Promise<Date | null>;
  /** Notes that a roll-up left nothing undone. */
  noteMeasured(at: Date): Promise<void>;
}

/** Where what was served, and to whom as part of a comparison, is written down. Both are idempotent, and known already is fine. */
export interface ServingLog {
  recordServed(pages: readonly ServedPage[]): Promise<void>;
  recordExposures(exposures: readonly Exposure[]): Promise<void>;
}
