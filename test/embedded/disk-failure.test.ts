import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MongoClient } from 'mongodb';
import { Cursors } from '../../src/embedded/commands/cursors.js';
import { Namespaces } from '../../src/embedded/engine/namespaces.js';
import { Log } from '../../src/embedded/log/log.js';
import { encodeRecord } from '../../src/embedded/log/record.js';
import { openListener, type Listener } from '../../src/embedded/wire/listener.js';
import { refusal } from './running-store.js';

// Linux has a device on which every write fails as on a full disk.
const FULL_DISK = '/dev/full';
const available = existsSync(FULL_DISK);
if (!available) console.warn(`skipped: there is no ${FULL_DISK} here to stand for a full disk`);

describe.runIf(available)('a full disk', () => {
  let listener: Listener | undefined;
  let client: MongoClient | undefined;

  beforeAll(async () => {
    const marker = Buffer.from('mark');
    const log = new Log(FULL_DISK, 0, marker);
    listener = await openListener(0);
    listener.serve({
      store: new Namespaces(),
      cursors: new Cursors(),
      journal: {
        get failure() { return log.failure; },
        compact: () => Promise.resolve(),
        commit: (changes, durable) => (changes.list.length === 0 ? Promise.resolve() : log.append(encodeRecord(marker, changes.list), durable)),
      },
    });
    client = new MongoClient(`mongodb://127.0.0.1:${String(listener.port)}/?directConnection=true`);
  });

  afterAll(async () => {
    await client?.close();
    await listener?.close();
  });

  it('is an error for every writer of the group, and from then on for everyone', async () => {
    const things = (client ?? new MongoClient('mongodb://127.0.0.1:1')).db('shop').collection('things');
    expect(await things.countDocuments()).toBe(0);
    const errors = await Promise.all([refusal(things.insertOne({ a: 1 })), refusal(things.insertOne({ a: 2 }, { writeConcern: { j: true } }))]);
    expect(errors.map(({ code, codeName }) => [code, codeName])).toEqual([[14031, 'OutOfDiskSpace'], [14031, 'OutOfDiskSpace']]);
    expect((await refusal(things.countDocuments())).codeName).toBe('OutOfDiskSpace');
    expect((await refusal(things.insertOne({ a: 3 }))).codeName).toBe('OutOfDiskSpace');
    expect((await refusal((client ?? new MongoClient('mongodb://127.0.0.1:1')).db('shop').command({ ping: 1 }))).codeName).toBe('OutOfDiskSpace');
  });
});
