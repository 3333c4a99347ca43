import { isAlias, type Node } from 'yaml';
import type { RuleFileProblem, Severity } from './problem.js';
import type { YamlText } from './yaml-text.js';

/** A value of the file and where it stands; null where the value is missing or was refused. */
export interface Field {
  readonly node: Node | null;
  /** `rules[3].when.products[1]` */
  readonly path: string;
}

/** A product that the file names. */
export interface ProductReference {
  readonly productId: string;
  readonly path: string;
  readonly line: number;
  readonly column: number;
}

/** What reading has found so far. The readers of single values write to it, so that every mistake of a file is found in one go. */
export interface RuleSource {
  /** A value at a path; its place in the text is remembered, and an alias is followed. */
  field(node: Node | null, path: string): Field;
  /** Notes a problem at a path, or at the closest place around it that the file holds. */
  report(path: string, message: string, severity?: Severity): void;
  /** The same, for a sentence whose subject is the last part of the path: "is empty". */
  complain(path: string, predicate: string, severity?: Severity): void;
  /** Notes a problem at an offset of the text. */
  reportAt(offset: number, path: string, message: string): void;
  /** Whether an error was noted at exactly this path. */
  isWrong(path: string): boolean;
  /** Notes an error when `key` was claimed before, naming the first line. */
  claim(key: string, path: string, what: string): void;
  /** Remembers a product that the file names. */
  nameProduct(productId: string, path: string): void;
  readonly problems: readonly RuleFileProblem[];
  readonly products: readonly ProductReference[];
}

const enclosing = (path: string): string => path.slice(0, Math.max(path.lastIndexOf('.'), path.lastIndexOf('['), 0));

const subjectOf = (path: string): string => (path === '' ? 'the file' : path.slice(path.lastIndexOf('.') + 1));

/** Starts reading a text. */
export const createRuleSource = ({ position, anchors }: YamlText): RuleSource => {
  const offsets = new Map<string, number>([['', 0]]);
  const claimed = new Map<string, number>();
  const problems: RuleFileProblem[] = [];
  const products: ProductReference[] = [];
  const wrong = new Set<string>();

  const placeOf = (path: string): { line: number; column: number } => {
    let known = path;
    while (!offsets.has(known)) known = enclosing(known);
    return position(offsets.get(known) ?? 0);
  };
  const note = (problem: RuleFileProblem): void => {
    problems.push(problem);
    if (problem.severity === 'error') wrong.add(problem.path);
  };
  const report: RuleSource['report'] = (path, message, severity = 'error') => note({ ...placeOf(path), path, message, severity });

  return {
    problems,
    products,
    report,
    complain: (path, predicate, severity) => report(path, `${subjectOf(path)} ${predicate}`, severity),
    reportAt: (offset, path, message) => note({ ...position(offset), path, message, severity: 'error' }),
    isWrong: (path) => wrong.has(path),
    field: (node, path) => {
      if (node?.range) offsets.set(path, node.range[0]);
      if (!isAlias(node)) return { node, path };
      const target = anchors.target(node);
      if (target === null) report(path, `*${node.source} stands for nothing: no &${node.source} before it`);
      return { node: target, path };
    },
    claim: (key, path, what) => {
      const first = claimed.get(key);
      if (first === undefined) claimed.set(key, placeOf(path).line);
      else report(path, `${what} stands in line ${first} already`);
    },
    nameProduct: (productId, path) => products.push({ productId, path, ...placeOf(path) }),
  };
};
