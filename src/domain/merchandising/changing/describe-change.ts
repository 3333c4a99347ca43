import { differencesOf, type Difference } from './differences.js';
import type { RuleContents, RuleState } from '../rule.js';

const MOST_CHANGES_TOLD = 6;
const MOST_VALUES_TOLD = 3;
const LONGEST_VALUE_TOLD = 60;
const LONGEST_TOLD = 300;

const inOneLine = (text: string): string => text.replace(/\s+/g, ' ');

/** By whole characters: half of one could not be stored. */
const cut = (text: string, longest: number): string => (text.length > longest ? `${[...text].slice(0, longest - 1).join('')}…` : text);

const dayOrInstant = (date: Date): string => date.toISOString().replace(/T00:00:00\.000Z$/, '').replace(/\.000Z$/, 'Z');

const few = (values: readonly unknown[]): string => {
  const told = values.slice(0, MOST_VALUES_TOLD).map(shown).join(', ');
  return values.length > MOST_VALUES_TOLD ? `${told} and ${values.length - MOST_VALUES_TOLD} more` : told;
};

const shown = (value: unknown): string => {
  if (value instanceof Date) return dayOrInstant(value);
  return Array.isArray(value) ? few(value) : cut(inOneLine(String(value)), LONGEST_VALUE_TOLD);
};

const describeList = (path: string, from: readonly unknown[], to: readonly unknown[]): string => {
  const [before, after] = [new Set(from), new Set(to)];
  const added = to.filter((value) => !before.has(value));
  const removed = from.filter((value) => !after.has(value));
  if (added.length + removed.length === 0) return `${path} in another order`;
  const parts = [added.length > 0 ? `added ${few(added)}` : '', removed.length > 0 ? `removed ${few(removed)}` : ''];
  return `${path} ${parts.filter((part) => part !== '').join(', ')}`;
};

const isPart = (value: unknown): boolean => typeof value === 'object' && !(value instanceof Date);

const describe = ({ path, from, to }: Difference): string => {
  if (Array.isArray(from) && Array.isArray(to)) return describeList(path, from, to);
  if (to === null) return `${path} taken out`;
  if (from === null) return isPart(to) ? `${path} set to everything` : `${path} set to ${shown(to)}`;
  return `${path} ${shown(from)} → ${shown(to)}`;
};

/** The parts that differ, in one line of bounded length: "weight 2 → 3; validUntil set to 2026-12-27". Empty when nothing differs. */
export const describeDifferences = (differences: readonly Difference[]): string => {
  const told = differences.slice(0, MOST_CHANGES_TOLD).map(describe);
  const more = differences.length - told.length;
  return cut([...told, ...(more > 0 ? [`${more} more`] : [])].join('; '), LONGEST_TOLD);
};

const STEPS: Readonly<Record<RuleState, string>> = { DRAFT: 'a draft again', APPROVED: 'approved', RETIRED: 'retired' };

const stepOf = (before: RuleState, after: RuleState): readonly string[] => (before === after ? [] : [STEPS[after]]);

const isText = (part: string | null): part is string => part !== null && part !== '';

/** A sentence with the reason that somebody gave, in one line. */
export const withNote = (sentence: string, note: string | null): string => (isText(note) ? `${sentence} (${inOneLine(note)})` : sentence);

const describeState = (before: RuleContents, after: RuleContents): string => {
  const differences = differencesOf({ ...before, state: null }, { ...after, state: null });
  return [describeDifferences(differences), ...stepOf(before.state, after.state)].filter(isText).join('; ') || 'saved without a change';
};

/**
 * What a change of a rule did, in one sentence: "weight 2 → 3; a draft again", "retired (sold out)". `before` is null for a new rule.
 * At most about 350 characters and the note, which is kept whole.
 */
export const describeRuleChange = (before: RuleContents | null, after: RuleContents, note: string | null): string => {
  const first = after.state === 'DRAFT' ? 'created' : `created, ${STEPS[after.state]}`;
  return withNote(before === null ? first : describeState(before, after), note);
};

/** What a change of a policy, a pair or the shop's autopilot did. `before` is what held when nobody had decided. */
export const describeContentsChange = (before: object, after: object, note: string | null = null): string =>
  withNote(describeDifferences(differencesOf(before, after)) || 'confirmed as it was', note);
