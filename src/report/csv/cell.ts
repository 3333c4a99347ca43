/** What spreadsheets take for a formula, wide forms of East Asian keyboards included. */
const FORMULA = /^[\s\u0000-\u001f]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/;

/** Text of strangers that no spreadsheet runs: what could be a formula gets an apostrophe in front. */
export const harmless = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);

const quoted = (text: string): string => (/[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** One record as RFC 4180 writes it, its line break included. */
export const record = (cells: readonly string[]): string => `${cells.map(quoted).join(',')}\r\n`;
