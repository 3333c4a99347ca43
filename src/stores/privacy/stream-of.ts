import type { Collection, Filter, FindOptions, WithId } from 'mongodb';

import { streamInChunks } from '../../domain/facts/in-chunks.js';

/** How many documents are looked at or removed at once: memory does not grow with what somebody did. */
const AT_ONCE = 1_000;

/**
 * Documents in lists of bounded length, read where they are written, whatever the connection string prefers: a copy that lags behind would leave
 * some of them out, and they would stay. A large document may count for several.
 */
export const streamOf = <D extends { _id: string }>(
  collection: Collection<D>,
  filter: Filter<D>,
  options: Pick<FindOptions, 'projection' | 'sort'>,
  sizeOf?: (document: WithId<D>) => number,
): AsyncIterable<readonly WithId<D>[]> => streamInChunks(collection.find(filter, { ...options, readPreference: 'primary', batchSize: AT_ONCE }), AT_ONCE, sizeOf);
