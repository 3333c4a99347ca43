import { randomUUID } from 'node:crypto';

import type { Config } from '../config.js';
import { createCopyWriter } from '../copy-writer/copy-writer.js';
import { settingsWith } from '../domain/personalisation/profile-settings.js';
import { createServer } from '../server/create-server.js';
import type { Logger } from '../server/log.js';
import { createMetrics, type Metrics } from '../server/metrics.js';
import { createRequestContext } from '../server/request-context.js';
import { createSchema } from '../server/schema.js';
import { createServingRecorder, type ServingRecorder } from '../server/serving-recorder.js';
import type { Scorecards } from '../server/scorecards.js';
import { shopSettingsOf } from '../server/shop-settings.js';
import { createSnapshotHolder } from '../server/snapshot-holder.js';
import type { CommandObserver } from '../stores/connection.js';
import { openStores, type StoreAddress, type Stores } from '../stores/open.js';
import { keepRetention, keptFor } from './retention.js';
import { scorecardsInWorker } from './scorecards-in-worker.js';

/** A subgraph that serves. */
export interface RunningServer {
  /** Address without a path. */
  readonly url: string;
  /** Lets what is under way finish, and stops. */
  stop(): Promise<void>;
}

const PREPARE_AGAIN_MS = 2_000;

/** Makes sure that the indexes are there, for as long as it takes the store to come up. */
const prepareStore = (prepare: () => Promise<void>, log: Logger): (() => void) => {
  let stopped = false;
  const attempt = async (): Promise<void> => {
    try {
      await prepare();
    } catch (error) {
      log.warn({ err: error }, 'the store cannot be prepared yet');
      if (!stopped) setTimeout(() => void attempt(), PREPARE_AGAIN_MS).unref();
    }
  };
  void attempt();
  return () => {
    stopped = true;
  };
};

const startRecorder = ({ servingLog }: Pick<Stores, 'servingLog'>, metrics: Metrics, log: Logger): ServingRecorder => {
  const recorder = createServingRecorder(servingLog, {
    onDropped: metrics.countLogDropped,
    onFailure: (error) => {
      metrics.countLogFailure();
      log.warn({ err: error }, 'the serving log cannot be written; tried again in a second');
    },
  });
  recorder.start();
  return recorder;
};

const stopRecorder = async (recorder: ServingRecorder, log: Logger): Promise<void> => {
  recorder.stop();
  await recorder.flush();
  if (recorder.waiting() > 0) log.warn({ entries: recorder.waiting() }, 'entries of the serving log were not written');
};

/** Puts the subgraph together and starts it. It is live at once, and ready as soon as the shop could be read. */
export const runServer = async (
  config: Config,
  address: StoreAddress,
  log: Logger,
  scorecardsOf: (stores: Stores) => Scorecards = () => scorecardsInWorker(address),
): Promise<RunningServer> => {
  const now = (): Date => new Date();
  const metrics = createMetrics();
  const observe: CommandObserver = (name, outcome, seconds) => metrics.observeCommand(name, outcome, seconds);
  const stores = openStores(address, 'serving', observe, now, settingsWith(config.profileHalfLives));
  const snapshots = createSnapshotHolder(stores.snapshots, config.refreshIntervalMs, (error) =>
    log.warn({ err: error }, 'the shop cannot be read; what is in memory goes on serving'),
  );
  const stopPreparing = prepareStore(stores.prepare, log);
  await snapshots.refresh().catch((error: unknown) => log.warn({ err: error }, 'the shop cannot be read yet'));
  snapshots.start();
  const stopRetention = keepRetention(keptFor(stores, config), now, log);
  const recorder = startRecorder(stores, metrics, log);
  const newId = (): string => randomUUID();
  const copyWriter = createCopyWriter(config.copyWriter);
  const shop = { ...stores, scorecards: scorecardsOf(stores), snapshots, recorder, copyWriter, settings: shopSettingsOf(config), newId };
  const server = await createServer({
    config,
    schema: createSchema(config.maxRepresentations),
    createContext: (base) => createRequestContext(base, shop),
    readiness: () =>
      snapshots.current() === null ? { ready: false, reasons: ['the shop has not been read yet'] } : { ready: true, reasons: [] },
    log,
    metrics,
    now,
    newId,
  });
  const url = await server.listen();
  return {
    url,
    stop: async () => {
      await server.drain();
      stopPreparing();
      stopRetention();
      snapshots.stop();
      await stopRecorder(recorder, log);
      await stores.close();
    },
  };
};
