import type { Metrics } from './metrics.js';

/** Counts the requests under way and says when there are too many. */
export interface InFlight {
  /** Takes a place; null when none is free. Call what it returns once the request has ended, any number of times. */
  enter(abort: AbortController): (() => void) | null;
  count(): number;
  /** Milliseconds since a request last came or ended. */
  quietFor(): number;
  /** Aborts everything that is still under way. */
  abortAll(reason: Error): void;
}

/** Starts to count, up to `max` at once. */
export function createInFlight(max: number, metrics: Metrics): InFlight {
  const underWay = new Set<AbortController>();
  let lastChange = performance.now();
  const changed = (): void => {
    lastChange = performance.now();
    metrics.setInFlight(underWay.size);
  };
  return {
    enter(abort) {
      if (underWay.size >= max) return null;
      underWay.add(abort);
      changed();
      return () => {
        if (underWay.delete(abort)) changed();
      };
    },
    count: () => underWay.size,
    quietFor: () => performance.now() - lastChange,
    abortAll(reason) {
      for (const abort of underWay) abort.abort(reason);
    },
  };
}
