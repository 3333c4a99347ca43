import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { loadDevDependency } from '../gateway/dev-dependency.js';

const require = createRequire(import.meta.url);

const SCRIPT = 'text/javascript; charset=utf-8';
const STYLE = 'text/css; charset=utf-8';

/** Our name, the package, its file, and what kind of file it is. */
const FILES = [
  ['react.js', 'react', 'umd/react.production.min.js', SCRIPT],
  ['react-dom.js', 'react-dom', 'umd/react-dom.production.min.js', SCRIPT],
  ['graphiql.js', 'graphiql', 'graphiql.min.js', SCRIPT],
  ['graphiql.css', 'graphiql', 'graphiql.min.css', STYLE],
] as const;

/** A file that the page loads. */
export interface PageFile {
  readonly name: string;
  readonly contentType: string;
  readonly contents: Buffer;
}

/** GraphiQL and React as their packages ship them, from the installed development dependencies. */
export const readPageFiles = (): Promise<readonly PageFile[]> =>
  Promise.all(
    FILES.map(async ([name, packageName, path, contentType]) => {
      const home = await loadDevDependency(packageName, async () => dirname(require.resolve(`${packageName}/package.json`)));
      return { name, contentType, contents: withoutSourceMap(await readFile(join(home, path))) };
    }),
  );

const SOURCE_MAP = /^\/[/*]# sourceMappingURL=.*$/gm;

/** The maps are not served, so the pointers to them go. */
const withoutSourceMap = (contents: Buffer): Buffer => Buffer.from(contents.toString('utf8').replaceAll(SOURCE_MAP, ''));
