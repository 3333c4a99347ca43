import { Command, InvalidArgumentError } from 'commander';
import { DEFAULT_WINDOW_DAYS } from '../config/measurement.js';
import { MOST_THREADS } from '../domain/learning/anchor-ranges.js';
import { CannotCount } from '../domain/learning/database-counting.js';
import { VersionBeingRemoved } from '../domain/learning/model.js';
import { DEFAULT_VERSIONS_KEPT, FEWEST_VERSIONS_KEPT, isVersionsKept, MOST_VERSIONS_KEPT } from '../domain/learning/model-history.js';
import {
  DEFAULT_LEARNING_SETTINGS,
  type LearningSettings,
  learningSettingsProblems,
  NUMERIC_LEARNING_SETTINGS,
  type NumericLearningSetting,
} from '../domain/learning/settings.js';
import { learnerInThreads, threadsOfMachine } from '../learn/learner.js';
import { ThreadFailed } from '../learn/pair-team.js';
import { type LearningResult, runLearning } from '../learn/run-learning.js';
import { progressBars, progressLines } from '../learn/show-progress.js';
import { attributionWindowFrom } from './attribution-window.js';
import { type CommandContext, CommandFailure } from './command.js';
import { comparisonLine, withheldMessage } from './learn-comparison.js';

const HELP = `
Reads the orders, interactions and catalogue, counts what is bought and viewed together, publishes the result and builds every
customer's behaviour profile again. Then it rolls up the days whose facts have changed, which is what the scorecards are made from.
Serving goes on meanwhile and moves to the new statistics when they are complete. A run that is
stopped leaves nothing to repair: run it again.

The same facts and options give the same version, byte for byte; when that version is published already, only the profiles are built.
Pairs of a large shop are counted by several threads (--threads), which changes nothing in what comes out.
Both windows end with the newest fact of their kind, not with today, so a shop's history can be learned from whenever it is imported.

A pair is published only if enough different customers bought both, in one order or in several (--min-customers; an order without a
customer counts as one of its own), and if the two meet in orders more often than by chance. Variants of one family and substitutes
(viewed together, not bought together) are kept out of complements. Products that no list would show among its first four get a place
there where it costs least, within --spread-share; 0 leaves all lists as they are.

How fast profiles forget is a setting of the shop, not of a run, since recording folds them too: PROFILE_PURCHASE_HALF_LIFE_DAYS and
PROFILE_INTEREST_HALF_LIFE_DAYS. Learn once after changing one.

The versions before stay, so that lists of the past can be replayed; --keep-versions says how many, or MODEL_VERSIONS_KEPT. Each takes
the space of a whole model.

--engine mongodb is for shops whose orders do not fit one machine: the cluster groups orders and counts pairs by aggregations, and only
counts of pairs that may matter come here. It comes to the same lists; scores differ in their last digits. It needs a MongoDB of version 4.4
or later. It leaves nothing behind, unless it is killed: what it has grouped, which says who bought what, goes within three days,
and what there is of a customer with "tandem erase".

An order line is credited to the list that it names, else to the one whose product was last clicked or put in the basket: up to
--attribution-window-days before the order, or ATTRIBUTION_WINDOW_DAYS. Another window than the last time rolls up every day again.

What was learned is compared with the published version on the orders placed since that one was learned, where there are 50 or more: what
finds clearly less in them is not published but reported, unless --force is given. Profiles are built in any case.

The store is MONGODB_URI where it is set, else the embedded store of the data directory. Exit code: 0 when learned and published, 1 when not.

Examples:
  tandem learn
  tandem learn --window-days 180 --half-life-days 60     # a shop with fast-changing fashion
  tandem learn --min-customers 10                        # stricter privacy
  tandem learn --as-of 2011-11-01T00:00:00Z              # as if it were then: for comparing with what came after
  tandem learn --attribution-window-days 30              # a shop whose customers think for weeks
  tandem learn --keep-versions 30                        # learned daily: a month that can be replayed
  tandem learn --engine mongodb                          # the database counts: orders that do not fit one machine
  tandem learn --force                                   # publish although it is worse than what is published
  tandem learn --json > learned.json
`;

const BYTES_PER_MB = 1024 * 1024;

/** Where learning is done: in this process, or by aggregations of the database. */
const ENGINES = ['node', 'mongodb'] as const;

type Engine = (typeof ENGINES)[number];

interface LearnOptions extends Record<NumericLearningSetting, number> {
  readonly asOf?: Date;
  readonly json?: boolean;
  readonly force?: boolean;
  readonly keepVersions?: number;
  readonly attributionWindowDays?: number;
  readonly threads: number;
  readonly engine: Engine;
}

