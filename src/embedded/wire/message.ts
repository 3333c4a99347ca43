import { serialize } from 'bson';
import { decodeExact, type Doc } from '../bson/document.js';
import type { Request } from '../commands/context.js';
import { CommandError } from '../errors.js';

/** Bytes of the header that every message begins with: length, request id, id answered to, operation. */
export const HEADER_BYTES = 16;
/** The operations of MongoDB's wire protocol that are spoken here. */
export const OPCODE = { reply: 1, query: 2004, message: 2013 } as const;

const CHECKSUM_PRESENT = 1;
const MORE_TO_COME = 2;
const KNOWN_REQUIRED_FLAGS = CHECKSUM_PRESENT | MORE_TO_COME;

/** A command off the wire. */
export interface Incoming {
  readonly requestId: number;
  readonly legacy: boolean;
  /** The client wants no reply. */
  readonly silent: boolean;
  readonly request: Request;
}

function protocolError(reason: string): CommandError {
  return new CommandError('FailedToParse', `malformed message: ${reason}`);
}

function sized(bytes: Buffer, at: number, limit: number): Buffer {
  const length = at + 4 <= limit ? bytes.readInt32LE(at) : 0;
  if (length < 5 || at + length > limit) throw protocolError('a section does not fit');
  return bytes.subarray(at, at + length);
}

function sequence(section: Buffer): [string, Buffer[]] {
  const nameEnd = section.indexOf(0, 4);
  if (nameEnd < 0) throw protocolError('a document sequence has no name');
  const documents: Buffer[] = [];
  for (let at = nameEnd + 1; at < section.length; at += documents.at(-1)?.length ?? 0) documents.push(sized(section, at, section.length));
  return [section.toString('utf8', 4, nameEnd), documents];
}

function parseMessage(bytes: Buffer, requestId: number): Incoming {
  const flags = bytes.readUInt32LE(HEADER_BYTES);
  if ((flags & 0xffff & ~KNOWN_REQUIRED_FLAGS) !== 0) throw protocolError('unknown flag');
  const end = bytes.length - ((flags & CHECKSUM_PRESENT) === 0 ? 0 : 4);
  const sequences = new Map<string, Buffer[]>();
  let body: Doc | undefined;
  for (let at = HEADER_BYTES + 4; at < end;) {
    const kind = bytes.readUInt8(at);
    if (kind > 1) throw protocolError('unknown kind of section');
    const section = sized(bytes, at + 1, end);
    if (kind === 0) body = decodeExact(section);
    else sequences.set(...sequence(section));
    at += 1 + section.length;
  }
  if (body === undefined) throw protocolError('no body');
  return { requestId, legacy: false, silent: (flags & MORE_TO_COME) !== 0, request: { body, sequences } };
}

// Drivers greet with OP_QUERY on `admin.$cmd`, before they know what the server speaks.
function parseQuery(bytes: Buffer, requestId: number): Incoming {
  const nameEnd = bytes.indexOf(0, HEADER_BYTES + 4);
  const namespace = bytes.toString('utf8', HEADER_BYTES + 4, Math.max(nameEnd, HEADER_BYTES + 4));
  if (nameEnd < 0 || !namespace.endsWith('.$cmd')) throw protocolError('OP_QUERY is spoken only for the handshake');
  const body = decodeExact(sized(bytes, nameEnd + 9, bytes.length));
  if (!['hello', 'ismaster', 'isMaster'].includes(Object.keys(body)[0] ?? '')) {
    throw protocolError('OP_QUERY is spoken only for the handshake');
  }
  return { requestId, legacy: true, silent: false, request: { body: { ...body, $db: namespace.slice(0, -'.$cmd'.length) }, sequences: new Map() } };
}

/**
 * Reads one whole message.
 * @throws CommandError for what is not a well-formed command in OP_MSG or a greeting in OP_QUERY
 */
export function parseIncoming(bytes: Buffer): Incoming {
  const requestId = bytes.readInt32LE(4);
  const opcode = bytes.readInt32LE(12);
  try {
    if (opcode === OPCODE.message) return parseMessage(bytes, requestId);
    if (opcode === OPCODE.query) return parseQuery(bytes, requestId);
  } catch (error) {
    throw error instanceof RangeError ? protocolError('it ends too early') : error;
  }
  throw protocolError(`operation ${String(opcode)} is not spoken here`);
}

function header(length: number, answers: number, opcode: number, extra: number): Buffer {
  const bytes = Buffer.alloc(HEADER_BYTES + extra);
  bytes.writeInt32LE(length + bytes.length, 0);
  bytes.writeInt32LE(answers, 8);
  bytes.writeInt32LE(opcode, 12);
  return bytes;
}

/** Frames an encoded reply. */
export function encodeReply(incoming: Pick<Incoming, 'requestId' | 'legacy'>, reply: Buffer): Buffer[] {
  if (!incoming.legacy) return [header(reply.length, incoming.requestId, OPCODE.message, 5), reply];
  const head = header(reply.length, incoming.requestId, OPCODE.reply, 20);
  head.writeInt32LE(1, HEADER_BYTES + 16);
  return [head, reply];
}

/** Encodes reply fields that did not come from a command. */
export function encodeFields(fields: Doc): Buffer {
  return Buffer.from(serialize(fields));
}
