import { Worker } from 'node:worker_threads';
import { answerTo, type PairAnswers, type PairRequest, type PairTasks } from './pair-tasks.js';

/** Some who count pairs side by side. */
export interface PairTeam {
  readonly size: number;
  /** Has one of them, by number from 0 on, do a task, one at a time. Rejects with what went wrong there. */
  ask<K extends keyof PairTasks>(member: number, kind: K, task: PairTasks[K]): Promise<PairAnswers[K]>;
  /** Sends them home, whatever they are doing. */
  end(): Promise<void>;
}

/** A thread that counts pairs failed, asked or idle; the message is for the user. The team is of no use any more. */
export class ThreadFailed extends Error {
  constructor(cause: unknown) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    super(`a thread that counts pairs failed: ${reason}. Nothing was published: run it again, with --threads 1 if it fails again`, { cause });
    this.name = 'ThreadFailed';
  }
}

/** Who waits for an answer. */
interface Waiting {
  resolve(answer: unknown): void;
  reject(error: unknown): void;
}

const pairWorker = (): Worker => new Worker(new URL('./pair-worker.js', import.meta.url));

/** Threads, so many. They work from the built files only and end with the process. One that fails, whatever it does, ends the work of all. */
export const teamOfThreads = (size: number, start: () => Worker = pairWorker): PairTeam => {
  const workers = Array.from({ length: size }, start);
  const waiting = new Map<Worker, Waiting>();
  let failure: ThreadFailed | null = null;
  const fail = (cause: unknown): void => {
    failure ??= new ThreadFailed(cause);
    const all = [...waiting.values()];
    waiting.clear();
    for (const { reject } of all) reject(failure);
  };
  for (const worker of workers) {
    // For as long as it lives: nobody else hears of one that fails before it is asked or after it has answered, and the process would end.
    worker.on('error', fail);
    worker.on('messageerror', fail);
    worker.on('exit', () => fail('it ended without an answer'));
    worker.on('message', (answer: unknown) => {
      const { resolve } = waiting.get(worker) ?? {};
      waiting.delete(worker);
      resolve?.(answer);
    });
  }
  return {
    size,
    ask: async (member, kind, task) => {
      const worker = workers[member];
      if (worker === undefined) throw new Error(`there is no thread ${member}`);
      if (failure !== null) throw failure;
      if (waiting.has(worker)) throw new Error(`thread ${member} is at work`);
      worker.postMessage({ kind, task });
      const answer = new Promise((resolve, reject) => waiting.set(worker, { resolve, reject }));
      // The worker answers each kind of task with its kind of answer.
      return (await answer) as PairAnswers[typeof kind];
    },
    end: async () => {
      await Promise.all(workers.map((worker) => worker.terminate()));
    },
  };
};

/** So many who all work in this thread, one after another: for tests, and wherever there are no built files. */
export const teamInThisThread = (size: number): PairTeam => ({
  size,
  // Copied as on the way to another thread.
  ask: async (_member, kind, task) => structuredClone(answerTo(structuredClone({ kind, task } as PairRequest))) as PairAnswers[typeof kind],
  end: async () => undefined,
});
