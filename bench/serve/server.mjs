// One of the measured servers, in a process of its own: node server.mjs live|live-thread|prepared|json FOLDER-OR-ADDRESS-OR-ANSWERS (JSON)
import { readFileSync } from 'node:fs';

import { fastify } from 'fastify';

import { built } from '../built.mjs';
import { serveParent } from '../child.mjs';

const load = async (...paths) => Object.assign({}, ...(await Promise.all(paths.map(built))));

const config = async () => {
  const { demoConfig } = await load('config.js');
  // As in production: one line of log per request, which the parent throws away.
  return demoConfig({ port: 0, logLevel: 'info', complementsMaxAge: 60 });
};

/** The subgraph as it is. */
const live = async (address) => {
  const { runServer, createLog } = await load('serve/run-server.js', 'server/log.js');
  return runServer(await config(), address, createLog('info'));
};

/** The same with the embedded store in a thread of this process, as `tandem serve` runs it without MONGODB_URI. */
const liveThread = async ({ directory, database }) => {
  const { reachStore } = await load('store-address.js');
  const store = await reachStore({ mongodbUri: null, mongodbDatabase: database, dataDir: directory });
  const server = await live(store.address);
  return { url: server.url, stop: async () => server.stop().then(store.close) };
};

/** The same HTTP server, Apollo Server, schema, limits and headers, with a resolver that takes an answer out of a map: nothing is read or decided. */
const prepared = async ({ answersFile }) => {
  const { createServer, createLog, createMetrics, createSchema } = await load(
    'server/create-server.js', 'server/log.js', 'server/metrics.js', 'server/schema.js',
  );
  const answers = new Map(Object.entries(JSON.parse(readFileSync(answersFile, 'utf8'))));
  const settings = await config();
  const schema = createSchema(settings.maxRepresentations);
  schema.getType('Product').getFields().complements.resolve = async ({ id }, _, context) => {
    context.cachePolicy.allowPublic(settings.complementsMaxAge);
    return answers.get(id);
  };
  const server = await createServer({
    config: settings,
    schema,
    createContext: (base) => base,
    readiness: () => ({ ready: true, reasons: [] }),
    log: createLog('info'),
    metrics: createMetrics(),
    now: () => new Date(),
    newId: () => 'id',
  });
  return { url: await server.listen(), stop: () => server.drain() };
};

/** The floor: Fastify reads the JSON, looks the answers up and writes JSON. No GraphQL, no credential, no log. */
const json = async ({ answersFile }) => {
  const answers = new Map(Object.entries(JSON.parse(readFileSync(answersFile, 'utf8'))));
  const app = fastify();
  app.post('/graphql', async (request) => ({
    data: { _entities: request.body.variables.representations.map(({ id }) => ({ complements: answers.get(id) })) },
  }));
  return { url: await app.listen({ host: '127.0.0.1', port: 0 }), stop: () => app.close() };
};

const [kind, options] = process.argv.slice(2);
const server = await { live, 'live-thread': liveThread, prepared, json }[kind](JSON.parse(options));
serveParent({ url: server.url }, () => server.stop());
