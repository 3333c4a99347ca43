import { readdirSync, readFileSync } from 'node:fs';

/** The folder of the contract; the same for sources and build, which both lie three folders below the package's root. */
const SCHEMA_FOLDER = new URL('../../../schema/', import.meta.url);

/** Tandem's own contract: every file of schema/, in the order of their names. */
export const readOwnSdl = (): string =>
  readdirSync(SCHEMA_FOLDER)
    .filter((name) => name.endsWith('.graphql'))
    .sort()
    .map((name) => readFileSync(new URL(name, SCHEMA_FOLDER), 'utf8'))
    .join('\n');
