import type { ApplyOptions } from '../../domain/merchandising/files/apply-rule-file.js';
import { readApproval } from '../../config.js';
import { CommandFailure, type CommandContext } from '../command.js';

/** Who applies a file, as it is said on the command line. */
export interface PeopleArguments {
  readonly by?: string;
  readonly approvedBy?: string;
}

const authorOf = ({ env }: CommandContext, by: string | undefined): string => by?.trim() || env['USER']?.trim() || 'command line';

const asksForTwoPersons = ({ env }: CommandContext): boolean => {
  const { value, problems } = readApproval(env);
  for (const { variable, message } of problems) throw new CommandFailure(`${variable} ${message}; nothing was applied`);
  return value;
};

/** Who applies a file, who approves what it makes approved, and whether these have to be two. */
export const peopleOf = (
  context: CommandContext,
  { by, approvedBy }: PeopleArguments,
): Pick<ApplyOptions, 'by' | 'approvedBy' | 'twoPersons'> => ({
  by: authorOf(context, by),
  approvedBy: approvedBy?.trim() || null,
  twoPersons: asksForTwoPersons(context),
});

/** The options that `peopleOf` reads, the same for each command that plans a file. */
export const PEOPLE_OPTIONS = {
  by: ['--by <name>', 'who decides this, kept in the history (default: the environment variable USER, else "command line")'],
  approvedBy: ['--approved-by <name>', 'who approves the rules that the file makes approved (default: the same as --by)'],
} as const;
