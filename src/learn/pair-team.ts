import { Worker } from 'node:worker_threads';
import { answerTo, type PairAnswers, type PairRequest, type PairTasks } from './pair-tasks.js';

/** Some who count pairs side by side. */
export interface PairTeam {
  readonly size: number;
  /** Has one of them, by number from 0 on, do a task. Rejects with what went wrong there. */
  ask<K extends keyof PairTasks>(member: number, kind: K, task: PairTasks[K]): Promise<PairAnswers[K]>;
  /** Sends them home, whatever they are doing. */
  end(): Promise<void>;
}

/** Hears of the next thing that happens to a thread. */
const nextOf = (worker: Worker): Promise<unknown> =>
  new Promise((resolve, reject) => {
    const listeners = {
      message: (answer: unknown): void => settle(() => resolve(answer)),
      error: (error: unknown): void => settle(() => reject(error)),
      messageerror: (error: unknown): void => settle(() => reject(error)),
      exit: (): void => settle(() => reject(new Error('a thread that counts pairs ended without an answer'))),
    };
    // One by one: the thread listens to its own listeners, and all at once would take those with them.
    const settle = (how: () => void): void => {
      Object.entries(listeners).forEach(([event, listener]) => worker.off(event, listener));
      how();
    };
    Object.entries(listeners).forEach(([event, listener]) => worker.on(event, listener));
  });

/** Threads, so many. They work from the built files only and end with the process. */
export const teamOfThreads = (size: number): PairTeam => {
  const workers = Array.from({ length: size }, () => new Worker(new URL('./pair-worker.js', import.meta.url)));
  return {
    size,
    ask: async (member, kind, task) => {
      const worker = workers[member];
      if (worker === undefined) throw new Error(`there is no thread ${member}`);
      const answer = nextOf(worker);
      // Heard of below; but where sending fails nobody waits for it any more.
      answer.catch(() => undefined);
      worker.postMessage({ kind, task });
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
