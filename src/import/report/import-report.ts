import type { ImportKind } from '../fields/fields.js';
import type { ReasonCount, RejectedRow } from './tally.js';

/** What became of a file. rows = accepted + duplicates + rejected + skipped, all counted in rows. */
export interface ImportReport {
  readonly kind: ImportKind;
  readonly file: string;
  /** Nothing was written; duplicates are unknown then. */
  readonly dryRun: boolean;
  readonly rows: number;
  readonly accepted: number;
  readonly duplicates: number;
  readonly rejected: number;
  /** Left out as the caller asked. */
  readonly skipped: number;
  readonly rejectedByReason: readonly ReasonCount[];
  readonly skippedByReason: readonly ReasonCount[];
  /** The first refused rows. */
  readonly firstRejected: readonly RejectedRow[];
  /** Orders written; null for other kinds. */
  readonly orders: number | null;
  /** Products that the catalogue did not hold; null unless it was asked for. */
  readonly productsAdded: number | null;
  /** Customers whose profile was computed again. */
  readonly customers: number;
  /** Why the input ended too early; null when it was read whole. */
  readonly failure: string | null;
}

const counted = (count: number): string => count.toLocaleString('en-GB');

const rejectedLine = ({ line, field, reason }: RejectedRow): string =>
  field === '' ? `line ${line}: ${reason}` : `line ${line}: field ${field}: ${reason}`;

/** The refused rows, one line each, for standard error. */
export const rejectedLines = (report: ImportReport): readonly string[] => {
  const hidden = report.rejected - report.firstRejected.length;
  const more = hidden > 0 ? [`… and ${counted(hidden)} more rejected rows (--rejects FILE writes them all)`] : [];
  return [...report.firstRejected.map(rejectedLine), ...more];
};

const reasonLines = (title: string, reasons: readonly ReasonCount[]): readonly string[] =>
  reasons.map(({ reason, rows }) => `  ${title} ${counted(rows)}: ${reason}`);

const some = (count: number, one: string): string => `${counted(count)} ${one}${count === 1 ? '' : 's'}`;

const extras = (report: ImportReport): readonly string[] => [
  ...(report.orders === null ? [] : [`${some(report.orders, 'order')} ${report.dryRun ? 'would be written' : 'written'}`]),
  ...(report.productsAdded === null ? [] : [`${some(report.productsAdded, 'product')} added to the catalogue`]),
  ...(report.customers === 0 ? [] : [`${some(report.customers, 'customer profile')} computed again`]),
];

/** The summary for people, one line each. */
export const summaryLines = (report: ImportReport): readonly string[] => [
  `${report.dryRun ? 'Dry run: ' : ''}${counted(report.rows)} rows read = ${counted(report.accepted)} accepted` +
    ` + ${counted(report.duplicates)} duplicates + ${counted(report.rejected)} rejected + ${counted(report.skipped)} skipped`,
  ...extras(report),
  ...reasonLines('rejected', report.rejectedByReason),
  ...reasonLines('skipped', report.skippedByReason),
];
