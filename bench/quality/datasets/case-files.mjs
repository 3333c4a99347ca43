// The case files list what is scored, so that other programs score the very same.
import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

import { QualityProblem } from '../problem.mjs';

/** The whole of a gzipped text file. */
export const readGzip = (file) => gunzipSync(readFileSync(file)).toString('utf8');

/** Rows of a gzipped file without a header, values apart by tabs; null where there is no such file. */
const readRows = (file, columns) => {
  if (!existsSync(file)) return null;
  const rows = readGzip(file).trimEnd().split('\n').map((line) => line.split('\t'));
  const wrong = rows.findIndex((row) => row.length !== columns);
  if (wrong !== -1) throw new QualityProblem(`${file}, line ${wrong + 1}: ${columns} values are expected, ${rows[wrong].length} are there`);
  return rows;
};

/**
 * Complement cases by basket: `one` holds (query, hidden) pairs, `all` what is hidden from the rest of the basket. Null without the file.
 * @returns {ReadonlyMap<string, { one: [string, string][], all: string[] }> | null}
 */
export const readComplementCases = (file) => {
  const rows = readRows(file, 4);
  if (rows === null) return null;
  const cases = new Map();
  for (const [basket, kind, query, hidden] of rows) {
    const held = cases.get(basket) ?? { one: [], all: [] };
    cases.set(basket, held);
    if (kind === 'one') held.one.push([query, hidden]);
    else held.all.push(hidden);
  }
  return cases;
};

/** Scored customers with their part, `val` or `test`. Null without the file. */
export const readScoredCustomers = (file) => {
  const rows = readRows(file, 2);
  return rows === null ? null : new Map(rows);
};

/** The held-out baskets that have cases, cut to what is known from training. */
export const withCases = (baskets, known, cases) =>
  baskets.flatMap(({ id, productIds }) =>
    cases.has(id) ? [{ id, productIds: productIds.filter((product) => known.has(product)), ...cases.get(id) }] : [],
  );
