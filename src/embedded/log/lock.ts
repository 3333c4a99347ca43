import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';

const FILE = 'store.lock';

/** Another process (or this one) already runs the store of this directory; connect to `uri` instead. */
export class StoreInUseError extends Error {
  readonly uri: string;

  constructor(uri: string, detail: string) {
    super(`the embedded store is already running (${detail}); connect to ${uri}`);
    this.name = 'StoreInUseError';
    this.uri = uri;
  }
}

/** What the lock file says about who runs the store. */
interface Owner {
  readonly pid: number;
  /** Tells a process from a later one with the same pid; null where the platform does not say. */
  readonly birth: string | null;
  readonly uri: string;
}

// Linux: the boot's id and the process's start time in clock ticks (field 22 of stat; the name in field 2 may hold spaces).
function birthOf(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${String(pid)}/stat`, 'latin1');
    const started = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
    return `${readFileSync('/proc/sys/kernel/random/boot_id', 'latin1').trim()}/${started}`;
  } catch {
    return null;
  }
}

function isAlive(owner: Owner): boolean {
  try {
    process.kill(owner.pid, 0);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EPERM')) return false;
  }
  const birth = birthOf(owner.pid);
  return owner.birth === null || birth === null || birth === owner.birth;
}

function parseOwner(text: string): Owner | undefined {
  try {
    const { pid, birth, uri } = JSON.parse(text) as Partial<Record<string, unknown>>;
    if (typeof pid !== 'number' || typeof uri !== 'string') return undefined;
    return { pid, birth: typeof birth === 'string' ? birth : null, uri };
  } catch {
    return undefined;
  }
}

function readLock(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

/**
 * Refuses where a live process holds the directory's lock.
 * @throws StoreInUseError
 */
export function refuseIfRunning(directory: string): void {
  const owner = parseOwner(readLock(join(directory, FILE)) ?? '');
  if (owner !== undefined && isAlive(owner)) throw new StoreInUseError(owner.uri, `process ${String(owner.pid)}, ${join(directory, FILE)}`);
}

function tryLink(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

// Another process may take the dead lock over in the same moment: then this has moved a live lock aside and must put it back.
function buryStale(directory: string, path: string): void {
  const seen = readLock(path);
  const grave = `${path}.${randomUUID()}`;
  try {
    renameSync(path, grave);
  } catch {
    return;
  }
  if (readLock(grave) !== seen) tryLink(grave, path);
  rmSync(grave, { force: true });
  refuseIfRunning(directory);
}

/**
 * Takes the directory for this process alone and writes down where the store can be reached. The lock of a dead process is taken over.
 * Works among the processes of one machine that see each other's process ids.
 * @returns the function that gives the directory free
 * @throws StoreInUseError
 */
export function acquireLock(directory: string, uri: string): () => void {
  const path = join(directory, FILE);
  const content = JSON.stringify({ pid: process.pid, birth: birthOf(process.pid), uri, token: randomUUID() });
  const draft = `${path}.${randomUUID()}`;
  writeFileSync(draft, content, { mode: 0o600 });
  try {
    while (!tryLink(draft, path)) {
      refuseIfRunning(directory);
      buryStale(directory, path);
    }
  } finally {
    rmSync(draft, { force: true });
  }
  return () => {
    if (readLock(path) === content) rmSync(path, { force: true });
  };
}
