/** Text that every reader of YAML takes for text: it begins with a letter, ends without space, and holds nothing that means something. */
const PLAIN = /^\p{L}([\p{L}\p{N} _.\/()'’–—%+;=-]*[\p{L}\p{N}_.\/()'’%+-])?$/u;

/** The same outside of brackets, where more stands for nothing but itself. */
const PLAIN_PROSE = /^\p{L}([\p{L}\p{N} _.,\/()'’"„“”–—%+;=!?&£€$-]*[\p{L}\p{N}_.,\/()'’"“”%+!?£€$-])?$/u;

/** Words that some reader of YAML takes for something else than text. */
const TAKEN: ReadonlySet<string> = new Set(['null', 'true', 'false', 'yes', 'no', 'on', 'off', 'y', 'n', 'inf', 'nan']);

/** What is not seen, or not seen as what it is: everything but letters, digits, signs and the common space. */
const UNSEEN = /[\p{C}\p{Zl}\p{Zp}\p{Zs}]/gu;

const escaped = (character: string): string => {
  if (character === ' ') return character;
  const point = character.codePointAt(0) ?? 0;
  return point > 0xffff ? `\\U${point.toString(16).padStart(8, '0')}` : `\\u${point.toString(16).padStart(4, '0')}`;
};

/** Text in double quotes, in one line; what is not seen is escaped. JSON's escapes are YAML's too. */
export const quotedScalar = (text: string): string => JSON.stringify(text).replace(UNSEEN, escaped);

/** Text as a single value: as it stands where every reader of YAML gives it back, else in double quotes. */
export const textScalar = (text: string): string => scalar(text, PLAIN);

const scalar = (text: string, plain: RegExp): string => (plain.test(text) && !TAKEN.has(text.toLowerCase()) ? text : quotedScalar(text));

const isPlainLine = (line: string): boolean => !/[\p{C}\p{Zl}\p{Zp}]/u.test(line) && line === line.trimEnd();

/** Whether text reads better over several lines, and comes back from them as it is: visible, without space around it or at the end of lines. */
const isLines = (text: string): boolean => text.includes('\n') && text === text.trim() && text.split('\n').every(isPlainLine);

/** Text for people outside of brackets, over several lines where it has several; `indent` is that of the key. */
export const proseScalar = (text: string, indent: string): string =>
  isLines(text)
    ? ['|-', ...text.split('\n').map((line) => (line === '' ? '' : `${indent}  ${line}`))].join('\n')
    : scalar(text, PLAIN_PROSE);

/** A date where the instant is a midnight (UTC), else a time. */
export const instantScalar = (instant: Date): string =>
  instant.toISOString().replace(/T00:00:00\.000Z$/, '').replace(/\.000Z$/, 'Z');
