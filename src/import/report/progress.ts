import { SingleBar } from 'cli-progress';

/** Shows how far an import is. */
export interface Progress {
  /** A new phase of so many steps; null when nobody knows how many. */
  begin(phase: string, total: number | null): void;
  /** `done` steps are behind us, and `rows` rows since the beginning. */
  at(done: number, rows: number): void;
  end(): void;
}

const ROWS_PER_LINE = 100_000;

/** One line every 100,000 rows, for logs. */
export const lineProgress = (write: (line: string) => void): Progress => {
  let told = 0;
  let phase = '';
  return {
    begin: (name) => {
      phase = name;
      told = 0;
    },
    at: (_, rows) => {
      const reached = Math.floor(rows / ROWS_PER_LINE);
      if (reached <= told) return;
      told = reached;
      write(`${phase}: ${(reached * ROWS_PER_LINE).toLocaleString('en-GB')} rows`);
    },
    end: () => undefined,
  };
};

/** A bar on standard error, for people. */
export const barProgress = (): Progress => {
  let bar: SingleBar | null = null;
  const end = (): void => {
    bar?.stop();
    bar = null;
  };
  return {
    begin: (phase, total) => {
      end();
      const format = total === null ? `${phase}  {rows} rows` : `${phase}  {bar} {percentage}%  {rows} rows`;
      bar = new SingleBar({ format, hideCursor: true, clearOnComplete: true, stream: process.stderr });
      bar.start(total ?? 1, 0, { rows: 0 });
    },
    at: (done, rows) => bar?.update(done, { rows }),
    end,
  };
};
