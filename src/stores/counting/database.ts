import type { Document } from 'mongodb';

/** The stages of an aggregation, as the database is told them. */
export type Pipeline = readonly Document[];

/** An index of a collection that is made for a run. */
export interface StagedIndex {
  readonly key: Readonly<Record<string, 1>>;
  /** Documents are removed by themselves when the time in the indexed field is so many seconds ago. */
  readonly expireAfterSeconds?: number;
  /** Documents without the field are left out. */
  readonly sparse?: boolean;
}

/** A change of one document by its key. */
export interface Change {
  readonly id: string;
  readonly set: Document;
}

/** What counting asks of a database: aggregations over collections, and collections of its own. */
export interface AggregatingDatabase {
  /** The answer of an aggregation, read as it comes. */
  stream<T>(collection: string, pipeline: Pipeline): AsyncIterable<T>;
  /** Writes the answer of an aggregation into a collection, by key; what has the key already is replaced. */
  merge(collection: string, pipeline: Pipeline, into: string): Promise<void>;
  change(collection: string, changes: readonly Change[]): Promise<void>;
  /** Makes an empty collection, spread over the machines where there are several. */
  create(collection: string, indexes: readonly StagedIndex[]): Promise<void>;
  /** Dropping what is not there is no error. */
  drop(collection: string): Promise<void>;
  insert(collection: string, documents: readonly Document[]): Promise<void>;
  collectionsNamed(prefix: string): Promise<readonly string[]>;
}
