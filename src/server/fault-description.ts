/** What the log keeps of an error: enough to find the place, nothing of a customer. */
export interface FaultDescription {
  readonly name: string;
  readonly code?: string | number;
  readonly message: string;
  /** Where it was thrown, innermost first, without the message that a stack begins with. */
  readonly frames: readonly string[];
  readonly cause?: FaultDescription;
}

const MAX_MESSAGE = 500;
const TOO_LONG = 4_000;
const MAX_FRAMES = 12;
const MAX_CAUSES = 3;

/**
 * Describes an error for the log. Messages of drivers and parsers quote what they were given, so whatever looks like data is blotted out:
 * quoted text, documents in braces, addresses, tokens, credentials in URLs, and every value in `personal`.
 * `describeFault(new Error('no "anna@shop.example"'))` has the message `no "…"`.
 */
export function describeFault(error: unknown, personal: readonly string[] = [], depth = 0): FaultDescription {
  if (!(error instanceof Error)) return { name: typeof error, message: 'A value that is not an error was thrown', frames: [] };
  const code = codeOf(error);
  const cause = depth < MAX_CAUSES && error.cause instanceof Error ? error.cause : null;
  return {
    name: /^\w{1,60}$/.test(error.name) ? error.name : 'Error',
    ...(code === null ? {} : { code }),
    message: blot(error.message, personal),
    frames: framesOf(error),
    ...(cause === null ? {} : { cause: describeFault(cause, personal, depth + 1) }),
  };
}

/** Blots out of a text whatever looks like data, and the given values. */
export function blot(text: string, personal: readonly string[] = []): string {
  if (text.length > TOO_LONG) return 'A message too long to keep';
  const known = personal.reduce((left, value) => (value === '' ? left : left.replaceAll(value, '…')), text);
  return DATA_LIKE.reduce((left, [pattern, mark]) => left.replace(pattern, mark), known).slice(0, MAX_MESSAGE);
}

const DATA_LIKE: readonly (readonly [RegExp, string])[] = [
  [/\b([a-z][a-z+.-]*):\/\/[^\s"'`]+/gi, '$1://…'],
  [/\beyJ[\w-]+(\.[\w-]+)*/g, '…'],
  [/[^\s"'`<>:=({]+@[^\s"'`<>)}]+/g, '…'],
  [/"[^"]*"/g, '"…"'],
  [/'[^']*'/g, "'…'"],
  [/`[^`]*`/g, '`…`'],
  [/\{.*\}/gs, '{…}'],
  [/\b\d{5,}/g, '…'],
];

const framesOf = (error: Error): string[] =>
  (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at .*:\d+:\d+\)?$/.test(line))
    .slice(0, MAX_FRAMES)
    .map((line) => line.trim());

function codeOf(error: Error): string | number | null {
  const code: unknown = 'code' in error ? error.code : null;
  if (typeof code === 'number') return code;
  return typeof code === 'string' && /^[A-Z][A-Z0-9_]{1,60}$/.test(code) ? code : null;
}
