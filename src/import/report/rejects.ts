import { closeSync, openSync, realpathSync, writeSync } from 'node:fs';
import { ImportRefused } from '../import-refused.js';
import type { RejectedRow } from './tally.js';

const SHOWN = 20;
const BLOCK = 65_536;

const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

const opened = (path: string): number => {
  try {
    return openSync(path, 'w');
  } catch (error) {
    throw new ImportRefused(`cannot write --rejects ${path}: ${error instanceof Error ? error.message : String(error)}`);
  }
};

const realPath = (path: string): string | null => {
  try {
    return realpathSync(path);
  } catch {
    return null;
  }
};

/** Throws ImportRefused where the rejected rows would be written over the file that is to be read, however the two are spelt. */
export const refuseToOverwrite = ({ file, rejectsFile }: { readonly file: string; readonly rejectsFile: string | null }): void => {
  if (rejectsFile === null || file === '-') return;
  const target = realPath(rejectsFile);
  if (target !== null && target === realPath(file)) throw new ImportRefused(`--rejects ${rejectsFile}: that is the file to be imported`);
};

/** Keeps the first refused rows to show, and writes all of them to a CSV file where one was asked for. */
export class Rejects {
  readonly first: RejectedRow[] = [];
  readonly #file: number | null;
  #block = '';

  constructor(path: string | null) {
    this.#file = path === null ? null : opened(path);
    if (this.#file !== null) this.#block = 'line,reason,field\n';
  }

  add(row: RejectedRow): void {
    if (this.first.length < SHOWN) this.first.push(row);
    if (this.#file === null) return;
    this.#block += `${row.line},${quoted(row.reason)},${quoted(row.field)}\n`;
    if (this.#block.length > BLOCK) this.#flush(this.#file);
  }

  close(): void {
    if (this.#file === null) return;
    this.#flush(this.#file);
    closeSync(this.#file);
  }

  #flush(file: number): void {
    writeSync(file, this.#block);
    this.#block = '';
  }
}
