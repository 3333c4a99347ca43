import { isMap, isNode, isScalar, type Node, type Pair } from 'yaml';
import { didYouMean } from './did-you-mean.js';
import { quoted } from './problem.js';
import type { Field, RuleSource } from './rule-source.js';

/** Reads one value; undefined, with the problem noted, when it is wrong. */
export type Reader<T> = (source: RuleSource, field: Field) => T | undefined;

/** The keys of a mapping and their values. */
export interface Fields<K extends string> {
  readonly path: string;
  /** The value of a key; undefined when it is absent, null, or wrong (which was noted). */
  read<T>(key: K, reader: Reader<T>): T | undefined;
  /** The same, and an absent key is a problem; `hint` says what to write. */
  require<T>(key: K, reader: Reader<T>, hint: string): T | undefined;
  /** Whether the key was given, right or wrong. */
  has(key: K): boolean;
}

const isNull = (node: Node | null): boolean =>
  isScalar(node) && node.type === 'PLAIN' && (node.value === 'null' || node.value === '~');

const isBlank = (node: unknown): boolean => node === null || (isScalar(node) && node.type === 'PLAIN' && node.value === '');

const joined = (path: string, key: string): string => (path === '' ? key : `${path}.${key}`);

const keyOf = ({ key }: Pair<unknown, unknown>): { text: string; offset: number } | null =>
  isScalar(key) ? { text: String(key.value), offset: key.range?.[0] ?? 0 } : null;

const isKnown = <K extends string>(keys: readonly K[], key: string): key is K => keys.some((known) => known === key);

/** How the keys of a mapping are checked. */
export interface KeyRules {
  /** Keys that start like this hold nothing of ours and are passed over. */
  readonly passOver?: string;
  /** Whether a key without a value is as good as absent; else it is a problem. */
  readonly allowBlank?: boolean;
}

const collect = <K extends string>(
  source: RuleSource,
  path: string,
  pairs: readonly Pair<unknown, unknown>[],
  keys: readonly K[],
  { passOver, allowBlank = false }: KeyRules,
): Map<K, Field> => {
  const found = new Map<K, Field>();
  for (const pair of pairs) {
    const key = keyOf(pair);
    if (key === null || (passOver !== undefined && key.text.startsWith(passOver))) continue;
    const at = joined(path, key.text);
    if (!isKnown(keys, key.text)) {
      source.reportAt(key.offset, path, `unknown key ${quoted(key.text)}${didYouMean(key.text, keys) || `; known are ${keys.join(', ')}`}`);
    } else if (found.has(key.text)) {
      source.reportAt(key.offset, at, `${key.text} is given twice`);
    } else {
      const field = source.field(isNode(pair.value) ? pair.value : null, at);
      const blank = isBlank(pair.value);
      if (!isNull(field.node) && !(allowBlank && blank)) found.set(key.text, field);
      if (blank && !allowBlank) source.complain(at, `has no value: give it one, or leave the key out`);
    }
  }
  return found;
};

/** Reads a mapping whose keys are known; every unknown, repeated or empty key is noted. Null when it is no mapping. */
export const readFields = <K extends string>(
  source: RuleSource,
  field: Field,
  keys: readonly K[],
  keyRules: KeyRules = {},
): Fields<K> | null => {
  const { node, path } = field;
  if (node === null) return null;
  if (!isMap(node)) {
    source.complain(path, `must be a mapping with keys such as ${keys.slice(0, 3).join(', ')}`);
    return null;
  }
  const found = collect(source, path, node.items, keys, keyRules);
  const read = <T>(key: K, reader: Reader<T>): T | undefined => {
    const value = found.get(key);
    return value === undefined || value.node === null || isBlank(value.node) ? undefined : reader(source, value);
  };
  return {
    path,
    read,
    has: (key) => found.has(key),
    require: (key, reader, hint) => {
      if (!found.has(key)) source.complain(joined(path, key), `is missing: ${hint}`);
      return read(key, reader);
    },
  };
};
