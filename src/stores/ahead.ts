import type { FindCursor } from 'mongodb';

/**
 * The documents of a cursor as they arrive, a batch at a time; the next batch is under way while one is worked on. At most two batches are in memory.
 * Whoever stops early closes the cursor.
 */
export async function* ahead<D>(cursor: FindCursor<D>): AsyncGenerator<readonly D[]> {
  let arriving = cursor.hasNext();
  try {
    while (await arriving) {
      const batch = cursor.readBufferedDocuments();
      arriving = cursor.hasNext();
      // Its failure is thrown when it is waited for; until then it is nobody's.
      arriving.catch(() => undefined);
      yield batch;
    }
  } finally {
    await arriving.catch(() => undefined);
    await cursor.close();
  }
}
