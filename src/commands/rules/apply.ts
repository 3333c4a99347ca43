import { Command } from 'commander';
import { applyRuleFile, type ApplyOptions } from '../../domain/merchandising/files/apply-rule-file.js';
import { findWarnings } from '../../domain/what-if/rule-warnings.js';
import type { RuleFilePlan } from '../../domain/merchandising/files/rule-file-plan.js';
import { inFileOrder } from '../../rules/problem.js';
import { conflictLine, warningLines } from '../../rules/show-plan.js';
import { warnOfUnknownProducts } from '../../rules/unknown-products.js';
import type { Stores } from '../../stores/open.js';
import { CommandFailure, type CommandContext } from '../command.js';
import { laneAccess } from '../lane-access.js';
import { PEOPLE_OPTIONS, peopleOf, type PeopleArguments } from './people-of-file.js';
import { plural, readSoundFile, shownName, tellProblems, type SoundRuleFile } from './read-file.js';
import { countsOf, showPlan } from './show.js';

const HELP = `
The file is checked first; with an error in it nothing at all is applied. Then what differs is written as one change, all of it or
nothing: what changed rises by one version, what is the same stays untouched, and what the file does not name is left alone: to end a
rule, give it "state: retired". Products that the catalogue does not hold are warned of. Applying a file twice changes nothing the
second time.

Nothing is overwritten unseen. An entry that names a version is refused when another one stands; an entry without one is refused
unless the last change came from a file without versions. Then nothing is applied, and each conflict is told with who changed it and
when. Export again and repeat the edit, or say --overwrite.

With APPROVAL_BY_SECOND_PERSON=true, a file that changes approved rules needs --approved-by, somebody else than --by:
capital letters, space and signs that cannot be seen do not make two persons.

The store is MONGODB_URI where it is set, else the embedded store of the data directory.

Exit code: 0 when applied, 1 when not.

Examples:
  tandem rules apply rules.yaml --dry-run
  tandem rules apply rules.yaml --by "Ada Merchant" --approved-by "Noor Lead"
  MONGODB_URI=mongodb://localhost/tandem tandem rules apply rules.yaml
`;

interface ApplyArguments extends PeopleArguments {
  readonly overwrite?: boolean;
  readonly dryRun?: boolean;
}

const optionsOf = (context: CommandContext, { overwrite, dryRun, ...people }: ApplyArguments): ApplyOptions => ({
  ...peopleOf(context, people),
  now: context.now,
  overwrite: overwrite ?? false,
  dryRun: dryRun ?? false,
});

/** Beside the rules that the shop holds now; those of the file were held against each other when it was read. */
const warningsIn = (stores: Stores, now: Date): NonNullable<ApplyOptions['warningsOf']> => {
  let access: ReturnType<typeof laneAccess> | null = null;
  return async (contents) => findWarnings(contents, { ...(await (access ??= laneAccess(stores, now))), finder: stores.finder });
};

const write = async (stores: Stores, { file, products }: SoundRuleFile, options: ApplyOptions) => ({
  unknown: await warnOfUnknownProducts(products, stores.facts),
  plan: await applyRuleFile(stores.decisions, file, { ...options, warningsOf: warningsIn(stores, options.now()) }),
});

const refuse = (context: CommandContext, fileName: string, { conflicts }: RuleFilePlan): never => {
  for (const conflict of conflicts) context.err(`${fileName}: conflict: ${conflictLine(conflict)}`);
  const remedy = conflicts.some(({ reason }) => reason === 'CHANGED_SINCE') ? ' (export again and repeat the edit, or --overwrite)' : '';
  throw new CommandFailure(`${shownName(fileName)}: ${plural(conflicts.length, 'conflict')}; nothing was applied${remedy}`);
};

const apply = async (context: CommandContext, fileName: string, given: ApplyArguments): Promise<void> => {
  const options = optionsOf(context, given);
  const parsed = await readSoundFile(context, fileName);
  const { unknown, plan } = await context.withStores((stores) => write(stores, parsed, options));
  tellProblems(context, fileName, inFileOrder([...parsed.problems, ...unknown]));
  for (const line of warningLines(plan)) context.err(`${fileName}: ${line}`);
  if (options.dryRun === true) showPlan(context, fileName, plan);
  if (plan.conflicts.length > 0) refuse(context, fileName, plan);
  if (options.dryRun !== true) context.out(`${shownName(fileName)}: ${countsOf(plan)}`);
};

/** `tandem rules apply`: writes what differs, all of it or nothing. */
export const applyCommand = (context: CommandContext): Command =>
  new Command('apply')
    .summary('check a rules file, then write what differs')
    .description('Check a rules file, then create and update the rules, placement policies, decided pairs and shop setting that it names.')
    .argument('<file>', 'the rules file (YAML), or - for standard input')
    .option('--dry-run', 'show what would be done, as "tandem rules diff" does, and write nothing')
    .option(...PEOPLE_OPTIONS.by)
    .option(...PEOPLE_OPTIONS.approvedBy)
    .option('--overwrite', 'let the file win over changes that it has not seen')
    .addHelpText('after', HELP)
    .action((fileName: string, options: ApplyArguments) => apply(context, fileName, options));
