import { CommandError } from '../errors.js';
import { decodePlain, encode } from '../bson/document.js';
import { parseIndexSpec } from './index-spec.js';
import type { Change, Changes } from './changes.js';
import { Collection } from './collection.js';
import { describeIndex, type IndexSpec } from './collection-index.js';

/** All collections, by `database.collection`. */
export class Namespaces {
  readonly #collections = new Map<string, Collection>();
  readonly #loadedIndexes = new Map<string, Map<string, IndexSpec>>();

  /** The collection, if it exists. */
  find(namespace: string): Collection | undefined {
    return this.#collections.get(namespace);
  }

  /** The collection, made if needed. */
  obtain(namespace: string): Collection {
    const existing = this.#collections.get(namespace);
    if (existing !== undefined) return existing;
    const made = new Collection(namespace);
    this.#collections.set(namespace, made);
    return made;
  }

  /** Drops a collection; false if there was none. */
  drop(namespace: string, changes: Changes): boolean {
    const existed = this.#collections.delete(namespace);
    if (existed) changes.add('drop', namespace);
    return existed;
  }

  /** The collections of one database, by name. */
  inDatabase(database: string): Collection[] {
    return [...this.#collections.values()]
      .filter((collection) => collection.namespace.startsWith(`${database}.`))
      .sort((left, right) => (left.namespace < right.namespace ? -1 : 1));
  }

  /** The total size of all live documents, in bytes. */
  get liveBytes(): number {
    let bytes = 0;
    for (const collection of this.#collections.values()) bytes += collection.bytes;
    return bytes;
  }

  /** Everything there is, as the changes that would make it, in pieces of about `pieceBytes`. */
  *snapshot(pieceBytes: number): Generator<Change> {
    for (const collection of this.#collections.values()) {
      yield { op: 'createIndex', namespace: collection.namespace, docs: collection.indexes.slice(1).map((index) => encode(describeIndex(index.spec))) };
      let piece: Buffer[] = [];
      let size = 0;
      for (const { raw } of collection.records.values()) {
        piece.push(raw);
        size += raw.length;
        if (size < pieceBytes) continue;
        yield { op: 'put', namespace: collection.namespace, docs: piece };
        piece = [];
        size = 0;
      }
      if (piece.length > 0) yield { op: 'put', namespace: collection.namespace, docs: piece };
    }
  }

  /** Replays one logged change; indexes stay empty until `finishLoading`. */
  load(change: Change): void {
    if (change.op === 'drop') {
      this.#collections.delete(change.namespace);
      this.#loadedIndexes.delete(change.namespace);
      return;
    }
    // Even without documents: a snapshot notes an empty collection this way.
    const collection = this.obtain(change.namespace);
    for (const doc of change.docs) {
      if (change.op === 'put') collection.load(doc);
      else if (change.op === 'delete') collection.unload(doc);
      else this.#loadIndex(change.namespace, doc);
    }
  }

  /** Builds the indexes after the whole log was replayed. */
  finishLoading(): void {
    for (const collection of this.#collections.values()) collection.rebuildIndexes([...(this.#loadedIndexes.get(collection.namespace)?.values() ?? [])]);
    this.#loadedIndexes.clear();
  }

  #loadIndex(namespace: string, doc: Buffer): void {
    const spec = parseIndexSpec(decodePlain(doc));
    const specs = this.#loadedIndexes.get(namespace) ?? new Map<string, IndexSpec>();
    this.#loadedIndexes.set(namespace, specs.set(spec.name, spec));
  }
}

/**
 * Joins and checks a namespace.
 * @throws CommandError InvalidNamespace
 */
export function namespaceOf(database: string, collection: unknown): string {
  if (typeof collection !== 'string' || collection === '' || /[$\0]/.test(collection) || collection.startsWith('.') || collection.startsWith('system.')) {
    throw new CommandError('InvalidNamespace', `Invalid namespace specified '${database}.${String(collection)}'`);
  }
  if (database === '' || /[/\\. "$*<>:|?\0]/.test(database)) {
    throw new CommandError('InvalidNamespace', `Invalid database name: '${database}'`);
  }
  return `${database}.${collection}`;
}
