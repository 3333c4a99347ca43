import { Command, InvalidArgumentError, Option } from 'commander';

import { QualityProblem } from './problem.mjs';

const HELP = `
Hides what shoppers bought, asks the product and some baselines for it, and prints how often each finds it. The product is measured on its
own path: tandem import, tandem learn, and the lists that it serves. docs/quality.md says what the figures mean and how they are made.

DIR holds one of
  online-retail.csv.gz          UCI Online Retail, with or without its case files
  tafeng.json.gz                Ta-Feng in the form of the Reality Check, with or without its case files
  orders.csv|jsonl[.gz]         any shop in the import form (docs/data-guide.md), optionally with interactions.* and catalogue.*;
                                quality.json may hold import flags by kind: {"orders": ["--currency", "EUR"]}

Examples:
  npm run bench:quality -- --dataset ../shared/data/online-retail
  npm run bench:quality -- --dataset my-shop --test-from 2026-03-01 --json quality.json
  npm run bench:quality -- --dataset my-shop --quick 500 --only complements
  npm run bench:quality -- --dataset my-shop --tune "--half-life-days 90,180,365" --tune "--neighbours 50,100"
  npm run bench:quality -- --dataset ../shared/data/online-retail --dataset ../shared/data/ta-feng --dataset complete-journey --fit`;

const parseWhole = (text) => {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1) throw new InvalidArgumentError('Give a whole number of 1 or more.');
  return value;
};

const parseShares = (text) =>
  text.split(',').map((word) => {
    const value = Number(word);
    if (word.trim() === '' || !(value >= 0 && value <= 1)) throw new InvalidArgumentError('Give numbers from 0 to 1, as in 0.25 or 0.25,0.');
    return value;
  });

const DIVERSITIES = ['NONE', 'LOW', 'MEDIUM', 'HIGH'];

const parseDiversities = (text) => {
  const words = text.split(',').map((word) => word.trim().toUpperCase());
  if (words.every((word) => DIVERSITIES.includes(word))) return words;
  throw new InvalidArgumentError(`Give ${DIVERSITIES.join(', ')} or several of them, separated by commas.`);
};

const parseColdShare = (text) => {
  const value = Number(text);
  if (text.trim() === '' || !(value > 0 && value < 1)) throw new InvalidArgumentError('Give a number above 0 and below 1, as in 0.1.');
  return value;
};

const parseDate = (text) => {
  const at = Date.parse(text);
  if (!/^\d{4}-\d\d-\d\d/.test(text) || Number.isNaN(at)) throw new InvalidArgumentError('Give a date, as in 2026-03-01.');
  return at;
};

/** "--flag v1,v2" as a flag and its values; the dashes may be left out. */
const parseTuned = (text, before) => {
  const [, flag, values] = /^(?:--)?([a-z][a-z-]*)\s+(\S+)$/.exec(text.trim()) ?? [];
  if (flag === undefined) throw new InvalidArgumentError('Give a flag of "tandem learn" and values, as in "--half-life-days 90,180".');
  return [...before, { flag: `--${flag}`, values: values.split(',') }];
};

const wordsOf = (text) => text.trim().split(/\s+/).filter((word) => word !== '');

