import { closeSync, fsyncSync, openSync, rmSync, write } from 'node:fs';
import { promisify } from 'node:util';
import type { Change } from '../engine/changes.js';
import { generationFile, publishGeneration, syncDirectory } from './generations.js';
import { writeWhole, type Log } from './log.js';
import { encodeRecord, fileHeader } from './record.js';

const SMALL_TAIL_BYTES = 1024 * 1024;
const writeFile = promisify(write);

class NewFile {
  readonly fd: number;
  size = 0;

  constructor(path: string) {
    this.fd = openSync(path, 'w+', 0o600);
  }

  async append(bytes: Buffer): Promise<void> {
    let written = 0;
    while (written < bytes.length) written += (await writeFile(this.fd, bytes, written, bytes.length - written, this.size + written)).bytesWritten;
    this.size += bytes.length;
  }

  appendNow(bytes: Buffer): void {
    writeWhole(this.fd, bytes, this.size);
    this.size += bytes.length;
  }
}

async function fill(file: NewFile, log: Log, snapshot: Iterable<Change>): Promise<void> {
  await file.append(fileHeader(log.marker));
  for (const change of snapshot) await file.append(encodeRecord(log.marker, [change]));
  for (let tail = log.takeTail(); tail.length > 0; tail = log.takeTail()) {
    await file.append(tail);
    if (tail.length < SMALL_TAIL_BYTES) break;
  }
}

// No other code runs between the last flush and the switch, so no record can fall between the two files.
function swap(file: NewFile, log: Log, directory: string, generation: number): void {
  log.flush();
  if (log.failure !== undefined) throw log.failure;
  file.appendNow(log.takeTail());
  fsyncSync(file.fd);
  publishGeneration(directory, generation);
  log.switchTo(file.fd, file.size);
}

// The new file is in use by now: what fails here leaves a superseded file for the next start to remove.
function removeOld(directory: string, generation: number): void {
  try {
    syncDirectory(directory);
    rmSync(generationFile(directory, generation - 1), { force: true });
  } catch (error) {
    process.emitWarning(`the embedded store could not remove a superseded log: ${String(error)}`);
  }
}

/**
 * Writes everything that lives into the next generation's file and goes on there. Writers are served meanwhile: the snapshot may see some
 * of their changes and not others, but all of them follow it as records, and each record says what a document became, so replaying ends in
 * the same state. What was deleted before the call is in no file afterwards.
 * @throws the error of the file system; the old generation then stays in use.
 */
export async function compactLog(log: Log, directory: string, generation: number, snapshot: Iterable<Change>): Promise<void> {
  const path = `${generationFile(directory, generation)}.tmp`;
  const file = new NewFile(path);
  log.startTail();
  try {
    await fill(file, log, snapshot);
    swap(file, log, directory, generation);
  } catch (error) {
    closeSync(file.fd);
    rmSync(path, { force: true });
    throw error;
  } finally {
    log.endTail();
  }
  removeOld(directory, generation);
}
