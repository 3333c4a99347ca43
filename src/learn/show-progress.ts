import { SingleBar, Presets } from 'cli-progress';
import type { LearningPhase, LearningProgress, OnLearningProgress } from './progress.js';

/** Something that shows how far learning has come, and is stopped in the end whatever happens. */
export interface ProgressDisplay {
  readonly onProgress: OnLearningProgress;
  stop(): void;
}

/** A bar on the terminal, one per step; of a step of unknown length only the count. */
export const progressBars = (stream: NodeJS.WritableStream = process.stderr): ProgressDisplay => {
  let bar: SingleBar | null = null;
  let current: LearningPhase | null = null;
  const stop = (): void => {
    bar?.stop();
    bar = null;
  };
  const start = ({ phase, done, total }: LearningProgress): void => {
    stop();
    current = phase;
    const format = total === null ? '{phase}: {value}' : '{phase} [{bar}] {percentage}% {value}/{total}';
    bar = new SingleBar({ format, hideCursor: true, stream }, Presets.rect);
    bar.start(total ?? 0, done, { phase: phase.padEnd(20) });
  };
  const onProgress = (progress: LearningProgress): void => {
    if (progress.phase !== current) start(progress);
    if (progress.total !== null) bar?.setTotal(progress.total);
    bar?.update(progress.done);
  };
  return { onProgress, stop };
};

/** One line per step when it has ended: for logs. */
export const progressLines = (line: (text: string) => void): ProgressDisplay => {
  let open: LearningProgress | null = null;
  const close = (): void => {
    if (open !== null) line(`${open.phase}: ${open.done.toLocaleString('en-GB')}`);
    open = null;
  };
  return {
    onProgress: (progress) => {
      if (open !== null && open.phase !== progress.phase) close();
      open = progress;
    },
    stop: close,
  };
};
