import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';

/** How a program ended, and all that it said. */
export interface Ending {
  /** Null when a signal ended it. */
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly out: string;
  readonly err: string;
}

/** A program that was started, and may have ended. */
export interface RunningProgram {
  /** Standard output so far. */
  out(): string;
  /** Standard error so far. */
  err(): string;
  /** Waits until it has said this on either; fails with all that it said when it ends before. */
  said(what: RegExp): Promise<RegExpExecArray>;
  /** As from another process: to the program alone. */
  signal(name: NodeJS.Signals): void;
  /** As from a keyboard: to the program and all that it started. */
  signalGroup(name: NodeJS.Signals): void;
  readonly ended: Promise<Ending>;
}

const living = new Set<ChildProcess>();

const killGroup = (child: ChildProcess, name: NodeJS.Signals): void => {
  if (child.pid === undefined || !living.has(child)) return;
  try {
    process.kill(-child.pid, name);
  } catch {
    // It ended in this very moment.
  }
};

process.once('exit', () => {
  for (const child of living) killGroup(child, 'SIGKILL');
});

interface Waiting {
  readonly what: RegExp;
  readonly resolve: (found: RegExpExecArray) => void;
  readonly reject: (error: Error) => void;
}

/** Starts a program in a process group of its own. `input` is all of its standard input. */
export const startProgram = (file: string, args: readonly string[], env: NodeJS.ProcessEnv, input = ''): RunningProgram => {
  const child = spawn(process.execPath, [file, ...args], { env, detached: true, stdio: ['pipe', 'pipe', 'pipe'] });
  living.add(child);
  let [out, err] = ['', ''];
  let ending: Ending | null = null;
  let waiting: Waiting[] = [];
  const look = (): void => {
    waiting = waiting.filter(({ what, resolve, reject }) => {
      const found = what.exec(out) ?? what.exec(err);
      if (found !== null) resolve(found);
      else if (ending !== null) reject(new Error(`tandem ${args.join(' ')} ended (${String(ending.signal ?? ending.code)}) before it said ${String(what)}:\n${out}${err}`));
      return found === null && ending === null;
    });
  };
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text;
    look();
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    err += text;
    look();
  });
  child.stdin.on('error', () => undefined).end(input);
  const ended = once(child, 'close').then(([code, signal]: unknown[]) => {
    living.delete(child);
    ending = { code: code as number | null, signal: signal as NodeJS.Signals | null, out, err };
    look();
    return ending;
  });
  return {
    out: () => out,
    err: () => err,
    said: (what) =>
      new Promise((resolve, reject) => {
        waiting.push({ what, resolve, reject });
        look();
      }),
    signal: (name) => child.kill(name),
    signalGroup: (name) => killGroup(child, name),
    ended,
  };
};
