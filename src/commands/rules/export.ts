import { Command, InvalidArgumentError, Option } from 'commander';
import { fileOf, type FiledChoice } from '../../domain/merchandising/files/filed-decisions.js';
import type { RuleFile } from '../../domain/merchandising/files/rule-file.js';
import { friendlyWord } from '../../domain/merchandising/changing/rule-problems.js';
import { RULE_STATES, type RuleState } from '../../domain/merchandising/rule.js';
import { exportProblems } from '../../rules/export-problems.js';
import { LARGEST_FILE_BYTES } from '../../rules/read-rule-text.js';
import { writeRuleFile } from '../../rules/write-rule-file.js';
import { CommandFailure, type CommandContext } from '../command.js';
import { plural } from './read-file.js';
import { alreadyThere, replaceFile } from './replace-file.js';

const HELP = `
Writes what the shop holds as a rules file: drafts and approved rules, every policy that somebody set, approved and dismissed pairs, and
the shop's autopilot. --all adds retired rules and pairs whose decision was taken back; --state chooses the states of rules. The order
is always the same (rules by id), so that two exports differ only where decisions do. Comments of a file that was applied are not
kept anywhere, and so are not exported.

Each entry names the version that stands, and "tandem rules apply" refuses it once another one does: for export, edit, apply. A file
that lives on in a repository is better written with --no-versions; then only changes through the API, and by files with versions, are
in its way.

An existing file is replaced only with --force, and always as a whole.

Exit code: 0 when written, 1 when not.

Examples:
  tandem rules export > rules.yaml
  tandem rules export --output rules.yaml --force --no-versions
  tandem rules export --state approved --output live.yaml
`;

const DEFAULT_STATES: readonly RuleState[] = ['DRAFT', 'APPROVED'];

interface ExportOptions {
  readonly output?: string;
  readonly force?: boolean;
  /** Commander's form of --no-versions. */
  readonly versions: boolean;
  readonly state?: readonly RuleState[];
  readonly all?: boolean;
}

const parseStates = (text: string): readonly RuleState[] =>
  text.split(',').map((word) => {
    const state = RULE_STATES.find((known) => friendlyWord(known) === friendlyWord(word.trim()));
    if (state === undefined) throw new InvalidArgumentError(`Give one or more of ${RULE_STATES.map(friendlyWord).join(', ')}, separated by commas.`);
    return state;
  });

const choiceOf = ({ versions, state, all }: ExportOptions): FiledChoice => ({
  versions,
  states: all === true ? RULE_STATES : (state ?? DEFAULT_STATES),
  decisions: all === true ? ['APPROVE', 'DISMISS', 'REOPEN'] : ['APPROVE', 'DISMISS'],
});

const textOf = (file: RuleFile): string => {
  const text = writeRuleFile(file);
  const problems = exportProblems(file, text);
  if (problems.length > 0) throw new CommandFailure(`cannot be written to a rules file as it is: ${problems.join('; ')}`);
  return text;
};

const summary = ({ rules, policies, pairs }: RuleFile): string =>
  `${plural(rules.length, 'rule')}, ${plural(policies.length, 'policy', 'policies')}, ${plural(pairs.length, 'pair')}`;

const exportRules = async (context: CommandContext, options: ExportOptions): Promise<void> => {
  const { output, force = false } = options;
  if (output !== undefined && !force && (await alreadyThere(output))) throw new CommandFailure(`${output} is there already: --force replaces it`);
  const file = fileOf(await context.withStores(({ decisions }) => decisions.all(), 'looking'), choiceOf(options));
  const text = textOf(file);
  if (Buffer.byteLength(text) > LARGEST_FILE_BYTES) context.err('warning: this is more than apply reads (10 MiB): take it apart into several files');
  if (output === undefined) {
    context.out(text.trimEnd());
    return;
  }
  const refusal = await replaceFile(output, text, force);
  if (refusal !== null) throw new CommandFailure(`cannot write ${output}: ${refusal}`);
  context.err(`${output}: ${summary(file)}`);
};

/** `tandem rules export`: what the shop holds, as a rules file. */
export const exportCommand = (context: CommandContext): Command =>
  new Command('export')
    .summary('write what the shop holds as a rules file')
    .description('Write the rules, placement policies, decided pairs and shop setting that the shop holds as a rules file (YAML).')
    .option('--output <file>', 'where to write it (default: standard output)')
    .option('--force', 'replace the file when it is there already')
    .option('--no-versions', 'leave the versions out')
    .addOption(new Option('--state <states>', 'only rules in these states, separated by commas (default: draft,approved)').argParser(parseStates))
    .addOption(new Option('--all', 'everything: retired rules and reopened pairs too').conflicts('state'))
    .addHelpText('after', HELP)
    .action((options: ExportOptions) => exportRules(context, options));
