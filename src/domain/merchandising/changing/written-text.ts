import type { RuleProblem } from './rule-problems.js';

/** Longest note of a rule or a decision, in UTF-16 code units. */
export const LONGEST_NOTE = 2_000;

/** Control characters, and halves of characters: neither shown nor stored well. */
const UNPRINTABLE = /[\p{Cc}\p{Cs}]/u;

/** What is wrong with text in one line of 1 to `longest` characters, as a sentence without its subject; null when nothing is. */
export const textRule = (text: string, longest: number): string | null => {
  if (text.trim() === '') return 'is empty';
  if (text.trim().length > longest) return `is longer than ${longest} characters`;
  return UNPRINTABLE.test(text) ? 'must be text without control characters' : null;
};

/** The same for a note, which may be empty and have lines. */
export const noteRule = (note: string | null): string | null => {
  const inOneLine = note?.replace(/[\t\n\r]/g, ' ').trim() ?? '';
  return inOneLine === '' ? null : textRule(inOneLine, LONGEST_NOTE);
};

/** Problems of the note that goes with a decision. */
export const checkNote = (note: string | null): readonly RuleProblem[] => {
  const message = noteRule(note);
  return message === null ? [] : [{ path: 'note', message }];
};
