import type { RuleProblem } from './rule-problems.js';

/** Longest note of a rule or a decision, in UTF-16 code units. */
export const LONGEST_NOTE = 2_000;

/** Control characters, and halves of characters: neither shown nor stored well. */
const UNPRINTABLE = /[\p{Cc}\p{Cs}]/u;

/** Whatever leaves something on the page: no space, control, format or filler character, and no accent without its letter. */
const VISIBLE = /[^\p{Z}\p{Cc}\p{Cf}\p{Cs}\p{M}\p{Default_Ignorable_Code_Point}\u2800]/u;

/** Signs that change the direction of the text behind them, and so what people read there: U+061C, U+200E, U+200F, U+202A–E, U+2066–9. */
const TURNING = /\p{Bidi_Control}/u;

/** What makes text unfit to be read, as a sentence without its subject: nothing of it can be seen. Null when something can. */
export const visibleRule = (text: string): string | null => (VISIBLE.test(text) ? null : 'has no visible character');

/** The same for text that is shown beside other text, and may not turn that round. */
export const directionRule = (text: string): string | null => (TURNING.test(text) ? 'must be text without signs that change its direction' : null);

/** What is wrong with text in one line of 1 to `longest` characters, as a sentence without its subject; null when nothing is. */
export const textRule = (text: string, longest: number): string | null => {
  if (text.trim() === '') return 'is empty';
  if (text.trim().length > longest) return `is longer than ${longest} characters`;
  return UNPRINTABLE.test(text) ? 'must be text without control characters' : null;
};

/** The same for a name, which people have to see. */
export const nameRule = (name: string, longest: number): string | null => textRule(name, longest) ?? visibleRule(name) ?? directionRule(name);

/** The same for a note, which may be empty and have lines. */
export const noteRule = (note: string | null): string | null => {
  const inOneLine = note?.replace(/[\t\n\r]/g, ' ').trim() ?? '';
  return inOneLine === '' ? null : (textRule(inOneLine, LONGEST_NOTE) ?? directionRule(inOneLine));
};

/** Problems of the note that goes with a decision. */
export const checkNote = (note: string | null): readonly RuleProblem[] => {
  const message = noteRule(note);
  return message === null ? [] : [{ path: 'note', message }];
};
