import type { Stores } from '../stores/open.js';

/** What a command of the command line is given, so that tests can run it without a process. */
export interface CommandContext {
  readonly env: NodeJS.ProcessEnv;
  /** One line to standard output: the command's result. */
  out(line: string): void;
  /** One line to standard error: progress, warnings, problems. */
  err(line: string): void;
  now(): Date;
  stdin: NodeJS.ReadableStream;
  /** Whether standard error is a terminal: a progress bar is drawn only then. */
  readonly interactive: boolean;
  /** Whether standard output is a terminal that should show colours; absent for no. */
  readonly colours?: boolean;
  /**
   * Runs with the shop's stores: MONGODB_URI where it is set, else the embedded store of the data directory (joining the one that a
   * running process has open, or starting it), and closes them afterwards, also when `run` fails. A command that only looks at a shop is
   * refused where there is none: a misspelt folder would look like an empty shop, and would be made.
   */
  withStores<T>(run: (stores: Stores) => Promise<T>, use?: 'looking'): Promise<T>;
}

/** A command ended in an expected way that is not success: the message is for the user, without a stack. */
export class CommandFailure extends Error {
  readonly exitCode: number;

  constructor(message: string, exitCode = 1) {
    super(message);
    this.name = 'CommandFailure';
    this.exitCode = exitCode;
  }
}
