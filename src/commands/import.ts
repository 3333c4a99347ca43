import { Command, Option } from 'commander';
import { importFile, type ImportDeps, type ImportStores } from '../import/import-file.js';
import { ImportRefused } from '../import/import-refused.js';
import type { ImportSettings } from '../import/import-settings.js';
import { ENCODINGS } from '../import/input/line-splitter.js';
import { FORMATS } from '../import/input/read-rows.js';
import { parseSettings, type ImportOptions } from '../import/parse-settings.js';
import { rejectedLines, summaryLines, type ImportReport } from '../import/report/import-report.js';
import { barProgress, lineProgress } from '../import/report/progress.js';
import { CommandFailure, type CommandContext } from './command.js';
import { IMPORT_HELP } from './import-help.js';

interface RunOptions extends ImportOptions {
  readonly dryRun?: boolean;
  readonly strict?: boolean;
  readonly json?: boolean;
}

const collect = (value: string, before: readonly string[]): readonly string[] => [...before, value];

const asFailure = (error: unknown): unknown => (error instanceof ImportRefused ? new CommandFailure(error.message) : error);

const runImport = (settings: ImportSettings, dryRun: boolean, context: CommandContext): Promise<ImportReport> => {
  const importInto = (stores: ImportStores | null): Promise<ImportReport> => {
    const progress = context.interactive ? barProgress() : lineProgress((line) => context.err(line));
    const deps: ImportDeps = { stores, stdin: context.stdin, now: context.now(), progress };
    return importFile(settings, deps);
  };
  return dryRun ? importInto(null) : context.withStores(importInto);
};

const tell = (report: ImportReport, json: boolean, context: CommandContext): void => {
  for (const line of rejectedLines(report)) context.err(line);
  if (json) context.out(JSON.stringify(report));
  else for (const line of summaryLines(report)) context.out(line);
};

const failWhereNeeded = (report: ImportReport, strict: boolean): void => {
  if (report.failure !== null) {
    throw new CommandFailure(`${report.file} broke off: ${report.failure}; what was read before is kept`);
  }
  if (strict && report.rejected > 0) throw new CommandFailure(`${report.rejected} ${report.rejected === 1 ? 'row was' : 'rows were'} rejected (--strict)`);
};

const act = async (kind: string, file: string, options: RunOptions, context: CommandContext): Promise<void> => {
  try {
    const settings = parseSettings(kind, file, options);
    const report = await runImport(settings, options.dryRun ?? false, context);
    tell(report, options.json ?? false, context);
    failWhereNeeded(report, options.strict ?? false);
  } catch (error) {
    throw asFailure(error);
  }
};

const addFileOptions = (command: Command): Command =>
  command
    .option('--map <field=Column,...>', 'which column holds which field; repeatable', collect, [])
    .addOption(new Option('--format <format>', 'file format; auto tells JSON Lines by its first character').choices(FORMATS).default('auto'))
    .addOption(new Option('--encoding <encoding>', 'character encoding').choices(ENCODINGS).default('utf8'))
    .option('--delimiter <character>', 'what separates CSV values: , ; | or tab', ',')
    .option('--date-format <format>', 'auto, epoch, epoch-ms, or a pattern such as M/D/YYYY H:mm; without a zone it is UTC', 'auto')
    .option('--currency <code>', 'currency of rows that name none, such as GBP')
    .option('--decimal-comma', 'prices are written 2,55')
    .option('--integer-ids', 'ids written 17850.0 are 17850')
    .option('--uppercase-products', 'put product ids in capitals');

const addRowOptions = (command: Command): Command =>
  command
    .option('--exclude-products <regex>', 'orders: skip rows whose product id matches (postage, fees)')
    .option('--only-products <regex>', 'orders: skip rows whose product id does not match')
    .addOption(new Option('--returns <choice>', 'orders: rows with a negative quantity').choices(['reject', 'skip']).default('reject'))
    .addOption(
      new Option('--missing-price <choice>', 'orders: rows with a price of 0 or none').choices(['reject', 'skip', 'zero']).default('reject'),
    )
    .option('--derive-catalogue', 'orders: add products that the catalogue lacks, with title and price from the orders')
    .option('--retention-days <days>', 'interactions: refuse older ones, because they expire (default: 400; any: take every age)');

const addReportOptions = (command: Command): Command =>
  command
    .option('--dry-run', 'check everything, write nothing')
    .option('--strict', 'exit with 1 when a row was rejected')
    .option('--rejects <file>', 'write every rejected row to a CSV file: line, reason, field')
    .option('--json', 'print the report as JSON');

/** `tandem import <kind> <file>`: brings a shop's catalogue, orders, interactions and consents in. */
export const importCommand = (context: CommandContext): Command => {
  const command = new Command('import')
    .summary('bring catalogue, orders, interactions or consents in from a file')
    .description('Imports a CSV or JSON Lines file, plain or gzipped. Importing a file again is safe: what is known already is a duplicate.')
    .argument('<kind>', 'catalogue, orders, interactions or consents')
    .argument('<file>', 'path of the file, or - for standard input');
  return addReportOptions(addRowOptions(addFileOptions(command)))
    .addHelpText('after', IMPORT_HELP)
    .action((kind: string, file: string, options: RunOptions) => act(kind, file, options, context));
};
