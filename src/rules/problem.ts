/** Something about a rules file that its author should know; errors keep it from being applied, warnings do not. */
export interface RuleFileProblem {
  /** 1-based. */
  readonly line: number;
  /** 1-based, in UTF-16 code units. */
  readonly column: number;
  /** Where in the file's structure: `rules[3].when.products[1]`; empty for the file as a whole. */
  readonly path: string;
  readonly message: string;
  readonly severity: Severity;
}

export type Severity = 'error' | 'warning';

/** One line in the form that editors and terminals make clickable: `file:line:column: error: message (path)`. */
export const formatProblem = (fileName: string, { line, column, path, message, severity }: RuleFileProblem): string =>
  `${fileName}:${line}:${column}: ${severity}: ${message}${path === '' ? '' : ` (${path})`}`;

/** The order in which a reader meets them: by line, then column, then text. */
export const inFileOrder = (problems: readonly RuleFileProblem[]): readonly RuleFileProblem[] =>
  [...problems].sort(
    (a, b) => a.line - b.line || a.column - b.column || Number(a.message > b.message) - Number(a.message < b.message),
  );

/** Text of the file inside a message: quoted, in one line, and cut when long. */
export const quoted = (text: string): string => JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text);
