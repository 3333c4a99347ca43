import { Command } from 'commander';
import type { RuleFile } from '../domain/merchandising/rule-file.js';
import { parseRuleFile, type ParsedRuleFile } from '../rules/parse-rule-file.js';
import { formatProblem, inFileOrder, type RuleFileProblem } from '../rules/problem.js';
import { readRuleText } from '../rules/read-rule-text.js';
import { warnOfUnknownProducts } from '../rules/unknown-products.js';
import type { Stores } from '../stores/open.js';
import { CommandFailure, type CommandContext } from './command.js';

const RULES_HELP = `
A rules file is YAML with up to three lists: rules, policies and pairs. The smallest useful one:

  rules:
    - id: rc-car-needs-batteries
      action: require          # require pin recommend boost bury exclude never-personalise
      when: { products: [rc-car] }
      then: { products: [aa-batteries] }
      quantity: 2
      state: approved          # draft (the default) changes nothing yet

The whole format, with a story for each action: docs/rules-file.md

Examples:
  tandem rules lint rules.yaml
  tandem rules lint --json rules.yaml
  tandem rules apply rules.yaml --by "Ada Merchant"
  generate-rules | tandem rules apply -
`;

const LINT_HELP = `
Prints one line for each mistake, all of them in one go:

  rules.yaml:7:11: error: unknown action "pinn"; did you mean "pin"?; known are require, pin, … (rules[0].action)

Exit code: 0 without errors (warnings are allowed), 1 with errors or when the file cannot be read. No store is opened, so this runs
anywhere: before a commit, or in a pipeline.

Examples:
  tandem rules lint rules.yaml
  tandem rules lint --json rules.yaml
  cat rules.yaml | tandem rules lint -
`;

const APPLY_HELP = `
The file is checked first; with an error in it nothing at all is applied. Then what differs is written: a rule whose contents changed
rises by one version, what is the same stays untouched, and what the file does not name is left alone: to end a rule, give it
"state: retired". Products that the catalogue does not hold are warned of. Applying a file twice changes nothing the second time.

The store is MONGODB_URI where it is set, else the embedded store of the data directory.

Exit code: 0 when applied, 1 when not.

Examples:
  tandem rules apply rules.yaml
  tandem rules apply rules.yaml --by "Ada Merchant"
  MONGODB_URI=mongodb://localhost/tandem tandem rules apply rules.yaml
`;

const plural = (count: number, word: string): string => `${count} ${word}${count === 1 ? '' : 's'}`;

const tally = (problems: readonly RuleFileProblem[]): { errors: number; warnings: number } => {
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  return { errors, warnings: problems.length - errors };
};

const contentsOf = ({ rules, policies, pairs }: RuleFile): string =>
  [plural(rules.length, 'rule'), `${policies.length} ${policies.length === 1 ? 'policy' : 'policies'}`, plural(pairs.length, 'pair')].join(', ');

const shownName = (fileName: string): string => (fileName === '-' ? 'standard input' : fileName);

const parse = async (context: CommandContext, fileName: string): Promise<ParsedRuleFile> => {
  const source = await readRuleText(fileName, context.stdin);
  if ('refusal' in source) throw new CommandFailure(`cannot read ${shownName(fileName)}: ${source.refusal}`);
  return parseRuleFile(source.text);
};

const failureOf = (fileName: string, problems: readonly RuleFileProblem[], outcome = ''): CommandFailure => {
  const { errors, warnings } = tally(problems);
  return new CommandFailure(`${shownName(fileName)}: ${plural(errors, 'error')}, ${plural(warnings, 'warning')}${outcome}`);
};

const lint = async (context: CommandContext, fileName: string, { json }: { json?: boolean }): Promise<void> => {
  const { file, problems } = await parse(context, fileName);
  const { errors, warnings } = tally(problems);
  if (json === true) context.out(JSON.stringify({ file: fileName, errors, warnings, problems }, null, 2));
  else for (const problem of problems) context.out(formatProblem(fileName, problem));
  if (file === null) throw failureOf(fileName, problems);
  if (json !== true) context.out(`${shownName(fileName)}: no errors, ${plural(warnings, 'warning')} (${contentsOf(file)})`);
};

const write = async (context: CommandContext, { rules, facts }: Stores, parsed: ParsedRuleFile, file: RuleFile, by: string) => ({
  unknown: await warnOfUnknownProducts(parsed.products, facts),
  changes: await rules.applyRuleFile(file, by, context.now()),
});

const apply = async (context: CommandContext, fileName: string, by: string): Promise<void> => {
  const parsed = await parse(context, fileName);
  const tell = (problems: readonly RuleFileProblem[]): void => {
    for (const problem of problems) context.err(formatProblem(fileName, problem));
  };
  const { file } = parsed;
  if (file === null) {
    tell(parsed.problems);
    throw failureOf(fileName, parsed.problems, '; nothing was applied');
  }
  const { unknown, changes } = await context.withStores((stores) => write(context, stores, parsed, file, by));
  tell(inFileOrder([...parsed.problems, ...unknown]));
  context.out(`${shownName(fileName)}: ${changes.created} created, ${changes.updated} updated, ${changes.unchanged} unchanged`);
};

const authorOf = (context: CommandContext, by: string | undefined): string =>
  by?.trim() || context.env['USER']?.trim() || 'command line';

const lintCommand = (context: CommandContext): Command =>
  new Command('lint')
    .summary('check a rules file, without applying it')
    .description('Check a rules file and print every mistake with its line, without applying anything.')
    .argument('<file>', 'the rules file (YAML), or - for standard input')
    .option('--json', 'print one JSON document instead: file, errors, warnings and problems with line, column, path, message, severity')
    .addHelpText('after', LINT_HELP)
    .action((fileName: string, options: { json?: boolean }) => lint(context, fileName, options));

const applyCommand = (context: CommandContext): Command =>
  new Command('apply')
    .summary('check a rules file, then write what differs')
    .description('Check a rules file, then create and update the rules, placement policies and decided pairs that it names.')
    .argument('<file>', 'the rules file (YAML), or - for standard input')
    .option('--by <name>', 'who decides this, kept in the history (default: the environment variable USER, else "command line")')
    .addHelpText('after', APPLY_HELP)
    .action((fileName: string, options: { by?: string }) => apply(context, fileName, authorOf(context, options.by)));

/** `tandem rules`: merchandising rules, placement policies and decided pairs from a file. */
export const rulesCommand = (context: CommandContext): Command =>
  new Command('rules')
    .summary('merchandising rules from a file: lint, apply')
    .description('Merchandising rules, placement policies and decided pairs, kept in a file that people write and review.')
    .addHelpText('after', RULES_HELP)
    .addCommand(lintCommand(context))
    .addCommand(applyCommand(context));
