import { stat } from 'node:fs/promises';
import { dirname } from 'node:path';

import { Command, InvalidArgumentError, Option } from 'commander';

import { DEFAULT_WINDOW_DAYS, LONGEST_WINDOW_DAYS } from '../config/measurement.js';
import { isCurrencyCode } from '../domain/catalogue/money.js';
import { dayOf, daysAfter, startOf } from '../domain/measurement/day.js';
import { readPeriod } from '../domain/measurement/period.js';
import { rollUp } from '../domain/measurement/roll-up.js';
import type { Period } from '../domain/measurement/scorecard.js';
import { progressBars, progressLines, type ProgressDisplay } from '../learn/show-progress.js';
import { readReport, type ReportQuestion } from '../report/read-report.js';
import { formatOf, renderReport, REPORT_FORMATS, type ReportFormat } from '../report/render-report.js';
import type { Report } from '../report/report.js';
import type { Stores } from '../stores/open.js';
import { attributionWindowFrom } from './attribution-window.js';
import { type CommandContext, CommandFailure } from './command.js';
import { replaceFile } from './rules/replace-file.js';

const DEFAULT_DAYS = 28;
const DEFAULT_TITLE = 'Do recommendations help?';
const DEFAULT_PAGE = 'tandem-report.html';
const STANDARD_OUTPUT = '-';

const HELP = `
Two scorecards side by side, never added up: cross-selling, judged by what it does to an order, and personalisation, judged by what it does
to the relationship; each with its effect against the holdout and a 95 % interval, or why there is none yet.

First the days whose facts have changed are rolled up, as in "tandem learn"; these are the figures that everybody sees by GraphQL, too.
Another number of --attribution-window-days than the last roll-up had rolls up every day again: it changes the figures that everybody sees
by GraphQL, until the next "tandem learn" (which goes by its own number).

The page is one file that needs no connection and no script. The format is that of --format, else of the file's name, else html. Without
--out, json and csv go to standard output and html to ${DEFAULT_PAGE}. A file is replaced, always as a whole.

Days are UTC days, and --until is the first one that does not count. What each figure means: docs/report.md.

Exit code: 0 when written, 1 when not.

Examples:
  tandem report --from 2026-10-01 --until 2026-11-01 --out october.html
  tandem report --out report.csv                         # the last ${DEFAULT_DAYS} whole days
  tandem report --format json | jq .crossSell.uplift
  tandem report --currency EUR --title "Our shop in euros" --out euros.html`;

interface ReportOptions {
  readonly from?: Date;
  readonly until?: Date;
  readonly out?: string;
  readonly format?: ReportFormat;
  readonly currency?: string;
  readonly title: string;
  readonly attributionWindowDays?: number;
}

const parseDay = (text: string): Date => {
  const day = /^\d{4}-\d\d-\d\d$/.test(text) ? startOf(text) : new Date(Number.NaN);
  if (Number.isNaN(day.getTime()) || dayOf(day) !== text) throw new InvalidArgumentError('Give a day, as in 2026-10-01.');
  return day;
};

const parseCurrency = (text: string): string => {
  if (!isCurrencyCode(text)) throw new InvalidArgumentError('Give an ISO 4217 code in capitals, as in EUR.');
  return text;
};

const periodOf = ({ from, until }: ReportOptions, now: Date): Period => {
  const last = until ?? startOf(dayOf(now));
  const first = from ?? startOf(daysAfter(dayOf(last), -DEFAULT_DAYS));
  const read = readPeriod({ from: first, until: last });
  if (read.ok) return read.period;
  throw new CommandFailure(read.problems.map(({ path, rule }) => `--${path} ${rule}, got ${dayOf(path === 'from' ? first : last)}`).join('\n'));
};

const targetOf = ({ out, format }: ReportOptions): { readonly out: string; readonly format: ReportFormat } => {
  const written = format ?? formatOf(out ?? '') ?? 'html';
  return { format: written, out: out ?? (written === 'html' ? DEFAULT_PAGE : STANDARD_OUTPUT) };
};

interface Making extends Pick<ReportQuestion, 'title' | 'period' | 'currencyCode'> {
  readonly windowDays: number;
  readonly now: Date;
  readonly display: ProgressDisplay;
}

