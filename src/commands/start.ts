import { join } from 'node:path';

import { Command, InvalidArgumentError } from 'commander';

import { ConfigError, DEMO_GATEWAY_CREDENTIAL, demoChoices, demoConfig, type Config } from '../config.js';
import { DevDependencyMissing } from '../demo/gateway/dev-dependency.js';
import { startNeighbourhood, type Neighbourhood } from '../demo/neighbourhood.js';
import { openSampleShop } from '../demo/shop/open.js';
import { generateSampleShop, type SampleShop } from '../demo/shop/sample-shop.js';
import { type DemoCaller, demoTokens } from '../demo/tokens.js';
import { checkPortsAreFree } from '../serve/free-ports.js';
import { runServer, type RunningServer } from '../serve/run-server.js';
import { untilStopped } from '../serve/until-stopped.js';
import { createLog } from '../server/log.js';
import { emptyStore, reachStore } from '../store-address.js';
import { openStores } from '../stores/open.js';
import { CommandFailure, type CommandContext } from './command.js';

const HELP = `
Starts everything that is needed to try Tandem on this machine: the embedded store, the sample shop (made up, loaded and learned
at the first start), the subgraph, two neighbouring subgraphs that own Product and Customer, and a gateway over the three with a
playground. It listens on this machine only, with credentials that everybody knows.

What is recorded is kept in <data-dir>; the next start is quick. MONGODB_URI is not used here, so that the sample shop never
lands in a real database. Of the other variables APPROVAL_BY_SECOND_PERSON and COPY_WRITER_… are heeded, and none else.
Other commands see the same shop with DATA_DIR=<data-dir>, also while it is running.

Examples:
  tandem start
  tandem start --port 5200       # gateway on 5200, subgraphs on 5201 to 5203
  APPROVAL_BY_SECOND_PERSON=true tandem start     # nobody approves what they edited last
  tandem start --fresh           # throw the sample shop's data away and load it again`;

interface StartOptions {
  readonly port: number;
  readonly dataDir: string;
  readonly fresh?: boolean;
}

const parsePort = (text: string): number => {
  const port = Number(text);
  if (!/^\d{1,5}$/.test(text) || port > 65_532) throw new InvalidArgumentError('Give a port from 0 to 65532; 0 picks free ones.');
  return port;
};

const nextPort = (port: number, step: number): number => (port === 0 ? 0 : port + step);

const startDoors = async (
  options: StartOptions,
  config: Config,
  server: RunningServer,
  shop: SampleShop,
  now: () => Date,
): Promise<Neighbourhood> =>
  startNeighbourhood({
    tandemUrl: `${server.url}/graphql`,
    shop,
    tokens: await demoTokens(),
    now,
    gatewayCredential: DEMO_GATEWAY_CREDENTIAL,
    identity: config.identity,
    ports: { gateway: options.port, catalogue: nextPort(options.port, 2), customers: nextPort(options.port, 3) },
  });

const CALLERS_WIDTH = 'As the shop'.length;

/** What a newcomer is told of who they can be: a header for each caller of the guides, and what each may do. */
export const callerLines = ({ ada, mia, noor, ivy, shop }: Readonly<Record<DemoCaller, string>>): readonly string[] => [
  ...Object.entries({ Ada: ada, Mia: mia, Noor: noor, Ivy: ivy, 'the shop': shop }).map(
    ([name, token]) => `  ${`As ${name}`.padEnd(CALLERS_WIDTH)} authorization: Bearer ${token}`,
  ),
  '              Ada shops; Mia and Noor are merchandisers, who write rules and approve them; Ivy reads the scorecards;',
  '              the shop is your own server: it records orders and anybody’s interactions, sets consents and erases customers.',
];

const tell = async (
  context: CommandContext,
  server: RunningServer,
  doors: Neighbourhood,
  { store, dataDir }: { readonly store: string; readonly dataDir: string },
): Promise<void> => {
  const callers = callerLines(await demoTokens());
  for (const line of [
    '',
    'Tandem is running, for this machine only.',
    '',
    `  Playground  ${doors.gatewayUrl}/          example queries in tabs`,
    `  Gateway     ${doors.gatewayUrl}/graphql   the supergraph over three subgraphs:`,
    `                tandem     ${server.url}/graphql   header x-gateway-credential: ${DEMO_GATEWAY_CREDENTIAL}`,
    `                catalogue  ${doors.catalogueUrl}`,
    `                customers  ${doors.customersUrl}`,
    `  Data        ${store}`,
    `  As files    DATA_DIR=${dataDir} node dist/main.js rules export   (also diff, apply; complements, learn)`,
    ...callers,
    '',
    'Ctrl-C stops it. What was recorded is kept.',
  ])
    context.out(line);
};

const portTaken = (error: unknown): error is NodeJS.ErrnoException =>
  error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';

/** Runs steps and, in the end or when one fails, what they left to be closed: the last first. */
const closing = async (run: (defer: (close: () => Promise<void>) => void) => Promise<void>): Promise<void> => {
  const closes: (() => Promise<void>)[] = [];
  try {
    await run((close) => closes.push(close));
  } finally {
    for (const close of closes.toReversed()) await close();
  }
};

const openElsewhere = (dataDir: string): string =>
  `another process has the sample shop in ${dataDir} open; stop it first, or choose another --data-dir`;

const start = async (context: CommandContext, options: StartOptions): Promise<void> => {
  if (options.fresh === true && !emptyStore(options.dataDir))
    throw new CommandFailure(openElsewhere(options.dataDir));
  // Before anything is loaded: nobody should wait for a shop that cannot open.
  const choices = demoChoices(context.env);
  await checkPortsAreFree([0, 1, 2, 3].map((step) => nextPort(options.port, step)));
  await closing(async (defer) => {
    const config = demoConfig({ port: nextPort(options.port, 1), dataDir: options.dataDir, logLevel: 'warn', ...choices });
    const shop = generateSampleShop({ now: context.now() });
    const store = await reachStore({ mongodbUri: null, mongodbDatabase: config.mongodbDatabase, dataDir: options.dataDir });
    defer(store.close);
    if (store.joined) throw new CommandFailure(openElsewhere(options.dataDir));
    const stores = openStores(store.address);
    try {
      await openSampleShop(shop, stores, context);
    } finally {
      await stores.close();
    }
    const server = await runServer(config, store.address, createLog(config.logLevel));
    defer(server.stop);
    const doors = await startDoors(options, config, server, shop, context.now);
    defer(doors.close);
    const stopped = untilStopped();
    await tell(context, server, doors, { store: store.description, dataDir: options.dataDir });
    await stopped;
    context.out('Stopping …');
  });
  context.out('Stopped.');
};

/** `tandem start`: everything that is needed to try it, on this machine only. */
export const startCommand = (context: CommandContext): Command =>
  new Command('start')
    .description('try it: embedded store, sample shop, gateway and playground on this machine')
    .option('--port <port>', 'port of the gateway; the subgraphs take the next three', parsePort, 4000)
    .option('--data-dir <folder>', 'where the sample shop is kept', join('.tandem', 'sample-shop'))
    .option('--fresh', 'throw away what is kept and load the sample shop again')
    .addHelpText('after', HELP)
    .action(async (options: StartOptions) => {
      try {
        await start(context, options);
      } catch (error) {
        if (portTaken(error))
          throw new CommandFailure(`${error.message}: something else listens there; choose another with --port (npm start -- --port 5200)`, 1);
        if (error instanceof DevDependencyMissing || error instanceof ConfigError) throw new CommandFailure(error.message, 1);
        throw error;
      }
    });
