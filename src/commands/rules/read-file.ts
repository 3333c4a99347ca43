import type { RuleFile } from '../../domain/merchandising/files/rule-file.js';
import { parseRuleFile, type ParsedRuleFile } from '../../rules/parse-rule-file.js';
import { formatProblem, type RuleFileProblem } from '../../rules/problem.js';
import { readRuleText } from '../../rules/read-rule-text.js';
import { CommandFailure, type CommandContext } from '../command.js';

/** A rules file without an error in it, and what is doubtful about it. */
export interface SoundRuleFile extends ParsedRuleFile {
  readonly file: RuleFile;
}

/** `1 rule`, `2 rules`. */
export const plural = (count: number, word: string, several = `${word}s`): string => `${count} ${count === 1 ? word : several}`;

/** How many errors and warnings there are. */
export const tally = (problems: readonly RuleFileProblem[]): { errors: number; warnings: number } => {
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  return { errors, warnings: problems.length - errors };
};

/** What people call the file. */
export const shownName = (fileName: string): string => (fileName === '-' ? 'standard input' : fileName);

/** The failure of a file with errors, counted; `outcome` ends the sentence. */
export const failureOf = (fileName: string, problems: readonly RuleFileProblem[], outcome = ''): CommandFailure => {
  const { errors, warnings } = tally(problems);
  return new CommandFailure(`${shownName(fileName)}: ${plural(errors, 'error')}, ${plural(warnings, 'warning')}${outcome}`);
};

/** Reads a file, `-` being standard input; fails when there is none to read. */
export const parseNamedFile = async (context: CommandContext, fileName: string): Promise<ParsedRuleFile> => {
  const source = await readRuleText(fileName, context.stdin);
  if ('refusal' in source) throw new CommandFailure(`cannot read ${shownName(fileName)}: ${source.refusal}`);
  return parseRuleFile(source.text);
};

/** Prints problems, one line each, to standard error. */
export const tellProblems = (context: CommandContext, fileName: string, problems: readonly RuleFileProblem[]): void => {
  for (const problem of problems) context.err(formatProblem(fileName, problem));
};

/** Reads a file that is to be held against the shop; with an error in it all problems are printed, and it fails. */
export const readSoundFile = async (context: CommandContext, fileName: string): Promise<SoundRuleFile> => {
  const parsed = await parseNamedFile(context, fileName);
  if (parsed.file !== null) return { ...parsed, file: parsed.file };
  tellProblems(context, fileName, parsed.problems);
  throw failureOf(fileName, parsed.problems, '; nothing was applied');
};
