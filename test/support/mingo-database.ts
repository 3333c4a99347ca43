import { aggregate } from 'mingo';
import type { Order } from '../../src/domain/facts/order.js';
import type { Interaction } from '../../src/domain/facts/interaction.js';
import { createCountingEngine, type KeepOut } from '../../src/stores/counting/counting-engine.js';
import type { AggregatingDatabase, Pipeline } from '../../src/stores/counting/database.js';

type Document = Record<string, unknown>;

const keyOf = (document: Document): string => JSON.stringify(document['_id']);

/** A database in memory whose aggregations mingo runs. */
export class MingoDatabase implements AggregatingDatabase {
  readonly collections = new Map<string, Map<string, Document>>();
  /** Collections that were ever made, in the order of making. */
  readonly created: string[] = [];

  documentsOf(collection: string): readonly Document[] {
    return [...(this.collections.get(collection)?.values() ?? [])];
  }

  async *stream<T>(collection: string, pipeline: Pipeline): AsyncIterable<T> {
    // The caller knows what the stages make of the documents.
    for (const document of this.#run(collection, pipeline)) yield document as T;
  }

  async merge(collection: string, pipeline: Pipeline, into: string): Promise<void> {
    await this.insert(into, this.#run(collection, pipeline));
  }

  async change(collection: string, changes: readonly { readonly id: string; readonly set: object }[]): Promise<void> {
    for (const { id, set } of changes) Object.assign(this.collections.get(collection)?.get(JSON.stringify(id)) ?? {}, set);
  }

  async create(collection: string): Promise<void> {
    this.created.push(collection);
    this.collections.set(collection, new Map());
  }

  async drop(collection: string): Promise<void> {
    this.collections.delete(collection);
  }

  async insert(collection: string, documents: readonly object[]): Promise<void> {
    const held = this.collections.get(collection) ?? new Map<string, Document>();
    this.collections.set(collection, held);
    for (const document of documents as readonly Document[]) held.set(keyOf(document), document);
  }

  async collectionsNamed(prefix: string): Promise<readonly string[]> {
    return [...this.collections.keys()].filter((name) => name.startsWith(prefix));
  }

  #run(collection: string, pipeline: Pipeline): Document[] {
    return this.aggregate(structuredClone(this.documentsOf(collection)) as Document[], [...pipeline] as Document[]);
  }

  protected aggregate(documents: Document[], pipeline: Document[]): Document[] {
    return aggregate(documents, pipeline) as Document[];
  }
}

const longestList = (value: unknown): number => {
  if (typeof value !== 'object' || value === null) return 0;
  return Math.max(Array.isArray(value) ? value.length : 0, ...Object.values(value).map(longestList));
};

/** One whose documents end at lists of so many, within aggregations too, as MongoDB's do at 16 MB. */
export class BoundedDatabase extends MingoDatabase {
  readonly #most: number;

  constructor(shop: Parameters<typeof databaseOf>[0], most: number) {
    super();
    this.#most = most;
    for (const [name, documents] of databaseOf(shop).collections) this.collections.set(name, documents);
  }

  override async insert(collection: string, documents: readonly object[]): Promise<void> {
    this.#check(documents);
    await super.insert(collection, documents);
  }

  protected override aggregate(documents: Document[], pipeline: Document[]): Document[] {
    return pipeline.reduce((before, stage) => {
      const after = super.aggregate(before, [stage]);
      this.#check(after);
      return after;
    }, documents);
  }

  #check(documents: readonly object[]): void {
    for (const document of documents) if (longestList(document) > this.#most) throw new Error('BSONObj size is invalid');
  }
}

/** A database in memory that holds a shop's orders and interactions as they are stored. */
export const databaseOf = ({ orders, interactions }: { readonly orders: readonly Order[]; readonly interactions: readonly Interaction[] }): MingoDatabase => {
  const database = new MingoDatabase();
  const stored = (facts: readonly { readonly id: string }[]): Map<string, Document> =>
    new Map(facts.map(({ id, ...rest }) => [JSON.stringify(id), { _id: id, ...rest }]));
  database.collections.set('orders', stored(orders)).set('interactions', stored(interactions));
  return database;
};

/** Counts on a database in memory. */
export const engineOn = (database: AggregatingDatabase, now: () => Date = () => new Date(), keepOut: KeepOut = async () => undefined, most?: number) =>
  createCountingEngine(() => ({ database, close: async () => undefined }), now, keepOut, most);
