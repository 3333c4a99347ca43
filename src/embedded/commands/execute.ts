import { Changes } from '../engine/changes.js';
import { Deadline } from '../engine/deadline.js';
import type { Namespaces } from '../engine/namespaces.js';
import type { Doc } from '../bson/document.js';
import { CommandError, errorReply } from '../errors.js';
import { serialize } from 'bson';
import { checkReadConcern, countArgument, refuseTransaction, writeConcernOf } from './arguments.js';
import type { Request } from './context.js';
import type { Cursors } from './cursors.js';
import { COMMANDS } from './registry.js';

const ALWAYS_ANSWERED = new Set(['hello', 'isMaster', 'ismaster', 'buildInfo', 'endSessions']);

/** Keeps what a command changed; resolves when it may be acknowledged. */
export interface Journal {
  /** Set once a write failed: memory then holds what the disk does not, so only greetings are answered. */
  readonly failure: Error | undefined;
  commit(changes: Changes, durable: boolean): Promise<void>;
  /** Rewrites the log so that it holds only what lives. */
  compact(): Promise<void>;
}

/** What all connections share. */
export interface Engine {
  readonly store: Namespaces;
  readonly cursors: Cursors;
  readonly journal: Journal;
}

function run(engine: Engine, request: Request, connectionId: number, changes: Changes): Doc | Buffer | Promise<Doc> {
  const { body } = request;
  const name = Object.keys(body)[0] ?? '';
  const handler = COMMANDS.get(name);
  if (handler === undefined) throw new CommandError('CommandNotFound', `no such command: '${name}'`);
  const database = body['$db'];
  if (typeof database !== 'string') throw new CommandError('IDLFailedToParse', 'OP_MSG requests require a $db argument');
  refuseTransaction(body);
  checkReadConcern(body);
  const deadline = new Deadline(countArgument(name, body, 'maxTimeMS') ?? 0);
  const { store, cursors, journal } = engine;
  return handler({ ...request, ...{ name, database, connectionId, store, cursors, changes, deadline }, compactLog: () => journal.compact() });
}

function commandError(error: unknown): CommandError {
  if (error instanceof CommandError) return error;
  return new CommandError('OperationFailed', `the embedded store failed: ${error instanceof Error ? error.message : String(error)}`);
}

function diskError(error: unknown): CommandError {
  const full = error instanceof Error && 'code' in error && error.code === 'ENOSPC';
  return new CommandError(full ? 'OutOfDiskSpace' : 'OperationFailed', `the embedded store cannot write its log and has stopped: ${error instanceof Error ? error.message : String(error)}`);
}

// Greetings are still answered: a driver that gets none would look for the server until its own time is up instead of seeing the error.
function refuseAfterFailure({ journal }: Engine, { body }: Request): void {
  if (journal.failure === undefined || ALWAYS_ANSWERED.has(Object.keys(body)[0] ?? '')) return;
  throw diskError(journal.failure);
}

/** Runs a command and returns its encoded reply once everything it changed is in the log, even if it then failed part of the way. */
export async function execute(engine: Engine, request: Request, connectionId: number): Promise<Buffer> {
  const changes = new Changes();
  let reply: Doc | Buffer;
  try {
    refuseAfterFailure(engine, request);
    const { durable } = writeConcernOf(request.body);
    const running = attempt(() => run(engine, request, connectionId, changes));
    await engine.journal.commit(changes, durable).catch((error: unknown) => { throw diskError(error); });
    reply = await running;
  } catch (error) {
    reply = errorReply(commandError(error));
  }
  return Buffer.isBuffer(reply) ? reply : Buffer.from(serialize(reply, { ignoreUndefined: true }));
}

function attempt(action: () => Doc | Buffer | Promise<Doc>): Doc | Buffer | Promise<Doc> {
  try {
    return action();
  } catch (error) {
    return errorReply(commandError(error));
  }
}
