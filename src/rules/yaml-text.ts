import { LineCounter, parseDocument, type Document, type Node } from 'yaml';
import { findAnchoredNodes, type AnchoredNodes } from './anchored-nodes.js';
import type { RuleFileProblem } from './problem.js';

/** A text read as YAML: its nodes with their places, and what is wrong with it as YAML. */
export interface YamlText {
  /** Null when the text holds nothing, or is broken beyond reading. */
  readonly root: Node | null;
  readonly anchors: AnchoredNodes;
  readonly problems: readonly RuleFileProblem[];
  /** 1-based line and column of an offset. */
  position(offset: number): { line: number; column: number };
}

/**
 * `failsafe` keeps every scalar as the text that was written, so that ids like 00123 and prices like 5.00 stay whole. Unique keys are
 * checked by our own reader in linear time.
 */
const OPTIONS = { schema: 'failsafe', stringKeys: true, uniqueKeys: false, prettyErrors: false, logLevel: 'error' } as const;

const NO_ANCHORS: AnchoredNodes = { refusal: null, target: () => null };

interface ParsedText {
  readonly document: Document.Parsed;
  readonly anchors: AnchoredNodes;
}

/** The library notes what is wrong with a text, and throws only when nesting exhausts the stack, by whatever error comes up first. */
const parse = (text: string, lineCounter: LineCounter): ParsedText | null => {
  try {
    const document = parseDocument(text, { ...OPTIONS, lineCounter });
    return { document, anchors: findAnchoredNodes(document) };
  } catch {
    return null;
  }
};

const plainMessage = (code: string, message: string): string =>
  code === 'MULTIPLE_DOCS' ? 'a second document (---) starts here: a rules file holds one' : message;

/** Reads a text as YAML. Never throws for what the text holds. */
export const readYaml = (raw: string): YamlText => {
  const text = raw.startsWith('\uFEFF') ? raw.slice(1) : raw;
  const lines = new LineCounter();
  const parsed = parse(text, lines);
  const position = (offset: number): { line: number; column: number } => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const errorAt = (offset: number, message: string): RuleFileProblem => ({ ...position(offset), path: '', message, severity: 'error' });

  if (parsed === null) {
    const problem: RuleFileProblem = { line: 1, column: 1, path: '', message: 'the file is nested too deeply', severity: 'error' };
    return { root: null, anchors: NO_ANCHORS, problems: [problem], position };
  }
  const { document, anchors } = parsed;
  const problems = [...document.errors, ...document.warnings].map(({ code, message, pos }) =>
    errorAt(pos[0], plainMessage(code, message)),
  );
  if (anchors.refusal !== null) problems.push(errorAt(anchors.refusal.alias.range?.[0] ?? 0, anchors.refusal.message));
  return { root: anchors.refusal === null ? document.contents : null, anchors, problems, position };
};
