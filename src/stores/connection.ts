import { MongoClient, type Db, type MongoClientOptions } from 'mongodb';

/** A connection for requests must fail fast; one for commands may sit out an election. */
export type ConnectionPurpose = 'serving' | 'commands';

const PATIENCE: Readonly<Record<ConnectionPurpose, MongoClientOptions>> = {
  serving: {
    serverSelectionTimeoutMS: 2_000,
    connectTimeoutMS: 2_000,
    socketTimeoutMS: 5_000,
    // A burst on a cold pool waits for connections being made. Reads of requests have their own, shorter deadline, which covers the wait.
    waitQueueTimeoutMS: 2_000,
    maxPoolSize: 50,
    minPoolSize: 5,
    maxConnecting: 10,
  },
  commands: {
    serverSelectionTimeoutMS: 20_000,
    connectTimeoutMS: 10_000,
    socketTimeoutMS: 60_000,
    waitQueueTimeoutMS: 5_000,
    maxPoolSize: 10,
  },
};

/** Tells an observer of one finished database command: its name, whether it worked, and how long it took. */
export type CommandObserver = (command: string, outcome: 'ok' | 'failed', seconds: number) => void;

const observe = (client: MongoClient, observer: CommandObserver): void => {
  client.on('commandSucceeded', ({ commandName, duration }) => observer(commandName, 'ok', duration / 1000));
  client.on('commandFailed', ({ commandName, duration }) => observer(commandName, 'failed', duration / 1000));
};

/** An open connection to the shop's database. */
export interface Connection {
  readonly client: MongoClient;
  readonly db: Db;
}

/**
 * Prepares a connection; the driver opens sockets with the first command. `ignoreUndefined` stays off for safety: with it, a filter whose
 * id is undefined would match everything.
 */
export const createConnection = (
  uri: string,
  database: string,
  purpose: ConnectionPurpose,
  observer?: CommandObserver,
): Connection => {
  const client = new MongoClient(uri, {
    ...PATIENCE[purpose],
    appName: 'tandem',
    ignoreUndefined: false,
    retryReads: true,
    retryWrites: true,
    writeConcern: { w: 'majority', wtimeoutMS: 5_000 },
    monitorCommands: observer !== undefined,
  });
  if (observer !== undefined) observe(client, observer);
  return { client, db: client.db(database) };
};
