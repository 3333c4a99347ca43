import { decodeExact, encode, isDoc, numberOf, type Doc } from '../bson/document.js';
import { CommandError } from '../errors.js';
import { rawInclusion, type Kept as Tree } from './raw-projection.js';

/** Shapes a decoded document; undefined stands for "as it is". */
export type Projection = ((doc: Doc) => Doc) | undefined;

/** Shapes an encoded document; undefined stands for "as it is". */
export type RawProjection = ((raw: Buffer) => Buffer) | undefined;

/** What a projection names, all of it to be kept or all of it to be left out. */
interface Naming {
  readonly inclusion: boolean;
  readonly tree: Tree;
}

function flagOf(name: string, value: unknown): boolean {
  if (typeof value === 'boolean') return value;
  const number = numberOf(value);
  if (number === undefined) {
    throw new CommandError('BadValue', `the embedded store supports only inclusion and exclusion in projections (field '${name}')`);
  }
  return number !== 0;
}

function collision(name: string): CommandError {
  return new CommandError('Location31249', `Path collision at ${name}`);
}

function grow(tree: Tree, name: string): void {
  const path = name.split('.');
  const last = path.pop() ?? '';
  let node = tree;
  for (const component of path) {
    const child = node.get(component) ?? new Map<string, Tree | true>();
    if (child === true) throw collision(name);
    node.set(component, child);
    node = child;
  }
  if (node.has(last)) throw collision(name);
  node.set(last, true);
}

function treeOf(names: readonly string[]): Tree {
  const tree: Tree = new Map();
  for (const name of names) {
    if (name === '' || name.split('.').some((part) => part === '' || part.startsWith('$'))) {
      throw new CommandError('BadValue', `the embedded store does not support the projection path '${name}'`);
    }
    grow(tree, name);
  }
  return tree;
}

function includeIn(value: unknown, tree: Tree): unknown {
  if (Array.isArray(value)) return value.map((element: unknown) => includeIn(element, tree)).filter((element) => element !== undefined);
  if (!isDoc(value)) return undefined;
  const out: Doc = {};
  for (const [name, field] of Object.entries(value)) {
    const node = tree.get(name);
    const kept = node === true ? field : node === undefined ? undefined : includeIn(field, node);
    if (kept !== undefined) out[name] = kept;
  }
  return out;
}

function excludeFrom(value: unknown, tree: Tree): unknown {
  if (Array.isArray(value)) return value.map((element: unknown) => excludeFrom(element, tree));
  if (!isDoc(value)) return value;
  const out: Doc = {};
  for (const [name, field] of Object.entries(value)) {
    const node = tree.get(name);
    if (node !== true) out[name] = node === undefined ? field : excludeFrom(field, node);
  }
  return out;
}

function shaping({ inclusion, tree }: Naming): (doc: Doc) => Doc {
  const shape = inclusion ? includeIn : excludeFrom;
  return (doc) => {
    const shaped = shape(doc, tree);
    return isDoc(shaped) ? shaped : {};
  };
}

function namingOf(spec: Doc): Naming | undefined {
  const flags = Object.entries(spec).map(([name, value]) => ({ name, keep: flagOf(name, value) }));
  const named = flags.filter(({ name }) => name !== '_id');
  const id = flags.find(({ name }) => name === '_id');
  const inclusion = named[0]?.keep ?? id?.keep;
  if (inclusion === undefined) return undefined;
  const odd = named.find(({ keep }) => keep !== inclusion);
  if (odd !== undefined) {
    throw inclusion ? new CommandError('Location31254', `Cannot do exclusion on field ${odd.name} in inclusion projection`) : new CommandError('Location31253', `Cannot do inclusion on field ${odd.name} in exclusion projection`);
  }
  const names = named.map(({ name }) => name);
  const partOfId = names.some((name) => name.startsWith('_id.'));
  if (inclusion) return { inclusion, tree: treeOf(id?.keep === false || (id === undefined && partOfId) ? names : ['_id', ...names]) };
  return { inclusion, tree: treeOf(id?.keep === false ? [...names, '_id'] : names) };
}

/**
 * Reads a projection: all inclusions or all exclusions; `_id` may differ.
 * @throws CommandError 31253 or 31254 for a mixture, BadValue for expressions and array operators.
 */
export function parseProjection(spec: Doc): Projection {
  const naming = namingOf(spec);
  return naming === undefined ? undefined : shaping(naming);
}

/**
 * Reads a projection for documents as they are stored.
 * @throws CommandError as `parseProjection` does
 */
export function parseRawProjection(spec: Doc): RawProjection {
  const naming = namingOf(spec);
  if (naming === undefined) return undefined;
  const thorough = shaping(naming);
  const fast = naming.inclusion ? rawInclusion(naming.tree) : undefined;
  return (raw) => fast?.(raw) ?? encode(thorough(decodeExact(raw)));
}
