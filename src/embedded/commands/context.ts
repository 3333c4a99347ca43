import type { Doc } from '../bson/document.js';
import type { Changes } from '../engine/changes.js';
import type { Deadline } from '../engine/deadline.js';
import type { Namespaces } from '../engine/namespaces.js';
import type { Cursors } from './cursors.js';

/** A command as it came off the wire: numbers keep their BSON types; bulk documents stay encoded. */
export interface Request {
  readonly body: Doc;
  readonly sequences: ReadonlyMap<string, readonly Buffer[]>;
}

/** What a command works with. */
export interface CommandContext extends Request {
  readonly name: string;
  readonly database: string;
  readonly connectionId: number;
  readonly store: Namespaces;
  readonly cursors: Cursors;
  readonly changes: Changes;
  readonly deadline: Deadline;
  /** Rewrites what is kept on the disk, so that it holds only what lives. */
  compactLog(): Promise<void>;
}

/**
 * Answers a command with reply fields, or with an encoded reply. What a command changes it changes before it returns: nothing may be changed once a
 * promise is awaited, because what was changed until then is written down as the command's.
 */
export type CommandHandler = (context: CommandContext) => Doc | Buffer | Promise<Doc>;
