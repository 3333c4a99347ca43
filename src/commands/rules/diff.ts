import { Command } from 'commander';
import { applyRuleFile, type ApplyOptions } from '../../domain/merchandising/files/apply-rule-file.js';
import type { EntryName, RuleFilePlan } from '../../domain/merchandising/files/rule-file-plan.js';
import { unfiledDecisions } from '../../domain/merchandising/files/unfiled-decisions.js';
import { planJson } from '../../rules/plan-json.js';
import type { Stores } from '../../stores/open.js';
import { CommandFailure, type CommandContext } from '../command.js';
import { PEOPLE_OPTIONS, peopleOf, type PeopleArguments } from './people-of-file.js';
import { readSoundFile, tellProblems, type SoundRuleFile } from './read-file.js';
import { showPlan, showUnfiled } from './show.js';

const HELP = `
Shows what "tandem rules apply" would do, entry by entry and field by field; nothing is written:

  + rule "autumn-gift-box": new
  ~ rule "laptop-cases": version 3 → 4
    weight: 2 → 3
  ! rule "gifts" was changed by mia at 2026-11-01T09:00:00.000Z through the API: … (version 5; the file is based on version 4)

Give it --by and --approved-by as you would give them to apply: with APPROVAL_BY_SECOND_PERSON=true it tells what apply would refuse.

What the shop holds and the file does not name is left alone by apply; it is counted, and listed with --all.

Exit code: 0, or with --exit-code 1 when there is a difference or a conflict. 1 when the file has an error.

Examples:
  tandem rules diff rules.yaml
  tandem rules diff rules.yaml --exit-code > /dev/null || echo "the shop is not what the file says"
  tandem rules diff rules.yaml --json
`;

interface DiffOptions extends PeopleArguments {
  readonly all?: boolean;
  readonly json?: boolean;
  readonly exitCode?: boolean;
}

const compare = async ({ file }: SoundRuleFile, { decisions }: Stores, options: ApplyOptions) => ({
  plan: await applyRuleFile(decisions, file, options),
  unfiled: unfiledDecisions(file, await decisions.all()),
});

const differs = ({ created, updated, conflicts }: RuleFilePlan): boolean => created + updated + conflicts.length > 0;

const show = (context: CommandContext, fileName: string, plan: RuleFilePlan, unfiled: readonly EntryName[], options: DiffOptions): void => {
  if (options.json === true) {
    context.out(JSON.stringify(planJson(fileName, plan, unfiled), null, 2));
    return;
  }
  showPlan(context, fileName, plan);
  showUnfiled(context, unfiled, options.all === true);
};

const diff = async (context: CommandContext, fileName: string, options: DiffOptions): Promise<void> => {
  const applying = { ...peopleOf(context, options), now: context.now, overwrite: false, dryRun: true };
  const parsed = await readSoundFile(context, fileName);
  tellProblems(context, fileName, parsed.problems);
  const { plan, unfiled } = await context.withStores((stores) => compare(parsed, stores, applying), 'looking');
  show(context, fileName, plan, unfiled, options);
  if (options.exitCode === true && differs(plan)) throw new CommandFailure('');
};

/** `tandem rules diff`: what applying a file would do. */
export const diffCommand = (context: CommandContext): Command =>
  new Command('diff')
    .summary('show what applying a file would change')
    .description('Show what applying a rules file would create and change, and who changed what it does not know of. Nothing is written.')
    .argument('<file>', 'the rules file (YAML), or - for standard input')
    .option('--all', 'list what the shop holds and the file does not name')
    .option('--json', 'print one JSON document: created, updated, unchanged, entries with differences, conflicts, notInFile')
    .option('--exit-code', 'exit with 1 when there is a difference or a conflict')
    .option(...PEOPLE_OPTIONS.by)
    .option(...PEOPLE_OPTIONS.approvedBy)
    .addHelpText('after', HELP)
    .action((fileName: string, options: DiffOptions) => diff(context, fileName, options));
