import { bar } from './charts/bar.js';
import { html, type Markup } from './markup.js';

/** One bar with its words. */
export interface BarRow {
  readonly name: string;
  readonly value: string;
  /** What the value is measured against; empty for nothing. */
  readonly note: string;
  /** Length of the bar, 0 to 1; null for none, where the value is of another measure than the bars. */
  readonly share: number | null;
}

const row = ({ name, value, note, share }: BarRow): Markup =>
  html`<div><dt>${name}</dt><dd><small>${note}</small> <b>${value}</b>${share === null ? null : bar(share)}</dd></div>\n`;

/** Bars on one scale, each with its name and number in words, so that no table is needed beside them. */
export const bars = (rows: readonly BarRow[]): Markup => html`<dl class="bars">\n${rows.map(row)}</dl>`;
