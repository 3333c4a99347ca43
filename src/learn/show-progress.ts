import { SingleBar, Presets } from 'cli-progress';

/** How far one step of something long has come. */
export interface Progress {
  /** What people call the step. */
  readonly phase: string;
  readonly done: number;
  /** Null while it is not known how much there is to do. */
  readonly total: number | null;
}

/** Something that shows how far it has come, and is stopped in the end whatever happens. */
export interface ProgressDisplay {
  readonly onProgress: (progress: Progress) => void;
  stop(): void;
}

/** A bar on the terminal, one per step; of a step of unknown length only the count. */
export const progressBars = (stream: NodeJS.WritableStream = process.stderr): ProgressDisplay => {
  let bar: SingleBar | null = null;
  let current: string | null = null;
  const stop = (): void => {
    bar?.stop();
    bar = null;
  };
  const start = ({ phase, done, total }: Progress): void => {
    stop();
    current = phase;
    const format = total === null ? '{phase}: {value}' : '{phase} [{bar}] {percentage}% {value}/{total}';
    bar = new SingleBar({ format, hideCursor: true, stream }, Presets.rect);
    bar.start(total ?? 0, done, { phase: phase.padEnd(20) });
  };
  const onProgress = (progress: Progress): void => {
    if (progress.phase !== current) start(progress);
    if (progress.total !== null) bar?.setTotal(progress.total);
    bar?.update(progress.done);
  };
  return { onProgress, stop };
};

/** One line per step when it has ended: for logs. */
export const progressLines = (line: (text: string) => void): ProgressDisplay => {
  let open: Progress | null = null;
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
