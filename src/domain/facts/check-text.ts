import { problem, type Problem } from './problem.js';

const LONGEST_ID = 128;
const CONTROL_OR_BROKEN = /[\p{Cc}\p{Cs}]/u;
const RESERVED: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/** Whether a name could reach into an object's prototype; such names are never keys or ids here. */
export const isReservedName = (name: string): boolean => RESERVED.has(name);

const idRule = (value: unknown): string | null => {
  if (typeof value !== 'string' || value.trim() === '') return 'must be an id (text that is not empty)';
  if (value.length > LONGEST_ID) return `must be an id of at most ${LONGEST_ID} characters`;
  if (CONTROL_OR_BROKEN.test(value)) return 'must be an id without control characters';
  if (value.startsWith('$') || isReservedName(value)) return 'must be an id that is no operator or reserved word';
  return null;
};

/**
 * An id: text of 1 to 128 characters without control characters, no `$` in front, not `__proto__` or its kin.
 * Adds to `found` and answers '' when it is not.
 */
export const checkId = (value: unknown, path: string, found: Problem[]): string => {
  const rule = idRule(value);
  if (rule === null && typeof value === 'string') return value;
  found.push(problem(path, rule ?? 'must be an id', value));
  return '';
};

/** An id that may be absent (null or undefined): null then. */
export const checkOptionalId = (value: unknown, path: string, found: Problem[]): string | null =>
  value === undefined || value === null ? null : checkId(value, path, found);

/** Text for people: not blank, at most `longest` characters, without control characters. Trimmed. */
export const checkText = (value: unknown, path: string, longest: number, found: Problem[]): string => {
  const text = typeof value === 'string' ? value.trim() : '';
  if (text === '' || text.length > longest) found.push(problem(path, `must be text of 1 to ${longest} characters`, value));
  else if (CONTROL_OR_BROKEN.test(text)) found.push(problem(path, 'must be text without control characters', value));
  return text;
};

/** Up to `most` different ids, in the order given; absent means none. */
export const checkIds = (value: unknown, path: string, most: number, found: Problem[]): readonly string[] => {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value) || value.length > most) {
    found.push(problem(path, `must be a list of at most ${most} ids`, value));
    return [];
  }
  return [...new Set(value.map((id: unknown, index) => checkId(id, `${path}[${index}]`, found)))];
};
