// Numbers for people: this machine and its neighbours are noisy, so everything is a median and, better, a ratio within one round.
import { cpus, loadavg, totalmem } from 'node:os';

/** The middle of some numbers; of two middles the mean. */
export const median = (values) => {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
};

/** A number with thousands apart. */
export const number = (value, digits = 0) =>
  value.toLocaleString('en-GB', { minimumFractionDigits: digits, maximumFractionDigits: digits });

/** Median and range of a measure. */
export const spread = (values, digits = 2) =>
  `${number(median(values), digits)} [${number(Math.min(...values), digits)}–${number(Math.max(...values), digits)}]`;

/** A Markdown table; the first column is text, the others are numbers. */
export const table = (head, rows) => {
  const widths = head.map((cell, column) => Math.max(...[cell, ...rows.map((row) => row[column])].map((text) => String(text).length)));
  const line = (cells) => `| ${cells.map((cell, at) => (at === 0 ? String(cell).padEnd(widths[at]) : String(cell).padStart(widths[at]))).join(' | ')} |`;
  const rule = line(widths.map((width, at) => (at === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`)));
  return [line(head), rule, ...rows.map(line)].join('\n');
};

/** What this was measured on. */
export const machine = () =>
  `Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}, ${number(totalmem() / 2 ** 30)} GB, load ${number(loadavg()[0], 1)} at start`;
