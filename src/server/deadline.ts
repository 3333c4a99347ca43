/** When a request's time is over. */
export interface Deadline {
  /** On the monotonic clock, in milliseconds. */
  endsAt(): number;
  /**
   * Gives the request this much beyond the time it was opened with. However often it is asked for, a request never gets more than its own time and
   * the longest extension. Nothing once the time is over.
   */
  extend(ms: number): void;
  /** Ends the watch: the request is answered or given up. */
  stop(): void;
}

/** Opens the time of a request: `onOver` is called once when it is over and the watch was not ended before. */
export const openDeadline = (startedAt: number, ms: number, onOver: () => void): Deadline => {
  let endsAt = startedAt + ms;
  let done = false;
  const over = (): void => {
    done = true;
    onOver();
  };
  const arm = (): NodeJS.Timeout => setTimeout(over, Math.max(0, endsAt - performance.now()));
  let timer = arm();
  return {
    endsAt: () => endsAt,
    extend: (more) => {
      if (done) return;
      endsAt = Math.max(endsAt, startedAt + ms + more);
      clearTimeout(timer);
      timer = arm();
    },
    stop: () => {
      done = true;
      clearTimeout(timer);
    },
  };
};
