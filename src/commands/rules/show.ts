import type { EntryName, RuleFilePlan } from '../../domain/merchandising/files/rule-file-plan.js';
import { entryWords } from '../../rules/entry-words.js';
import { noColours, planLines, terminalColours } from '../../rules/show-plan.js';
import type { CommandContext } from '../command.js';
import { plural, shownName } from './read-file.js';

const KINDS = [
  ['rule', 'rule', 'rules'],
  ['policy', 'policy', 'policies'],
  ['pair', 'pair', 'pairs'],
  ['shop', 'shop setting', 'shop settings'],
] as const;

const countByKind = (names: readonly EntryName[]): string =>
  KINDS.map(([kind, one, several]) => [names.filter((name) => name.kind === kind).length, one, several] as const)
    .filter(([count]) => count > 0)
    .map(([count, one, several]) => plural(count, one, several))
    .join(', ');

/** `2 created, 1 updated, 7 unchanged`. */
export const countsOf = ({ created, updated, unchanged }: RuleFilePlan, would = ''): string =>
  `${created} ${would}created, ${updated} ${would}updated, ${unchanged} unchanged`;

/** Prints what applying would do. */
export const showPlan = (context: CommandContext, fileName: string, plan: RuleFilePlan): void => {
  for (const line of planLines(plan, context.colours === true ? terminalColours : noColours)) context.out(line);
  const conflicts = plan.conflicts.length === 0 ? '' : `; ${plural(plan.conflicts.length, 'conflict')}: nothing would be applied`;
  context.out(`${shownName(fileName)}: ${countsOf(plan, 'would be ')}${conflicts}`);
};

/** Prints what the shop holds and the file does not name. */
export const showUnfiled = (context: CommandContext, unfiled: readonly EntryName[], all: boolean): void => {
  if (unfiled.length === 0) return;
  if (all) for (const name of unfiled) context.out(`  ${entryWords(name)}: not in the file`);
  context.out(`not in the file, and left alone: ${countByKind(unfiled)}${all ? '' : ' (--all lists them)'}`);
};