interface Summary extends LearningResult {
  readonly engine: Engine;
  readonly peakMemoryMb: number;
}

const parseNumber = (text: string): number => {
  const value = Number(text);
  if (text.trim() === '' || !Number.isFinite(value)) throw new InvalidArgumentError('Give a number.');
  return value;
};

const parseThreads = (text: string): number => {
  const threads = parseNumber(text);
  if (Number.isInteger(threads) && threads >= 1 && threads <= MOST_THREADS) return threads;
  throw new InvalidArgumentError(`Give a whole number from 1 to ${MOST_THREADS}.`);
};

/** A calendar date alone is that day's first moment, in UTC. */
const ISO_TIME = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d{1,3})?)?(Z|[+-]\d\d:\d\d))?$/;

const parseTime = (text: string): Date => {
  const time = new Date(text);
  if (!ISO_TIME.test(text) || Number.isNaN(time.getTime())) {
    throw new InvalidArgumentError('Give a time with its zone, as in 2011-11-01T00:00:00Z, or a date, as in 2011-11-01.');
  }
  return time;
};

const settingsFrom = (options: LearnOptions): LearningSettings => {
  // The settings among the options, by their names.
  const numbers = Object.fromEntries(NUMERIC_LEARNING_SETTINGS.map((name) => [name, options[name]])) as Record<NumericLearningSetting, number>;
  const settings = { ...numbers, asOf: options.asOf ?? null };
  const problems = learningSettingsProblems(settings);
  if (problems.length > 0) throw new CommandFailure(problems.join('\n'));
  return settings;
};

const versionsKeptFrom = ({ keepVersions }: LearnOptions, { MODEL_VERSIONS_KEPT }: NodeJS.ProcessEnv): number => {
  const given = MODEL_VERSIONS_KEPT?.trim() ?? '';
  const [name, value] = keepVersions === undefined && given !== '' ? ['MODEL_VERSIONS_KEPT', Number(given)] : ['--keep-versions', keepVersions];
  if (value === undefined || isVersionsKept(value)) return value ?? DEFAULT_VERSIONS_KEPT;
  throw new CommandFailure(`${name} must be a whole number from ${FEWEST_VERSIONS_KEPT} to ${MOST_VERSIONS_KEPT}`);
};

const count = (value: number): string => value.toLocaleString('en-GB');

const cappedLine = ({ cappedOrders, cappedVisits, cappedCustomers }: LearningResult['report']): string =>
  `${count(cappedOrders)} orders, ${count(cappedVisits)} visits and ${count(cappedCustomers)} customers held more products than are counted each`;

const headline = ({ model, learned, alreadyPublished, withheld }: Summary): string => {
  if (alreadyPublished) return `Version ${model.version} was published already: nothing new to learn`;
  return withheld ? `Learned version ${learned.version}, which is not published: version ${model.version} stays` : `Published version ${model.version}`;
};

const summaryLines = (summary: Summary): readonly string[] => {
  const { learned, comparison, report, traits, profiles, daysMeasured, phases, peakMemoryMb, engine } = summary;
  return [
    headline(summary),
    ...(learned.orders === 0 ? ['No completed orders in the window: complements and picks have nothing learned to draw on yet'] : []),
    `  orders     ${count(learned.orders)} with ${count(report.orderLines)} lines, ${learned.windowDays} days up to ${learned.asOf.toISOString()}`,
    `  products   ${count(learned.products)}`,
    `  customers  ${count(learned.customers)} known; ${count(profiles)} profiles built`,
    `  visits     ${count(report.visits)}`,
    `  pairs      ${count(learned.pairs)}; kept out: ${count(report.variantsKeptOut)} variants, ${count(report.substitutesKeptOut)} substitutes, ${count(report.tooFewCustomersKeptOut)} of too few customers`,
    `  traits     ${count(traits)} words and brands whose products are bought together`,
    `  capped     ${cappedLine(report)}`,
    `  compared   ${comparisonLine(comparison)}`,
    `  measured   ${count(daysMeasured ?? 0)} days rolled up`,
    `  seconds    ${phases.map(({ phase, seconds }) => `${phase} ${seconds.toFixed(1)}`).join(', ')}`,
    `  engine     ${engine}`,
    `  memory     ${count(Math.round(peakMemoryMb))} MB at most`,
  ];
};

const engineFrom = (text: string): Engine => {
  const engine = ENGINES.find((name) => name === text);
  if (engine === undefined) throw new InvalidArgumentError(`Give ${ENGINES.join(' or ')}.`);
  return engine;
};

/** What may go wrong in a run, whose message is for the user. */
const EXPECTED = [CannotCount, ThreadFailed, VersionBeingRemoved] as const;

