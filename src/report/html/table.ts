import { html, type Markup, type Piece } from './markup.js';

/** A table whose first column names the rows and whose others are numbers. */
export interface NumberTable {
  /** For those who do not see what stands above it. */
  readonly caption: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Piece[])[];
}

// The roles are said aloud, since on a phone the rows are laid out as grids, and some browsers then forget that they are rows.
const row = ([name, ...numbers]: readonly Piece[]): Markup =>
  html`<tr role="row"><th role="rowheader" scope="row">${name ?? null}</th>${numbers.map((cell) => html`<td role="cell">${cell}</td>`)}</tr>\n`;

/** The table: on a narrow page each name stands on a line of its own, above its numbers. */
export const numberTable = ({ caption, columns, rows }: NumberTable): Markup =>
  html`<table role="table" class="numbers of-${columns.length - 1}"><caption>${caption}</caption>
<thead role="rowgroup"><tr role="row">${columns.map((name) => html`<th role="columnheader" scope="col">${name}</th>`)}</tr></thead>
<tbody role="rowgroup">
${rows.map(row)}</tbody></table>`;
