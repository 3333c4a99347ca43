import { calculateObjectSize } from 'bson';

import type { DaySheet } from '../../domain/measurement/day-sheet.js';
import { keepExpired } from '../../domain/measurement/keep-expired.js';
import type { DaySheets, SheetBasis } from '../../domain/measurement/measured-facts.js';
import type { Collections } from '../collections.js';
import { insertNew } from '../facts/record-new.js';
import { toSheet } from './from-sheet-document.js';
import { createFactsExpiry } from './facts-expiry.js';
import type { DaySheetDocument } from './sheet-documents.js';
import { toSheetDocument } from './to-sheet-document.js';

const ROLLED_UP = 'rolled-up';

/** What a document may hold at most, in MongoDB and in the embedded store. */
const MOST_BYTES = 16 * 1024 * 1024;

/** How many sheets are read at a time: a server that reads them answers shoppers meanwhile. */
const SHEETS_AT_A_TIME = 20;

const count = (value: number): string => value.toLocaleString('en-GB');

/** @throws Error naming the day when it has more orders than a sheet holds. */
const fitting = (document: DaySheetDocument): DaySheetDocument => {
  const bytes = calculateObjectSize(document);
  if (bytes <= MOST_BYTES) return document;
  throw new Error(
    `${document._id} does not fit into a sheet: its ${count(document.orders.count)} orders with ${count(document.credits.count)} credited lines take ` +
      `${count(bytes)} bytes, and a document holds ${count(MOST_BYTES)}`,
  );
};

/** A sheet that may take the place of this document: of an older state of the facts or the same, or of another window. */
const notNewerThan = ({ changes, touches, windowDays }: SheetBasis) => ({
  $or: [{ windowDays: { $ne: windowDays } }, { changes: { $lte: changes }, touches: { $lte: touches } }],
});

/** Where day sheets are kept. */
export const createDaySheetStore = ({ daySheets, measured }: Pick<Collections, 'daySheets' | 'measured'>): DaySheets => {
  const expiry = createFactsExpiry({ measured });

  /** Answers whether there is nothing left to do: the sheet is held, or one of a newer basis. */
  const attempt = async (sheet: DaySheet, basis: SheetBasis, at: Date): Promise<boolean> => {
    const [held, before] = await Promise.all([daySheets.findOne({ _id: sheet.day }), expiry.before()]);
    if (held === null) return (await insertNew(daySheets, [fitting(toSheetDocument(sheet, basis, at))])).size === 0;
    const whole = before === null ? sheet : keepExpired(toSheet(held), sheet, { before, windowDays: basis.windowDays });
    await daySheets.replaceOne({ _id: sheet.day, ...notNewerThan(basis) }, fitting(toSheetDocument(whole, basis, at)));
    return true;
  };

  return {
    async bases() {
      const held = await daySheets.find({}, { projection: { changes: 1, touches: 1, windowDays: 1 }, batchSize: 5_000 }).toArray();
      return new Map(held.map(({ _id, changes, touches, windowDays }) => [_id, { changes, touches, windowDays }]));
    },

    async put(sheet, basis, at) {
      // Another process may have kept the day's first sheet in between; sheets are never removed, so the second attempt meets it.
      if (!(await attempt(sheet, basis, at))) await attempt(sheet, basis, at);
    },

    async *sheets(from, until) {
      const days = from === null ? { $lt: until } : { $gte: from, $lt: until };
      for await (const document of daySheets.find({ _id: days }, { batchSize: SHEETS_AT_A_TIME }).sort({ _id: 1 })) yield toSheet(document);
    },

    measuredAt: async () => (await measured.findOne({ _id: ROLLED_UP }))?.at ?? null,

    async noteMeasured(at) {
      await measured.updateOne({ _id: ROLLED_UP }, { $max: { at } }, { upsert: true });
    },
  };
};
