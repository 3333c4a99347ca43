import { SignJWT } from 'jose';
import { afterAll, beforeAll } from 'vitest';

import { DEMO_GATEWAY_CREDENTIAL, DEMO_JWT_SECRET, demoConfig, type Config } from '../../src/config.js';
import { createCopyWriter } from '../../src/copy-writer/copy-writer.js';
import type { ServingLog } from '../../src/domain/measurement/measured-facts.js';
import { createServer, type Server } from '../../src/server/create-server.js';
import { createLog } from '../../src/server/log.js';
import { createMetrics } from '../../src/server/metrics.js';
import { createRequestContext } from '../../src/server/request-context.js';
import { createSchema } from '../../src/server/schema.js';
import { createServingRecorder, type ServingRecorder } from '../../src/server/serving-recorder.js';
import { scorecardsFrom } from '../../src/server/scorecards.js';
import { shopSettingsOf } from '../../src/server/shop-settings.js';
import { createSnapshotHolder, type SnapshotHolder } from '../../src/server/snapshot-holder.js';
import { openStores, type StoreAddress, type Stores } from '../../src/stores/open.js';
import { NO_HOLDOUT } from './arms.js';
import { NOW } from './builders.js';
import { openThrowAwayStore } from './store.js';

/** A GraphQL answer, as loose as JSON is. */
export interface Answer {
  // Tests look into answers by path; a type for every query would say the same twice.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly data?: any;
  readonly errors?: readonly { readonly message: string; readonly path?: readonly (string | number)[]; readonly extensions?: Record<string, unknown> }[];
  readonly extensions?: Record<string, unknown>;
}

/** A token of the demo's key for a customer or a caller with scopes; null for one that does not say who it is. */
export const tokenOf = async (subject: string | null, scope = ''): Promise<string> =>
  new SignJWT({ scope, ...(subject === null ? {} : { sub: subject }) })
    .setProtectedHeader({ alg: 'HS256' })
    .setIssuer('tandem-demo')
    .setAudience('tandem-demo')
    .setExpirationTime(new Date(NOW.getTime() + 365 * 86_400_000))
    .sign(new TextEncoder().encode(DEMO_JWT_SECRET));

/** One running instance of the real subgraph, asked without a socket. */
export interface Instance {
  readonly server: Server;
  readonly snapshots: SnapshotHolder;
  /** Writes what was served and who was exposed when it is flushed, and not by itself. */
  readonly recorder: ServingRecorder;
  /** Commands that requests sent to the database since this was last cleared. */
  readonly commands: string[];
  ask(query: string, variables?: Record<string, unknown>, token?: string): Promise<Answer & { readonly headers: Record<string, unknown> }>;
}

/** The real subgraph on a throw-away store. */
export interface Subgraph extends Instance {
  readonly stores: Stores;
  readonly address: StoreAddress;
  /** What the subgraph takes for now; tests may move it. */
  readonly clock: { now: Date };
  /** Another instance over the same store, which looks for changes at this interval. */
  another(refreshIntervalMs: number): Promise<Instance>;
}

interface Surroundings {
  readonly config: Config;
  readonly address: StoreAddress;
  readonly clock: Subgraph['clock'];
  /** Instead of the store's. */
  readonly servingLog?: ServingLog | undefined;
}

const openInstance = async ({ config, address, clock, servingLog }: Surroundings): Promise<Instance & { close: () => Promise<void> }> => {
  const commands: string[] = [];
  const reading = openStores(address, 'serving', (name) => commands.push(name));
  const snapshots = createSnapshotHolder(reading.snapshots, config.refreshIntervalMs, () => undefined);
  let ids = 0;
  const newId = (): string => `id-${String((ids += 1))}`;
  const recorder = createServingRecorder(servingLog ?? reading.servingLog, { onDropped: () => undefined, onFailure: () => undefined });
  const copyWriter = createCopyWriter(config.copyWriter);
  const shop = { ...reading, scorecards: scorecardsFrom(reading.sheets), snapshots, recorder, copyWriter, settings: shopSettingsOf(config), newId };
  const server = await createServer({
    config,
    schema: createSchema(config.maxRepresentations),
    createContext: (base) => createRequestContext(base, shop),
    readiness: () => ({ ready: true, reasons: [] }),
    log: createLog(config.logLevel),
    metrics: createMetrics(),
    now: () => clock.now,
    newId,
  });
  return {
    server,
    snapshots,
    recorder,
    commands,
    ask: async (query, variables = {}, token) => {
      const response = await server.app.inject({
        method: 'POST',
        url: '/graphql',
        headers: {
          'content-type': 'application/json',
          'x-gateway-credential': DEMO_GATEWAY_CREDENTIAL,
          ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        },
        payload: { query, variables },
      });
      return { ...response.json<Answer>(), headers: response.headers };
    },
    close: async () => {
      snapshots.stop();
      await server.drain();
      await reading.close();
    },
  };
};

const open = async (changes: Partial<Config>, servingLog?: ServingLog): Promise<Subgraph & { close: () => Promise<void> }> => {
  const config = demoConfig({ logLevel: 'silent', holdoutShares: NO_HOLDOUT, ...changes });
  const store = await openThrowAwayStore();
  const writing = openStores(store.address, 'commands');
  await writing.prepare();
  const surroundings = { config, address: store.address, clock: { now: NOW }, servingLog };
  const first = await openInstance(surroundings);
  const others: (Instance & { close: () => Promise<void> })[] = [];
  return {
    ...first,
    stores: writing,
    address: store.address,
    clock: surroundings.clock,
    another: async (refreshIntervalMs) => {
      const instance = await openInstance({ ...surroundings, config: { ...config, refreshIntervalMs } });
      others.push(instance);
      await instance.snapshots.refresh();
      instance.snapshots.start();
      return instance;
    },
    close: async () => {
      for (const instance of [...others, first]) await instance.close();
      await writing.close();
      await store.close();
    },
  };
};

/** A subgraph for one describe block; `fill` puts a shop into it, `servingLog` takes the place of the store's. */
export const useSubgraph = (
  fill: (stores: Stores) => Promise<void>,
  changes: Partial<Config> = {},
  servingLog?: ServingLog,
): (() => Subgraph) => {
  let subgraph: Awaited<ReturnType<typeof open>> | undefined;
  beforeAll(async () => {
    subgraph = await open(changes, servingLog);
    await fill(subgraph.stores);
    await subgraph.snapshots.refresh();
  });
  afterAll(async () => subgraph?.close());
  return () => {
    if (subgraph === undefined) throw new Error('The subgraph is open only inside tests');
    return subgraph;
  };
};
