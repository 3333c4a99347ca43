import type { Difference } from '../domain/merchandising/changing/differences.js';
import type { PlannedEntry, RuleFileConflict, RuleFilePlan } from '../domain/merchandising/files/rule-file-plan.js';
import type { ChangeChannel } from '../domain/merchandising/kept/decisions.js';
import type { ProductSelector } from '../domain/merchandising/rule.js';
import { entryWords, inFileWords } from './entry-words.js';
import { quoted } from './problem.js';

/** Puts colour around a line; the line itself where there are no colours. */
export type Paint = (line: string, colour: 'green' | 'yellow' | 'red') => string;

const CODES = { green: 32, yellow: 33, red: 31 } as const;

/** Colours of a terminal. */
export const terminalColours: Paint = (line, colour) => `\u001b[${CODES[colour]}m${line}\u001b[0m`;

/** No colours: for files, pipes and programs. */
export const noColours: Paint = (line) => line;

/** More values than this on either side are shown by what comes and what goes. */
const MOST_VALUES_SHOWN = 6;

const isSelector = (value: unknown): value is ProductSelector => typeof value === 'object' && value !== null && 'productIds' in value;

const shownValue = (value: unknown): string => {
  if (value === null) return '(nothing)';
  if (Array.isArray(value)) return `[${value.map(shownValue).join(', ')}]`;
  if (isSelector(value)) return '{}';
  return typeof value === 'string' && !/^[\p{L}\p{N}._:+-]+$/u.test(value) ? quoted(value) : String(value);
};

const comingAndGoing = (from: readonly unknown[], to: readonly unknown[]): string => {
  const [before, after] = [new Set(from), new Set(to)];
  const added = to.filter((value) => !before.has(value)).map((value) => `+ ${shownValue(value)}`);
  const removed = from.filter((value) => !after.has(value)).map((value) => `− ${shownValue(value)}`);
  return [...added, ...removed].join(', ') || 'in another order';
};

const shownDifference = (difference: Difference): string => {
  const { key, from, to } = inFileWords(difference);
  const isLong = Array.isArray(from) && Array.isArray(to) && Math.max(from.length, to.length) > MOST_VALUES_SHOWN;
  return isLong ? `  ${key}: ${comingAndGoing(from, to)}` : `  ${key}: ${shownValue(from)} → ${shownValue(to)}`;
};

const entryLines = (entry: PlannedEntry, paint: Paint): readonly string[] => {
  if (entry.change === 'unchanged') return [];
  if (entry.change === 'created') return [paint(`+ ${entryWords(entry)}: new`, 'green')];
  const from = entry.heldVersion ?? 0;
  return [paint(`~ ${entryWords(entry)}: version ${from} → ${from + 1}`, 'yellow'), ...entry.differences.map(shownDifference)];
};

const basis = (basedOn: number | null): string => (basedOn === null ? 'the file names no version' : `the file is based on version ${basedOn}`);

const CHANNELS: Readonly<Record<ChangeChannel, string>> = {
  API: 'through the API',
  FILE: 'from a file',
  VERSIONED_FILE: 'from a file that named its version',
};

const staleLine = ({ change, basedOn, version }: Extract<RuleFileConflict, { reason: 'CHANGED_SINCE' }>): string => {
  if (change === null) return `stands at version ${version}, ${basis(basedOn)}`;
  return `was changed by ${change.by} at ${change.at.toISOString()} ${CHANNELS[change.via]}: ${change.summary} (version ${version}; ${basis(basedOn)})`;
};

/** Why an entry may not be applied, in one line. */
export const conflictLine = (conflict: RuleFileConflict): string => {
  const reason =
    conflict.reason === 'SECOND_PERSON_REQUIRED'
      ? `is edited by ${conflict.editedBy}, and this shop asks for a second person to approve it: --approved-by, somebody else than the editor and --by`
      : staleLine(conflict);
  return `${entryWords(conflict)} ${reason}`;
};

/** What applying does, one line for each entry that changes and one for each field, then the conflicts. */
export const planLines = ({ entries, conflicts }: RuleFilePlan, paint: Paint): readonly string[] => [
  ...entries.flatMap((entry) => entryLines(entry, paint)),
  ...conflicts.map((conflict) => paint(`! ${conflictLine(conflict)}`, 'red')),
];

/** What is doubtful about changed rules, one line each. */
export const warningLines = ({ warnings }: RuleFilePlan): readonly string[] =>
  [...warnings].flatMap(([id, found]) =>
    found.filter(({ code }) => code !== 'UNKNOWN_PRODUCT').map(({ message }) => `warning: rule ${quoted(id)}: ${message}`),
  );
