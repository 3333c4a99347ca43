import type { ReportDocument } from '../document.js';
import { harmless, record } from './cell.js';
import { type FigureRow, figureRows } from './figure-rows.js';

const COLUMNS = [
  'scorecard',
  'placement',
  'source',
  'figure',
  'from',
  'until',
  'value',
  'low',
  'high',
  'currency',
  'anchorId',
  'anchorTitle',
  'productId',
  'productTitle',
] as const satisfies readonly (keyof FigureRow)[];

/** Columns whose text comes from outside; the others are our own words and numbers, where a minus is a minus. */
const FOREIGN: ReadonlySet<string> = new Set(['anchorId', 'anchorTitle', 'productId', 'productTitle']);

const cell = (row: FigureRow, column: (typeof COLUMNS)[number]): string => {
  const text = String(row[column] ?? '');
  return FOREIGN.has(column) ? harmless(text) : text;
};

/** The report as a table in long format, one figure a row (RFC 4180). */
export const renderCsv = (document: ReportDocument): string =>
  [COLUMNS, ...figureRows(document).map((row) => COLUMNS.map((column) => cell(row, column)))].map(record).join('');
