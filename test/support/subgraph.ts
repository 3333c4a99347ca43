import { SignJWT } from 'jose';
import { afterAll, beforeAll } from 'vitest';

import { DEMO_GATEWAY_CREDENTIAL, DEMO_JWT_SECRET, demoConfig, type Config } from '../../src/config.js';
import { createServer, type Server } from '../../src/server/create-server.js';
import { createLog } from '../../src/server/log.js';
import { createMetrics } from '../../src/server/metrics.js';
import { createRequestContext } from '../../src/server/request-context.js';
import { createSchema } from '../../src/server/schema.js';
import { shopSettingsOf } from '../../src/server/shop-settings.js';
import { createSnapshotHolder, type SnapshotHolder } from '../../src/server/snapshot-holder.js';
import { openStores, type Stores } from '../../src/stores/open.js';
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

/** A token of the demo's key for a customer or a caller with scopes. */
export const tokenOf = async (customerId: string, scope = ''): Promise<string> =>
  new SignJWT({ scope })
    .setProtectedHeader({ alg: 'HS256' })
    .setSubject(customerId)
    .setIssuer('tandem-demo')
    .setAudience('tandem-demo')
    .setExpirationTime(new Date(NOW.getTime() + 365 * 86_400_000))
    .sign(new TextEncoder().encode(DEMO_JWT_SECRET));

/** The real subgraph on a throw-away store, asked without a socket. */
export interface Subgraph {
  readonly stores: Stores;
  readonly server: Server;
  readonly snapshots: SnapshotHolder;
  /** Commands that requests sent to the database since this was last cleared. */
  readonly commands: string[];
  ask(query: string, variables?: Record<string, unknown>, token?: string): Promise<Answer & { readonly headers: Record<string, unknown> }>;
}

const open = async (changes: Partial<Config>): Promise<Subgraph & { close: () => Promise<void> }> => {
  const config = demoConfig({ logLevel: 'silent', ...changes });
  const store = await openThrowAwayStore();
  const writing = openStores(store.address, 'commands');
  await writing.prepare();
  const commands: string[] = [];
  const reading = openStores(store.address, 'serving', (name) => commands.push(name));
  const snapshots = createSnapshotHolder(reading.snapshots, 60_000, () => undefined);
  const shop = { ...reading, snapshots, settings: shopSettingsOf(config) };
  let ids = 0;
  const server = await createServer({
    config,
    schema: createSchema(config.maxRepresentations),
    createContext: (base) => createRequestContext(base, shop),
    readiness: () => ({ ready: true, reasons: [] }),
    log: createLog(config.logLevel),
    metrics: createMetrics(),
    now: () => NOW,
    newId: () => `id-${String((ids += 1))}`,
  });
  return {
    stores: writing,
    server,
    snapshots,
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
      await server.drain();
      await reading.close();
      await writing.close();
      await store.close();
    },
  };
};

/** A subgraph for one describe block; `fill` puts a shop into it. */
export const useSubgraph = (fill: (stores: Stores) => Promise<void>, changes: Partial<Config> = {}): (() => Subgraph) => {
  let subgraph: Awaited<ReturnType<typeof open>> | undefined;
  beforeAll(async () => {
    subgraph = await open(changes);
    await fill(subgraph.stores);
    await subgraph.snapshots.refresh();
  });
  afterAll(async () => subgraph?.close());
  return () => {
    if (subgraph === undefined) throw new Error('The subgraph is open only inside tests');
    return subgraph;
  };
};