const command = () =>
  new Command('bench:quality')
    .showSuggestionAfterError(false)
    .showHelpAfterError('Usage: node bench/quality/run.mjs --dataset DIR …, see --help')
    .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : 2))
    .requiredOption('--dataset <dir>', 'folder with the data; with --fit several, each named so', (dir, before = []) => [...before, dir])
    .addOption(new Option('--part <part>', 'which cases are scored (default: test; with --tune, --fit and --earlier: validation)').choices(['test', 'validation']))
    .option('--earlier <n>', 'the validation part so much earlier: months of Online Retail, baskets of every customer of Ta-Feng', parseWhole)
    .addOption(new Option('--split <split>', "of a shop's own orders: by time, or each customer's newest basket (default: time)").choices(['time', 'last-basket']))
    .option('--test-from <date>', 'where the held-out time begins (default: the last tenth of the time)', parseDate)
    .addOption(new Option('--only <surface>', 'measure one of the two').choices(['complements', 'picks']))
    .option('--quick <n>', 'a fixed sample of so many baskets and customers; no coverage, and groups of the products asked about', parseWhole)
    .option('--learn <flags>', 'flags for tandem learn, in one word', wordsOf, [])
    .option('--same-group-cap <shares>', "a row more for each sameGroupCap of the cross-sell placements: what a limit on the anchor's own category costs", parseShares, [])
    .option('--diversity <levels>', 'a row more for each diversity of the placements: what it costs', parseDiversities, [])
    .addOption(new Option('--groups <groups>', 'what is a category of Online Retail: what differs in colour only, or is of one kind (default: colours)').choices(['colours', 'kinds']))
    .option('--cold <share>', 'complements of products that were never sold: so large a share, above 0 and below 1, is hidden from all that is learned from, and asked about', parseColdShare)
    .option('--with-ease', 'EASE^R among the baselines: minutes, and up to 6,000 products')
    .option('--tune <flag-and-values>', 'learn with each value and print which is best on the validation part; repeat for a grid', parseTuned, [])
    .option('--tune-baselines', 'choose the parameters of TIFU-KNN, item-kNN and the hybrid on the validation part')
    .option('--fit', "fit the coefficients of the picks' scorecard on the validation part, beside the shipped ones")
    .option('--json <file>', 'write all numbers to a file')
    .addHelpText('after', HELP);

/** What is asked for beside the shipped policy, each for itself. */
const policiesOf = ({ sameGroupCap, diversity }) => [
  ...sameGroupCap.map((cap) => ({ name: `same-group cap ${cap}`, sameGroupCap: cap, diversity: 'NONE' })),
  ...diversity.map((level) => ({ name: `diversity ${level}`, sameGroupCap: 1, diversity: level })),
];

/**
 * Reads the options. Prints help and ends the process where that is asked for, or with 2 where an option is wrong.
 * Throws QualityProblem for options that contradict each other.
 * @param {readonly string[]} words
 */
export const readOptions = (words) => {
  const given = command().parse([...words], { from: 'user' }).opts();
  const isFitting = given.fit === true;
  const isTuning = given.tune.length > 0 || given.tuneBaselines === true;
  if ((isTuning || isFitting) && given.part === 'test')
    throw new QualityProblem(`Nothing is ${isFitting ? 'fitted' : 'tuned'} on the test part: leave --part out, or say --part validation`);
  if (given.cold !== undefined && (isTuning || isFitting || given.only === 'picks')) throw new QualityProblem('--cold asks about complements alone: nothing is tuned or fitted by it');
  if (given.earlier !== undefined && given.part === 'test') throw new QualityProblem('--earlier is of the validation part: the test part is what it is');
  if (isTuning && isFitting) throw new QualityProblem('Tune or fit: one at a time');
  if (!isFitting && given.dataset.length > 1) throw new QualityProblem('Several --dataset go with --fit; anything else takes one');
  if ((isTuning || isFitting) && (given.sameGroupCap.length > 0 || given.diversity.length > 0))
    throw new QualityProblem('--tune and --fit choose numbers of learning: ask for --same-group-cap and --diversity in a run of their own');
  return {
    ...given,
    fit: isFitting,
    part: given.part ?? (isTuning || isFitting || given.earlier !== undefined ? 'validation' : 'test'),
    earlier: given.earlier ?? 0,
    cold: given.cold ?? null,
    split: given.split ?? null,
    testFrom: given.testFrom ?? null,
    quick: given.quick ?? null,
    only: given.only ?? null,
    groups: given.groups ?? null,
    policies: policiesOf(given),
    withEase: given.withEase === true,
    tuneBaselines: given.tuneBaselines === true,
  };
};
