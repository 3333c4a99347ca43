/** Lets the reads of one request take place in turns. */
export interface Turns {
  /** Runs a batch when its turn comes: with all others that wait, and not before everything of the turn before has answered. */
  readonly schedule: (runBatch: () => void) => void;
  /** A read that belongs to the turn that is under way. */
  during<T>(read: Promise<T>): Promise<T>;
}

/**
 * Reads of one request in step: what is wanted while a turn is under way waits for its end and then goes out together. Without it,
 * which reads share a batch would be a race between answers, and the number of commands of a request a matter of luck.
 */
export const createTurns = (): Turns => {
  let waiting: (() => void)[] = [];
  let underWay = 0;
  let called = false;

  const begin = (): void => {
    called = false;
    const turn = waiting;
    waiting = [];
    for (const runBatch of turn) runBatch();
  };

  const callNext = (): void => {
    if (called || underWay > 0 || waiting.length === 0) return;
    called = true;
    // After everything that the answers of the last turn set off has run, so that nobody who is ready misses the next one.
    setImmediate(begin);
  };

  return {
    schedule: (runBatch) => {
      waiting.push(runBatch);
      callNext();
    },
    during: async (read) => {
      underWay += 1;
      try {
        return await read;
      } finally {
        underWay -= 1;
        callNext();
      }
    },
  };
};
