import { BSON_TYPE, isNamed, walkElements } from '../../bson/walk.js';
import { decodeExact, MAX_DOCUMENT_BYTES, type Doc } from '../bson/document.js';
import { isPlainlyStorable } from '../bson/plainly-storable.js';
import type { Request } from './context.js';

const UPDATE = Buffer.from('u');

/** A statement of an update, without its `u` where that is a whole document as it can be stored. */
export interface UpdateStatement {
  readonly fields: Doc;
  readonly replacement: Buffer | undefined;
}

interface Place {
  readonly begin: number;
  readonly start: number;
  readonly end: number;
}

function placeOfReplacement(raw: Buffer): Place | undefined {
  const found: Place[] = [];
  const whole = walkElements(raw, 0, raw.length, (type, nameStart, nameEnd, end) => {
    if (!isNamed(raw, nameStart, nameEnd, UPDATE)) return true;
    found.push({ begin: nameStart - 1, start: nameEnd + 1, end });
    return type === BSON_TYPE.document && found.length === 1;
  });
  return whole ? found[0] : undefined;
}

function without(raw: Buffer, { begin, end }: Place): Buffer {
  const rest = Buffer.concat([raw.subarray(0, begin), raw.subarray(end)]);
  rest.writeInt32LE(rest.length);
  return rest;
}

/** Takes a statement apart; what replaces a document stays encoded, since decoding it to encode it again is most of what replacing costs. */
function takenApart(raw: Buffer): UpdateStatement {
  const place = placeOfReplacement(raw);
  const replacement = place === undefined ? undefined : raw.subarray(place.start, place.end);
  if (place === undefined || replacement === undefined || replacement.length > MAX_DOCUMENT_BYTES || !isPlainlyStorable(replacement))
    return { fields: decodeExact(raw), replacement: undefined };
  return { fields: decodeExact(without(raw, place)), replacement };
}

/** The statements of an update that came as a document sequence; undefined where they are in its body. */
export const encodedStatementsOf = ({ sequences }: Request): readonly UpdateStatement[] | undefined => sequences.get('updates')?.map(takenApart);

function idOf(raw: Buffer): Buffer {
  let id = raw.subarray(0, 0);
  walkElements(raw, 0, raw.length, (_, nameStart, __, end) => {
    id = raw.subarray(nameStart, end);
    return false;
  });
  return id;
}

/** Whether two encoded documents, their `_id` first, have the same one, in the same type. */
export const haveSameId = (first: Buffer, second: Buffer): boolean => first[4] === second[4] && idOf(first).equals(idOf(second));
