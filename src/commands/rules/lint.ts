import { Command } from 'commander';
import type { RuleFile } from '../../domain/merchandising/files/rule-file.js';
import { formatProblem } from '../../rules/problem.js';
import type { CommandContext } from '../command.js';
import { failureOf, parseNamedFile, plural, shownName, tally } from './read-file.js';

const HELP = `
Prints one line for each mistake, all of them in one go:

  rules.yaml:7:11: error: unknown action "pinn"; did you mean "pin"?; known are require, pin, … (rules[0].action)

Exit code: 0 without errors (warnings are allowed), 1 with errors or when the file cannot be read. No store is opened, so this runs
anywhere: before a commit, or in a pipeline.

Examples:
  tandem rules lint rules.yaml
  tandem rules lint --json rules.yaml
  cat rules.yaml | tandem rules lint -
`;

const contentsOf = ({ rules, policies, pairs, shopAutopilot }: RuleFile): string =>
  [
    plural(rules.length, 'rule'),
    plural(policies.length, 'policy', 'policies'),
    plural(pairs.length, 'pair'),
    ...(shopAutopilot === null ? [] : ['shop']),
  ].join(', ');

const lint = async (context: CommandContext, fileName: string, { json }: { json?: boolean }): Promise<void> => {
  const { file, problems } = await parseNamedFile(context, fileName);
  const { errors, warnings } = tally(problems);
  if (json === true) context.out(JSON.stringify({ file: fileName, errors, warnings, problems }, null, 2));
  else for (const problem of problems) context.out(formatProblem(fileName, problem));
  if (file === null) throw failureOf(fileName, problems);
  if (json !== true) context.out(`${shownName(fileName)}: no errors, ${plural(warnings, 'warning')} (${contentsOf(file)})`);
};

/** `tandem rules lint`: every mistake of a file, without a store. */
export const lintCommand = (context: CommandContext): Command =>
  new Command('lint')
    .summary('check a rules file, without applying it')
    .description('Check a rules file and print every mistake with its line, without applying anything.')
    .argument('<file>', 'the rules file (YAML), or - for standard input')
    .option('--json', 'print one JSON document instead: file, errors, warnings and problems with line, column, path, message, severity')
    .addHelpText('after', HELP)
    .action((fileName: string, options: { json?: boolean }) => lint(context, fileName, options));
