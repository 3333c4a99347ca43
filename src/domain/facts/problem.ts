/** One thing that is wrong with a fact. */
export interface Problem {
  /** Where, in the words of the public contract: `lines[2].quantity`. */
  readonly path: string;
  /** What must hold there, free of the value given, so that problems can be counted by it. */
  readonly rule: string;
  /** What was given, shortened and safe to print. */
  readonly given: string;
  /** The whole sentence: path, rule and what was given. */
  readonly message: string;
}

const LONGEST_SHOWN = 60;

/** Values nested thousands deep, holding themselves or big integers cannot be written as JSON. */
const asJson = (value: object): string => {
  try {
    return JSON.stringify(value);
  } catch {
    return 'a nested value';
  }
};

const asText = (value: unknown): string => {
  if (value === undefined || value === null) return 'nothing';
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? 'an invalid date' : value.toISOString();
  if (typeof value === 'string') return JSON.stringify(value.slice(0, LONGEST_SHOWN));
  return typeof value === 'object' ? asJson(value) : String(value);
};

/** A value as an error message shows it: one line, at most 60 characters, control characters escaped. */
export const shown = (value: unknown): string => {
  const text = asText(value);
  return text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN - 1)}…` : text;
};

/** A problem at `path`: `rule` says what must hold ("must be a date"), `value` is what was given instead. */
export const problem = (path: string, rule: string, value: unknown): Problem => {
  const given = shown(value);
  return { path, rule, given, message: `${path} ${rule}, got ${given}` };
};
