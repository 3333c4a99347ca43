// The subgraph without a socket, counting the commands that its requests send to the database.
import { SignJWT } from 'jose';

import { built } from '../built.mjs';

const modules = ['config.js', 'server/create-server.js', 'server/log.js', 'server/metrics.js', 'server/request-context.js', 'server/schema.js', 'server/shop-settings.js', 'server/snapshot-holder.js', 'stores/open.js'];

const tokenFor = (config, scope) =>
  new SignJWT({ scope })
    .setProtectedHeader({ alg: 'HS256' })
    .setIssuer(config.identity.issuer)
    .setAudience(config.identity.audience)
    .setExpirationTime('1h')
    .sign(new TextEncoder().encode(config.identity.key.secret));

/** Opens it on a filled store. */
export const openCountedSubgraph = async (address) => {
  const program = Object.assign({}, ...(await Promise.all(modules.map(built))));
  const config = program.demoConfig({ logLevel: 'silent' });
  const token = await tokenFor(config, 'picks:read');
  const commands = [];
  const stores = program.openStores(address, 'serving', (name) => commands.push(name));
  const snapshots = program.createSnapshotHolder(stores.snapshots, config.refreshIntervalMs, () => undefined);
  await snapshots.refresh();
  // What was served is noted later and together, by no request of its own.
  const recorder = { served: () => undefined, exposed: () => undefined };
  const shop = { ...stores, snapshots, recorder, settings: program.shopSettingsOf(config), newId: () => 'id' };
  const server = await program.createServer({
    config,
    schema: program.createSchema(config.maxRepresentations),
    createContext: (base) => program.createRequestContext(base, shop),
    readiness: () => ({ ready: true, reasons: [] }),
    log: program.createLog('silent'),
    metrics: program.createMetrics(),
    now: () => new Date(),
    newId: () => 'id',
  });
  return {
    ask: async (query, variables) => {
      commands.length = 0;
      const response = await server.app.inject({
        method: 'POST',
        url: '/graphql',
        headers: {
          'content-type': 'application/json',
          'x-gateway-credential': program.DEMO_GATEWAY_CREDENTIAL,
          authorization: `Bearer ${token}`,
        },
        payload: { query, variables },
      });
      const { errors, extensions } = response.json();
      if (errors !== undefined || extensions?.degraded !== undefined) throw new Error(response.payload.slice(0, 500));
      const counts = {};
      for (const name of commands) counts[name] = (counts[name] ?? 0) + 1;
      return { commands: counts, bytes: response.payload.length };
    },
    close: async () => {
      await server.drain();
      await stores.close();
    },
  };
};
