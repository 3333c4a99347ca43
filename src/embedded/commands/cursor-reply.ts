import { encodedDocument, encodedDouble, encodedInt64, encodedString, spliceArray, spliceDocument } from '../bson/splice.js';
import type { Batch } from './cursors.js';

/** The reply of `find`, `getMore` and the like, made of encoded documents without decoding them. */
export function cursorReply(namespace: string, field: 'firstBatch' | 'nextBatch', batch: Batch): Buffer {
  const cursor = spliceDocument([[field, spliceArray(batch.documents)], ['id', encodedInt64(batch.cursorId)], ['ns', encodedString(namespace)]]);
  return spliceDocument([['cursor', encodedDocument(cursor)], ['ok', encodedDouble(1)]]);
}
