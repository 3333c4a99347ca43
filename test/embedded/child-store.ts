import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { pathToFileURL } from 'node:url';

const SCRIPT = `
const { startEmbeddedStore } = await import(process.argv[1]);
try {
  const store = await startEmbeddedStore({ directory: process.argv[2] });
  process.on('message', async (order) => {
    if (order === 'compact') for (;;) await store.compact();
    await store.close();
    process.exit(0);
  });
  process.send({ uri: store.uri });
} catch (error) {
  process.send({ error: error.name, uri: error.uri });
  process.exit(1);
}
`;

/** A store in a process of its own, which may be killed. */
export interface ChildStore {
  readonly uri: string;
  readonly pid: number;
  /** Ends the process at once, as a crash does. */
  kill(): Promise<void>;
  /** Closes the store in good order. */
  close(): Promise<void>;
  /** Compacts over and over until the process ends. */
  keepCompacting(): void;
}

interface Greeting { readonly uri: string; readonly error?: string }

function greeting(child: ChildProcess): Promise<Greeting> {
  return new Promise((resolve, reject) => {
    child.once('message', (message) => { resolve(message as Greeting); });
    child.once('exit', (code) => { reject(new Error(`the child ended with ${String(code)}`)); });
  });
}

/** Starts a child on a directory. @throws an error named like the child's own where its store does not start */
export async function startChild(compiledIndex: string, directory: string): Promise<ChildStore> {
  const child = spawn(process.execPath, ['--input-type=module', '-e', SCRIPT, pathToFileURL(compiledIndex).href, directory], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  const { uri, error } = await greeting(child);
  if (error !== undefined) throw Object.assign(new Error(`the child's store did not start: ${error}`), { name: error, uri });
  const gone = once(child, 'exit');
  return {
    uri,
    pid: child.pid ?? 0,
    async kill() {
      child.kill('SIGKILL');
      await gone;
    },
    async close() {
      child.send('close');
      await gone;
    },
    keepCompacting: () => void child.send('compact'),
  };
}
