import { isNode, isScalar, isSeq } from 'yaml';
import type { Reader } from './read-fields.js';
import type { Field, RuleSource } from './rule-source.js';

const itemNodes = ({ node }: Field): readonly unknown[] | null => {
  if (isScalar(node)) return [node];
  return isSeq(node) ? node.items : null;
};

const readItems = <T>(source: RuleSource, field: Field, nodes: readonly unknown[], reader: Reader<T>): T[] =>
  nodes.flatMap((node, at) => {
    const path = isSeq(field.node) ? `${field.path}[${at}]` : field.path;
    const value = reader(source, source.field(isNode(node) ? node : null, path));
    return value === undefined ? [] : [value];
  });

const withoutRepeats = <T>(source: RuleSource, path: string, values: readonly T[]): readonly T[] => {
  const once = new Set(values);
  if (once.size < values.length) source.complain(path, 'lists a value more than once', 'warning');
  return [...once];
};

/** A list of values, each once; a value that stands alone is a list of one. Wrong values are noted and left out. */
export const readList =
  <T>(reader: Reader<T>): Reader<readonly T[]> =>
  (source, field) => {
    if (field.node === null) return undefined;
    const nodes = itemNodes(field);
    if (nodes === null) source.complain(field.path, 'must be a list such as [one, two]');
    else if (nodes.length === 0) source.complain(field.path, 'is an empty list: name at least one, or leave the key out');
    else return withoutRepeats(source, field.path, readItems(source, field, nodes, reader));
    return undefined;
  };

/** The entries of a section such as `rules`; an empty list is fine. */
export const readEntries =
  <T>(reader: Reader<T>): Reader<readonly T[]> =>
  (source, field) => {
    if (field.node === null) return undefined;
    if (isSeq(field.node)) return readItems(source, field, field.node.items, reader);
    source.complain(field.path, 'must be a list: start each entry with "- "');
    return undefined;
  };
