import { DEMO_GATEWAY_CREDENTIAL, demoConfig, type Config } from '../../src/config.js';
import { startNeighbourhood } from '../../src/demo/neighbourhood.js';
import { openSampleShop } from '../../src/demo/shop/open.js';
import { generateSampleShop } from '../../src/demo/shop/sample-shop.js';
import { demoTokens, type DemoCaller } from '../../src/demo/tokens.js';
import { rollUp } from '../../src/domain/measurement/roll-up.js';
import { runServer } from '../../src/serve/run-server.js';
import { createLog } from '../../src/server/log.js';
import { scorecardsFrom } from '../../src/server/scorecards.js';
import { openStores } from '../../src/stores/open.js';
import { openThrowAwayStore } from '../support/store.js';

/** The sample shop behind its gateway. */
export interface OpenDemo {
  /** Where the supergraph answers. */
  readonly gateway: string;
  readonly tokens: Readonly<Record<DemoCaller, string>>;
  /** Makes the day sheets of what was recorded since, as `tandem learn` does. */
  rollUp(): Promise<void>;
  close(): Promise<void>;
}

const now = (): Date => new Date();

const fillShop = async (address: Parameters<typeof openStores>[0]) => {
  const shop = generateSampleShop({ now: now() });
  const stores = openStores(address);
  await openSampleShop(shop, stores, { err: () => undefined, now, interactive: false });
  await stores.close();
  return shop;
};

const rollUpShop = async (address: Parameters<typeof openStores>[0], windowDays: number): Promise<void> => {
  const stores = openStores(address);
  await rollUp({ ...stores, now: now(), windowDays });
  await stores.close();
};

/** Opens what `npm start` opens, in a store of its own and on free ports; takes about a quarter of a minute. */
export const openDemo = async (settings: Partial<Config> = {}): Promise<OpenDemo> => {
  const tokens = await demoTokens();
  const store = await openThrowAwayStore();
  const shop = await fillShop(store.address);
  const config = demoConfig({ port: 0, logLevel: 'silent', readDeadlineMs: 8_000, ...settings });
  const server = await runServer(config, store.address, createLog(config.logLevel), ({ sheets }) => scorecardsFrom(sheets));
  const doors = await startNeighbourhood({
    tandemUrl: `${server.url}/graphql`,
    shop,
    tokens,
    now,
    gatewayCredential: DEMO_GATEWAY_CREDENTIAL,
    identity: config.identity,
    ports: { gateway: 0, catalogue: 0, customers: 0 },
  });
  return {
    gateway: `${doors.gatewayUrl}/graphql`,
    tokens,
    rollUp: () => rollUpShop(store.address, config.attributionWindowDays),
    close: async () => {
      await doors.close();
      await server.stop();
      await store.close();
    },
  };
};
