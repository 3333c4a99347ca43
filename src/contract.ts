import { readdirSync, readFileSync } from 'node:fs';

/** The same folder for sources and build, which both lie one folder below the package's root. */
const FOLDER = new URL('../schema/', import.meta.url);

/** The public contract as it is published: every file of schema/, in the order of their names. */
export const readContract = (): string =>
  readdirSync(FOLDER)
    .filter((name) => name.endsWith('.graphql'))
    .sort()
    .map((name) => readFileSync(new URL(name, FOLDER), 'utf8'))
    .join('\n');
