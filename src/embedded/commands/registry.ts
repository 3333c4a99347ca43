import { listCollections, drop, dropDatabase } from './collections.js';
import { compact } from './compact.js';
import type { CommandHandler } from './context.js';
import { aggregateCount, count } from './count.js';
import { deleteDocuments } from './delete.js';
import { distinct } from './distinct.js';
import { find, getMore, killCursors } from './find.js';
import { findAndModify } from './find-and-modify.js';
import { acknowledge, buildInfo, hello } from './handshake.js';
import { createIndexes, listIndexes } from './indexes.js';
import { insert } from './insert.js';
import { update } from './update.js';

/** Every command there is; all others are answered with CommandNotFound. */
export const COMMANDS: ReadonlyMap<string, CommandHandler> = new Map<string, CommandHandler>([
  ['hello', hello],
  ['isMaster', hello],
  ['ismaster', hello],
  ['ping', acknowledge],
  ['endSessions', acknowledge],
  ['buildInfo', buildInfo],
  ['buildinfo', buildInfo],
  ['find', find],
  ['getMore', getMore],
  ['killCursors', killCursors],
  ['count', count],
  ['aggregate', aggregateCount],
  ['distinct', distinct],
  ['insert', insert],
  ['update', update],
  ['delete', deleteDocuments],
  ['findAndModify', findAndModify],
  ['findandmodify', findAndModify],
  ['createIndexes', createIndexes],
  ['listIndexes', listIndexes],
  ['listCollections', listCollections],
  ['drop', drop],
  ['dropDatabase', dropDatabase],
  ['compact', compact],
]);