interface Choices {
  readonly engine: Engine;
  readonly versionsKept: number;
  readonly windowDays: number;
  readonly force: boolean;
  readonly threads: number;
}

const learn = async (context: CommandContext, settings: LearningSettings, choices: Choices): Promise<Summary> => {
  const { versionsKept, windowDays, force, threads, engine } = choices;
  const display = context.interactive ? progressBars() : progressLines((line) => context.err(line));
  try {
    const result = await context.withStores((stores) =>
      runLearning({
        ...stores,
        settings,
        versionsKept,
        force,
        learner: learnerInThreads(threads),
        ...(engine === 'mongodb' ? { engine: stores.counting } : {}),
        leftBehind: stores.counting,
        measuring: { measured: stores.measured, sheets: stores.sheets, windowDays },
        now: () => context.now(),
        onProgress: display.onProgress,
      }),
    );
    return { ...result, engine, peakMemoryMb: (process.resourceUsage().maxRSS * 1024) / BYTES_PER_MB };
  } catch (error) {
    throw EXPECTED.some((expected) => error instanceof expected) && error instanceof Error ? new CommandFailure(error.message) : error;
  } finally {
    display.stop();
  }
};

/** `tandem learn`: learns from the facts and publishes what it learned. */
export const learnCommand = (context: CommandContext): Command => {
  const defaults = DEFAULT_LEARNING_SETTINGS;
  return new Command('learn')
    .summary('learn from orders and interactions, and publish the statistics')
    .description('Learn what goes together, what is alike, what sells and what each customer likes; publish it in one step.')
    .option('--window-days <days>', 'orders up to this many days before the newest are counted', parseNumber, defaults.windowDays)
    .option('--half-life-days <days>', 'age at which an order counts half', parseNumber, defaults.halfLifeDays)
    .option('--interaction-window-days <days>', 'the same window for interactions', parseNumber, defaults.interactionWindowDays)
    .option('--interaction-half-life-days <days>', 'age at which a visit counts half', parseNumber, defaults.interactionHalfLifeDays)
    .option('--demand-half-life-days <days>', 'age at which an order counts half where it is asked what is wanted of late', parseNumber, defaults.demandHalfLifeDays)
    .option('--popularity-exponent <number>', 'how far complements hold back what sells with everything, 0 to 1', parseNumber, defaults.popularityExponent)
    .option('--min-customers <number>', 'different customers that a pair needs to be published', parseNumber, defaults.minCustomers)
    .option('--neighbours <number>', 'most neighbours published for a product, for lists of its own and for baskets each', parseNumber, defaults.neighbours)
    .option('--spread-share <share>', 'most of what lists are worth that is given up to find every product a place, 0 to 1', parseNumber, defaults.spreadShare)
    .option('--basket-cap <number>', 'most products counted of one order, visit or customer', parseNumber, defaults.basketCap)
    .option(
      '--keep-versions <number>',
      `versions of the statistics that stay, the new one included (default: MODEL_VERSIONS_KEPT, else ${DEFAULT_VERSIONS_KEPT})`,
      parseNumber,
    )
    .option(
      '--attribution-window-days <days>',
      `days before an order within which a list is credited with its lines (default: ATTRIBUTION_WINDOW_DAYS, else ${DEFAULT_WINDOW_DAYS})`,
      parseNumber,
    )
    .option('--as-of <time>', 'end of both windows, ISO 8601 (default: each ends with its newest fact)', parseTime)
    .option(
      '--threads <number>',
      `threads that count pairs, 1 to ${MOST_THREADS} (default: as many as the machine runs at once)`,
      parseThreads,
      threadsOfMachine(),
    )
    .option('--engine <name>', 'where pairs are counted: node, in this process, or mongodb, by aggregations of the database', engineFrom, 'node')
    .option('--force', 'publish also what is worse than what is published')
    .option(
      '--json',
      'print one JSON document instead of lines: model, learned, withheld, comparison, report, traits, profiles, daysMeasured, phases, engine, peakMemoryMb',
    )
    .addHelpText('after', HELP)
    .action(async (options: LearnOptions) => {
      const choices = {
        versionsKept: versionsKeptFrom(options, context.env),
        windowDays: attributionWindowFrom(options.attributionWindowDays, context.env),
        force: options.force === true,
        threads: options.threads,
        engine: options.engine,
      };
      const summary = await learn(context, settingsFrom(options), choices);
      for (const line of options.json === true ? [JSON.stringify(summary, null, 2)] : summaryLines(summary)) context.out(line);
      if (summary.withheld) throw new CommandFailure(withheldMessage(summary));
    });
};
