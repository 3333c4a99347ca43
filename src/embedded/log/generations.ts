import { closeSync, fsyncSync, openSync, readdirSync, renameSync, rmSync, writeSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { fileHeader } from './record.js';

/*
 * The log of generation n is `data-n.log`. A new generation is written to a `.tmp` file, flushed to disk, and renamed; only then is the
 * old one deleted. Whatever moment the process dies, the highest complete generation holds everything.
 */

const NAME = /^data-([1-9][0-9]*)\.log$/;
const UNFINISHED = /^data-[0-9]+\.log\.tmp$/;

/** The file of a generation. */
export function generationFile(directory: string, generation: number): string {
  return join(directory, `data-${String(generation)}.log`);
}

/** The generations present, lowest first. */
export function generationsIn(directory: string): number[] {
  const numbers = readdirSync(directory).map((name) => Number(NAME.exec(name)?.[1] ?? 0));
  return numbers.filter((number) => number > 0).sort((left, right) => left - right);
}

/** Removes unfinished and superseded files. */
export function removeLeftovers(directory: string, current: number): void {
  for (const name of readdirSync(directory)) {
    const superseded = Number(NAME.exec(name)?.[1] ?? current) < current;
    if (superseded || UNFINISHED.test(name)) rmSync(join(directory, name), { force: true });
  }
}

/** Removes every generation, and nothing that is not one. */
export function removeGenerations(directory: string): void {
  for (const name of readdirSync(directory)) {
    if (NAME.test(name) || UNFINISHED.test(name)) rmSync(join(directory, name), { force: true });
  }
}

/** Makes a rename in the directory survive a power cut, where the platform can. */
export function syncDirectory(directory: string): void {
  if (process.platform === 'win32') return;
  const fd = openSync(directory, 'r');
  try {
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
}

/** Gives a finished temporary file its generation's name, in one step. */
export function publishGeneration(directory: string, generation: number): void {
  const file = generationFile(directory, generation);
  renameSync(`${file}.tmp`, file);
}

/** Makes the first, empty log of a directory. */
export function createFirstGeneration(directory: string): void {
  const fd = openSync(`${generationFile(directory, 1)}.tmp`, 'w', 0o600);
  try {
    writeSync(fd, fileHeader(randomBytes(4)));
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
  publishGeneration(directory, 1);
  syncDirectory(directory);
}
