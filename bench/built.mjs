// The compiled program that is measured: dist, or the folder that TANDEM_DIST names. Build first.
import { pathToFileURL } from 'node:url';
import { resolve } from 'node:path';

const folder = process.env.TANDEM_DIST === undefined ? new URL('../dist/', import.meta.url) : pathToFileURL(`${resolve(process.env.TANDEM_DIST)}/`);

/** Imports a module of the compiled program by its path, as in `stores/open.js`. */
export const built = (path) => import(new URL(path, folder));

/** The compiled program's entry. */
export const mainFile = new URL('main.js', folder);
