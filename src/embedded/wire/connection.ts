import type { Socket } from 'node:net';
import { execute, type Engine } from '../commands/execute.js';
import { MAX_MESSAGE_BYTES } from '../commands/handshake.js';
import { CommandError, errorReply } from '../errors.js';
import { encodeFields, encodeReply, HEADER_BYTES, parseIncoming } from './message.js';

/** Cuts a stream of bytes into messages. */
class Framer {
  #chunks: Buffer[] = [];
  #length = 0;

  push(chunk: Buffer): void {
    this.#chunks.push(chunk);
    this.#length += chunk.length;
  }

  /** The next whole message. @throws RangeError where the announced length is impossible */
  next(): Buffer | undefined {
    if (this.#length < HEADER_BYTES) return undefined;
    const wanted = this.#announced();
    if (wanted < HEADER_BYTES || wanted > MAX_MESSAGE_BYTES) throw new RangeError(`message of ${String(wanted)} bytes`);
    if (this.#length < wanted) return undefined;
    const all = this.#joined();
    this.#chunks = all.length > wanted ? [all.subarray(wanted)] : [];
    this.#length -= wanted;
    return all.subarray(0, wanted);
  }

  #announced(): number {
    const first = this.#chunks[0];
    return (first !== undefined && first.length >= 4 ? first : this.#joined()).readInt32LE(0);
  }

  #joined(): Buffer {
    const all = this.#chunks.length === 1 ? this.#chunks[0] : undefined;
    if (all !== undefined) return all;
    this.#chunks = [Buffer.concat(this.#chunks)];
    return this.#chunks[0] ?? Buffer.alloc(0);
  }
}

async function answer(engine: Engine, connectionId: number, socket: Socket, bytes: Buffer): Promise<void> {
  const answered = { requestId: bytes.readInt32LE(4), legacy: false };
  try {
    const incoming = parseIncoming(bytes);
    const reply = await execute(engine, incoming.request, connectionId);
    if (!incoming.silent) send(socket, encodeReply(incoming, reply));
  } catch (error) {
    const refusal = error instanceof CommandError ? error : new CommandError('OperationFailed', String(error));
    send(socket, encodeReply(answered, encodeFields(errorReply(refusal))));
  }
}

function send(socket: Socket, parts: readonly Buffer[]): void {
  if (socket.destroyed) return;
  socket.cork();
  for (const part of parts) socket.write(part);
  socket.uncork();
}

/** Serves one client until it leaves; bytes that cannot be a message end the connection. */
export function serveConnection(engine: Engine, connectionId: number, socket: Socket): void {
  const framer = new Framer();
  socket.setNoDelay(true);
  socket.on('error', () => { socket.destroy(); });
  socket.on('data', (chunk: Buffer) => {
    framer.push(chunk);
    try {
      for (let message = framer.next(); message !== undefined; message = framer.next()) void answer(engine, connectionId, socket, message);
    } catch {
      socket.destroy();
    }
  });
}
