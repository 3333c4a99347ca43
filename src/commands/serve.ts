import { Command } from 'commander';

import { ConfigError, loadConfig } from '../config.js';
import { learnInOwnProcess, parseDuration, scheduleLearning } from '../serve/learning-schedule.js';
import { runServer } from '../serve/run-server.js';
import { untilStopped } from '../serve/until-stopped.js';
import { createLog } from '../server/log.js';
import { reachStore } from '../store-address.js';
import { CommandFailure, type CommandContext } from './command.js';

const HELP = `
Serves the subgraph on HOST:PORT (127.0.0.1:4001) for a gateway that knows its credential. Configuration comes from the
environment: see .env.example for every variable. It refuses to start when something is missing or wrong, naming all of it.

Health: GET /health/live and /health/ready. Metrics: GET /metrics (with the gateway's credential).
SIGTERM: not ready at once, what is under way is finished, then it stops.

Examples:
  tandem serve
  tandem serve --every 1h        # and learn every hour, in a process of its own
  PORT=8080 MONGODB_URI=mongodb://db/ tandem serve`;

const readEvery = (every: string | undefined): number | null => {
  if (every === undefined) return null;
  const milliseconds = parseDuration(every);
  if (milliseconds === null) throw new CommandFailure(`--every must be a duration like 30m, 1h or 1d (10 s to 30 days), got ${every}`, 2);
  return milliseconds;
};

const serve = async (context: CommandContext, { every }: { readonly every?: string }): Promise<void> => {
  const everyMs = readEvery(every);
  const config = loadConfig(context.env);
  const log = createLog(config.logLevel);
  const store = await reachStore(config);
  const server = await runServer(config, store.address, log);
  // Before anybody is told that it serves, so that whoever stops it then finds it listening for that.
  const stopped = untilStopped();
  log.info({ url: `${server.url}/graphql`, store: store.description }, 'serving');
  const stopLearning =
    everyMs === null
      ? () => undefined
      : scheduleLearning(everyMs, learnInOwnProcess(process.argv[1] ?? '', store.address, config), log);
  const signal = await stopped;
  log.info({ signal }, 'stopping');
  stopLearning();
  await server.stop();
  await store.close();
};

/** `tandem serve`: the subgraph for a shop's supergraph. */
export const serveCommand = (context: CommandContext): Command =>
  new Command('serve')
    .description('serve the subgraph for a gateway')
    .option('--every <duration>', 'learn at this interval, in a process of its own: 30m, 1h, 1d')
    .addHelpText('after', HELP)
    .action(async (options: { readonly every?: string }) => {
      try {
        await serve(context, options);
      } catch (error) {
        if (error instanceof ConfigError) throw new CommandFailure(error.message, 2);
        throw error;
      }
    });
