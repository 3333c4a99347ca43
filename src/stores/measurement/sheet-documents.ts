import type { Binary } from 'mongodb';

import type { ActivityRow, ExposedRow, ListsRow } from '../../domain/measurement/day-sheet.js';
import type { SheetBasis } from '../../domain/measurement/measured-facts.js';
import type { Lane } from '../../domain/merchandising/rule.js';
import type { RecommendationSource } from '../../domain/ranking/candidate.js';

/** Orders of a day, in columns of equal length. */
export interface OrderColumns {
  count: number;
  /** Fingerprints; −1 is null. */
  customers: Binary;
  visits: Binary;
  /** Milliseconds since the day began. */
  placedAt: Binary;
  /** Places in `words.currencies`. */
  currencies: Binary;
  revenueMinor: Binary;
  units: Binary;
  /** 0 none, 1 treatment, 2 holdout. */
  crossSell: Binary;
  /** Milliseconds from the beginning of the part in the comparison to the order; 0 where there is none. */
  crossSellFor: Binary;
  personalisation: Binary;
  personalisationFor: Binary;
}

/** Credited order lines of a day, in columns of equal length, order after order. */
export interface CreditColumns {
  count: number;
  /** Places in the columns of orders. */
  orders: Binary;
  /** Places in `words`. */
  lanes: Binary;
  placements: Binary;
  sources: Binary;
  /** −1 is null. */
  anchors: Binary;
  products: Binary;
  units: Binary;
  revenueMinor: Binary;
}

/** The texts of a sheet, each once, in the order in which they are met. */
export interface SheetWords {
  readonly currencies: readonly string[];
  readonly lanes: readonly Lane[];
  readonly placements: readonly string[];
  readonly sources: readonly RecommendationSource[];
  /** Anchors and products. */
  readonly products: readonly string[];
}

/**
 * Derived: one UTC day rolled up. Key: day. An order takes about 45 bytes and a credited line about 15, so that the 16 MB of a document hold some
 * 250,000 orders a day with a credit on every second one.
 */
export interface DaySheetDocument extends SheetBasis {
  _id: string;
  /** When the facts were read. */
  at: Date;
  words: SheetWords;
  orders: OrderColumns;
  credits: CreditColumns;
  activity: readonly ActivityRow[];
  lists: readonly ListsRow[];
  exposed: readonly ExposedRow[];
}
