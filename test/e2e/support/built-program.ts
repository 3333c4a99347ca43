import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmdirSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

/** The repository's folder. */
export const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

const PROGRAM = join(ROOT, 'dist/main.js');
const BUILD_RECORD = join(ROOT, 'dist/.tsbuildinfo');
const LOCK = join(ROOT, 'node_modules/.cache/tandem-build.lock');
const BUILD_TAKES_AT_MOST_MS = 120_000;

const newestSource = (): number =>
  readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .reduce((newest, file) => Math.max(newest, statSync(join(ROOT, 'src', file)).mtimeMs), 0);

const isFresh = (): boolean =>
  existsSync(PROGRAM) && existsSync(BUILD_RECORD) && statSync(BUILD_RECORD).mtimeMs >= newestSource();

const takeLock = (): boolean => {
  try {
    mkdirSync(join(LOCK, '..'), { recursive: true });
    mkdirSync(LOCK);
    return true;
  } catch {
    return false;
  }
};

const isAbandoned = (): boolean => existsSync(LOCK) && Date.now() - statSync(LOCK).mtimeMs > BUILD_TAKES_AT_MOST_MS;

/**
 * The compiler leaves its record alone where only the time of a source has changed, and writes one of a build that failed too: so its time is
 * set here.
 */
const build = (): void => {
  const stamp = (time: Date): void => {
    if (existsSync(BUILD_RECORD)) utimesSync(BUILD_RECORD, time, time);
  };
  try {
    if (isFresh()) return;
    stamp(new Date(0));
    execFileSync(process.execPath, [join(ROOT, 'node_modules/typescript/bin/tsc'), '-p', ROOT], { stdio: 'inherit' });
    stamp(new Date());
  } catch (error) {
    stamp(new Date(0));
    throw error;
  } finally {
    rmdirSync(LOCK);
  }
};

/**
 * The path of the built program. `npm test` builds before it tests; where that was left out and a source is newer than the build, it is built
 * here, once for all test files, which run at the same time.
 */
export const builtProgram = async (): Promise<string> => {
  while (!isFresh()) {
    if (takeLock()) build();
    else if (isAbandoned()) rmdirSync(LOCK);
    else await delay(200);
  }
  return PROGRAM;
};
