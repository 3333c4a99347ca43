import { isDoc, type Doc } from '../bson/document.js';
import { CommandError } from '../errors.js';
import { MISSING } from '../query/order-key.js';
import { isArrayIndex, type Path } from '../query/path.js';

const MAX_PADDING = 1_500_000;

/** The object or array that directly holds a path's last component. */
type Holder = Doc | unknown[];

function notViable(component: string, path: Path): CommandError {
  return new CommandError('PathNotViable', `Cannot create field '${component}' in element of path '${path.join('.')}'`);
}

function read(holder: Holder, component: string): unknown {
  if (!Array.isArray(holder)) return Object.hasOwn(holder, component) ? holder[component] : MISSING;
  const element: unknown = isArrayIndex(component) ? holder[Number(component)] : undefined;
  return element === undefined ? MISSING : element;
}

function write(holder: Holder, component: string, value: unknown, path: Path): void {
  if (!Array.isArray(holder)) {
    Object.defineProperty(holder, component, { value, enumerable: true, configurable: true, writable: true });
    return;
  }
  if (!isArrayIndex(component)) throw notViable(component, path);
  const position = Number(component);
  if (position > holder.length + MAX_PADDING) {
    throw new CommandError('BadValue', `can't backfill array to larger than ${String(MAX_PADDING)} elements`);
  }
  while (holder.length < position) holder.push(null);
  holder[position] = value;
}

function asHolder(value: unknown): Holder | undefined {
  return Array.isArray(value) || isDoc(value) ? value : undefined;
}

/** The value at an exact path (array positions by number), or `MISSING`. */
export function valueAt(doc: Doc, path: Path): unknown {
  let current: unknown = doc;
  for (const component of path) {
    const holder = asHolder(current);
    if (holder === undefined) return MISSING;
    current = read(holder, component);
  }
  return current;
}

/**
 * Sets the value at a path, making the documents on the way.
 * @throws CommandError PathNotViable where something on the way is neither a document nor the right array position.
 */
export function setAt(doc: Doc, path: Path, value: unknown): void {
  let holder: Holder = doc;
  for (const [at, component] of path.slice(0, -1).entries()) {
    let child = read(holder, component);
    if (child === MISSING) {
      child = {};
      write(holder, component, child, path);
    }
    const next = asHolder(child);
    if (next === undefined) throw notViable(path[at + 1] ?? '', path);
    holder = next;
  }
  write(holder, path.at(-1) ?? '', value, path);
}

/** Removes the field at a path if it is there; an array element becomes null, as in MongoDB. */
export function unsetAt(doc: Doc, path: Path): void {
  const holder = asHolder(path.length === 1 ? doc : valueAt(doc, path.slice(0, -1)));
  const last = path.at(-1) ?? '';
  if (holder === undefined || read(holder, last) === MISSING) return;
  if (Array.isArray(holder)) holder[Number(last)] = null;
  else Reflect.deleteProperty(holder, last);
}
