#!/usr/bin/env node
import { readFileSync } from 'node:fs';

import { Command, CommanderError } from 'commander';

import { CommandFailure, type CommandContext } from './commands/command.js';
import { complementsCommand } from './commands/complements.js';
import { eraseCommand } from './commands/erase.js';
import { importCommand } from './commands/import.js';
import { learnCommand } from './commands/learn.js';
import { profileSettingsFrom } from './commands/profile-settings.js';
import { reportCommand } from './commands/report.js';
import { rulesCommand } from './commands/rules.js';
import { serveCommand } from './commands/serve.js';
import { startCommand } from './commands/start.js';
import type { ProfileSettings } from './domain/personalisation/profile-settings.js';
import { noShopAt, reachStore, storePlaceOf, StoreUnreachable } from './store-address.js';
import { openStores, type StoreAddress, type Stores } from './stores/open.js';

const HELP = `
Try it:             tandem start
Feed your shop:     tandem import catalogue products.csv
                    tandem import orders orders.csv.gz --currency GBP
                    tandem rules apply rules.yaml
                    tandem learn
Look at it:         tandem complements PRODUCT
Does it help:       tandem report --from 2026-10-01 --until 2026-11-01 --out report.html
Forget a customer:  tandem erase CUSTOMER
Serve it:           tandem serve --every 1h

Data is kept in MONGODB_URI (database MONGODB_DATABASE, tandem), or without it in an embedded store in DATA_DIR (.tandem).
Each command says all there is to know: tandem <command> --help`;

const version = (): string => {
  const manifest: unknown = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
  return typeof manifest === 'object' && manifest !== null && 'version' in manifest ? String(manifest.version) : 'unknown';
};

/** A connection string that cannot be read is refused like a store that does not answer. */
const connect = async (address: StoreAddress, profileSettings: ProfileSettings): Promise<Stores> =>
  openStores(address, 'commands', undefined, undefined, profileSettings);

const context: CommandContext = {
  env: process.env,
  out: (line) => process.stdout.write(`${line}\n`),
  err: (line) => process.stderr.write(`${line}\n`),
  now: () => new Date(),
  stdin: process.stdin,
  interactive: process.stderr.isTTY,
  colours: process.stdout.isTTY && (process.env['NO_COLOR'] ?? '') === '',
  withStores: async (run, use) => {
    const profileSettings = profileSettingsFrom(process.env);
    const place = storePlaceOf(process.env);
    const missing = use === 'looking' ? noShopAt(place) : null;
    if (missing !== null) throw new CommandFailure(missing);
    const store = await reachStore(place);
    const unreachable = (error: unknown): never => {
      throw new StoreUnreachable(store.description, error);
    };
    try {
      const stores = await connect(store.address, profileSettings).catch(unreachable);
      try {
        await stores.prepare().catch(unreachable);
        return await run(stores);
      } finally {
        await stores.close();
      }
    } finally {
      await store.close();
    }
  },
};

const program = new Command('tandem')
  .description('Cross-selling and personalisation for a federated shop graph, with merchandisers in charge.')
  .version(version())
  .showHelpAfterError('(tandem --help says what there is)')
  .addHelpText('after', HELP)
  .addCommand(startCommand(context))
  .addCommand(serveCommand(context))
  .addCommand(importCommand(context))
  .addCommand(learnCommand(context))
  .addCommand(complementsCommand(context))
  .addCommand(reportCommand(context))
  .addCommand(rulesCommand(context))
  .addCommand(eraseCommand(context));

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode;
  else if (error instanceof StoreUnreachable) {
    context.err(`tandem: ${error.message}`);
    process.exitCode = 1;
  } else if (error instanceof CommandFailure) {
    if (error.message !== '') context.err(`tandem: ${error.message}`);
    process.exitCode = error.exitCode;
  } else {
    context.err(`tandem: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    process.exitCode = 70;
  }
}