const makingOf = ({ title, currency, attributionWindowDays }: ReportOptions, { env, now }: CommandContext): Omit<Making, 'period' | 'display'> => ({
  title: title.trim() === '' ? DEFAULT_TITLE : title,
  currencyCode: currency ?? null,
  windowDays: attributionWindowFrom(attributionWindowDays, env),
  now: now(),
});

/** What is made of the stores: rolled up first, so that the figures are as fresh as the facts. */
const make = async ({ measured, sheets, finder }: Stores, { windowDays, now, display, ...question }: Making): Promise<Report> => {
  await rollUp({ measured, sheets, now, windowDays, onProgress: (days) => display.onProgress({ phase: 'rolling up days', ...days }) });
  return readReport({
    ...question,
    sheets,
    finder,
    onProgress: (done, total) => display.onProgress({ phase: 'asking scorecards', done, total }),
  });
};

const isUnknownEnding = ({ out, format }: ReportOptions): boolean =>
  format === undefined && out !== undefined && out !== STANDARD_OUTPUT && formatOf(out) === null;

/** Looks before the work, which may take minutes, whether its outcome has a place. */
const checkPlace = async (out: string): Promise<void> => {
  if (out === STANDARD_OUTPUT) return;
  const [place, folder] = await Promise.all([out, dirname(out)].map((name) => stat(name).catch(() => null)));
  if (folder?.isDirectory() !== true) throw new CommandFailure(`cannot write ${out}: there is no such folder`);
  if (place?.isDirectory() === true) throw new CommandFailure(`cannot write ${out}: it is a folder`);
};

const deliver = async (context: CommandContext, text: string, out: string): Promise<void> => {
  if (out === STANDARD_OUTPUT) {
    // The context ends the line itself.
    context.out(text.replace(/\n$/, ''));
    return;
  }
  const refusal = await replaceFile(out, text, true);
  if (refusal !== null) throw new CommandFailure(`cannot write ${out}: ${refusal}`);
  context.err(`Written to ${out}`);
};

const report = async (context: CommandContext, options: ReportOptions): Promise<void> => {
  const period = periodOf(options, context.now());
  const { out, format } = targetOf(options);
  const making = makingOf(options, context);
  await checkPlace(out);
  if (isUnknownEnding(options)) context.err(`The ending of ${out} names no format: written as HTML, --format chooses another`);
  if (options.from === undefined || options.until === undefined) {
    context.err(`The period is ${dayOf(period.from)} up to, not including, ${dayOf(period.until)}: --from and --until choose another`);
  }
  const display = context.interactive ? progressBars() : progressLines((line) => context.err(line));
  try {
    const made = await context.withStores((stores) => make(stores, { ...making, period, display }), 'looking');
    display.stop();
    await deliver(context, renderReport(made, format), out);
  } finally {
    display.stop();
  }
};

/** `tandem report`: both scorecards of a period as a page, as data or as a table. */
export const reportCommand = (context: CommandContext): Command =>
  new Command('report')
    .summary('whether it helps: both scorecards as a page, JSON or CSV')
    .description('Write what cross-selling did for the orders of a period, and personalisation for its customers.')
    .option('--from <day>', `first day, UTC (default: ${DEFAULT_DAYS} days before --until)`, parseDay)
    .option('--until <day>', 'first day that does not count, UTC (default: today)', parseDay)
    .option('--out <file>', 'where to write it; - is standard output')
    .addOption(new Option('--format <format>', "how to write it (default: by the file's name, else html)").choices(REPORT_FORMATS))
    .option('--currency <code>', 'judge the orders in this currency (default: the one that most orders are in)', parseCurrency)
    .option('--title <text>', 'heading of the page', DEFAULT_TITLE)
    .option(
      '--attribution-window-days <days>',
      `days for which a list may be credited, 1 to ${LONGEST_WINDOW_DAYS}; for everybody, see below (default: ATTRIBUTION_WINDOW_DAYS, else ${DEFAULT_WINDOW_DAYS})`,
      Number,
    )
    .addHelpText('after', HELP)
    .action((options: ReportOptions) => report(context, options));
