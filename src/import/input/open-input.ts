import { createReadStream, statSync } from 'node:fs';
import { setImmediate as turn } from 'node:timers/promises';
import { once } from 'node:events';
import { createGunzip } from 'node:zlib';
import { ImportRefused } from '../import-refused.js';

/** An opened file or standard input, unpacked when it was gzipped. */
export interface OpenInput {
  /** Unpacked bytes. Ends quietly where the input broke off; then `failure` says why. */
  readonly bytes: AsyncIterable<Uint8Array>;
  /** Why the input ended too early; null while it has not. */
  failure(): string | null;
  /** Bytes read so far, still packed. */
  bytesRead(): number;
  /** Size of the file in bytes, still packed; null when unknown. */
  readonly size: number | null;
}

type Chunks = AsyncIterable<Uint8Array | string>;

const isGzip = (head: Uint8Array): boolean => head[0] === 0x1f && head[1] === 0x8b;
const isUtf16 = (head: Uint8Array): boolean =>
  (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff);

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

const sizeOf = (path: string): number => {
  try {
    const stat = statSync(path);
    if (stat.isDirectory()) throw new ImportRefused(`${path} is a directory`);
    return stat.size;
  } catch (error) {
    if (error instanceof ImportRefused) throw error;
    throw new ImportRefused(`cannot read ${path}: ${messageOf(error)}`);
  }
};

/** Two bytes at least come first, so that the magic numbers can be told however small the chunks are. */
async function* withHead(chunks: Chunks, count: (bytes: number) => void): AsyncGenerator<Uint8Array> {
  let head: Uint8Array | null = new Uint8Array(0);
  for await (const chunk of chunks) {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
    count(bytes.length);
    if (head === null) yield bytes;
    else {
      head = Buffer.concat([head, bytes]);
      if (head.length < 2) continue;
      yield head;
      head = null;
    }
  }
  if (head !== null && head.length > 0) yield head;
}

/**
 * Unpacks by hand rather than in a pipeline, because a pipeline throws away what it has unpacked when the input breaks off.
 * Holds what one packed chunk unpacks to, 64 MB at the very worst.
 */
async function* unpacked(packed: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const gunzip = createGunzip();
  const ready: Uint8Array[] = [];
  let broken: Error | null = null;
  gunzip.on('data', (piece: Uint8Array) => ready.push(piece));
  gunzip.on('error', (error) => {
    broken = error;
  });
  const write = (chunk: Uint8Array): Promise<void> =>
    new Promise((resolve) => {
      gunzip.once('error', resolve);
      gunzip.write(chunk, () => {
        gunzip.off('error', resolve);
        resolve();
      });
    });
  for await (const chunk of packed) {
    await write(chunk);
    await turn();
    yield* ready.splice(0);
    if (broken !== null) throw broken;
  }
  gunzip.end();
  await once(gunzip, 'end').catch(() => undefined);
  yield* ready.splice(0);
  if (broken !== null) throw broken;
}

async function* detected(head: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const iterator = head[Symbol.asyncIterator]();
  const first = await iterator.next();
  if (first.done === true) return;
  if (isUtf16(first.value)) throw new ImportRefused('the input is UTF-16; convert it first: iconv -f UTF-16 -t UTF-8');
  const whole = (async function* rejoined() {
    yield first.value;
    yield* { [Symbol.asyncIterator]: () => iterator };
  })();
  yield* isGzip(first.value) ? unpacked(whole) : whole;
}

/** Opens a file, or standard input for `-`. gzip is told by its magic bytes. Throws ImportRefused when there is nothing to read. */
export const openInput = (path: string, stdin: NodeJS.ReadableStream): OpenInput => {
  const size = path === '-' ? null : sizeOf(path);
  let read = 0;
  let failure: string | null = null;
  const chunks: Chunks = path === '-' ? stdin : createReadStream(path, { highWaterMark: 65_536 });
  async function* quietly(): AsyncGenerator<Uint8Array> {
    try {
      yield* detected(withHead(chunks, (bytes) => (read += bytes)));
    } catch (error) {
      if (error instanceof ImportRefused) throw error;
      failure = messageOf(error);
    }
  }
  return { bytes: quietly(), failure: () => failure, bytesRead: () => read, size };
};
