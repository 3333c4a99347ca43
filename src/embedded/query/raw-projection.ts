import { BSON_TYPE, NameTable, walkElements } from '../../bson/walk.js';

/** What is kept of a document: all of a field, or parts of it. */
export type Kept = Map<string, Kept | true>;

interface Choice {
  /** All of the field, or what is kept of its parts. */
  readonly parts: Chosen | true;
}

type Chosen = NameTable<Choice>;

const chosenOf = (kept: Kept): Chosen =>
  new NameTable([...kept].map(([name, parts]): [string, Choice] => [name, { parts: parts === true ? true : chosenOf(parts) }]));

/** Copies what is kept of documents from one place to another, which is never longer. */
class Copying {
  readonly #from: Buffer;
  readonly #to: Buffer;
  at = 0;

  constructor(from: Buffer, to: Buffer) {
    this.#from = from;
    this.#to = to;
  }

  document(start: number, limit: number, chosen: Chosen): boolean {
    const begin = this.#open();
    const whole = walkElements(this.#from, start, limit, (type, nameStart, nameEnd, end) => {
      const choice = chosen.at(this.#from, nameStart, nameEnd);
      if (choice === undefined) return true;
      if (choice.parts === true) {
        this.#copy(nameStart - 1, end);
        return true;
      }
      return this.#parts(type, nameStart, nameEnd, end, choice.parts);
    });
    this.#close(begin);
    return whole;
  }

  // Of values that have no parts nothing is kept.
  #parts(type: number, nameStart: number, nameEnd: number, end: number, chosen: Chosen): boolean {
    if (type !== BSON_TYPE.document && type !== BSON_TYPE.array) return true;
    this.#copy(nameStart - 1, nameEnd + 1);
    return type === BSON_TYPE.document ? this.document(nameEnd + 1, end, chosen) : this.#array(nameEnd + 1, end, chosen);
  }

  #array(start: number, limit: number, chosen: Chosen): boolean {
    const begin = this.#open();
    let kept = 0;
    const whole = walkElements(this.#from, start, limit, (type, _, nameEnd, end) => {
      if (type !== BSON_TYPE.document && type !== BSON_TYPE.array) return true;
      this.#number(type, kept);
      kept += 1;
      return type === BSON_TYPE.document ? this.document(nameEnd + 1, end, chosen) : this.#array(nameEnd + 1, end, chosen);
    });
    this.#close(begin);
    return whole;
  }

  #open(): number {
    const begin = this.at;
    this.at += 4;
    return begin;
  }

  #close(begin: number): void {
    this.#to[this.at] = 0;
    this.at += 1;
    this.#to.writeInt32LE(this.at - begin, begin);
  }

  #copy(start: number, end: number): void {
    this.#from.copy(this.#to, this.at, start, end);
    this.at += end - start;
  }

  #number(type: number, position: number): void {
    this.#to[this.at] = type;
    this.at += 1;
    if (position < 10) {
      this.#to[this.at] = 0x30 + position;
      this.#to[this.at + 1] = 0;
      this.at += 2;
    } else this.at += this.#to.write(`${String(position)}\0`, this.at, 'latin1');
  }
}

/** Where what is kept is put together before it is copied out; the store does one thing at a time. */
let scratch = Buffer.allocUnsafe(64 * 1024);

/**
 * Shapes encoded documents without decoding them: keeps these fields, in the order in which they stand, and of arrays the documents and arrays among
 * their elements. Undefined for bytes that are not a document of stored types.
 */
export const rawInclusion = (kept: Kept): ((raw: Buffer) => Buffer | undefined) => {
  const chosen = chosenOf(kept);
  return (raw) => {
    if (scratch.length < raw.length) scratch = Buffer.allocUnsafe(raw.length * 2);
    const copying = new Copying(raw, scratch);
    return copying.document(0, raw.length, chosen) ? Buffer.from(scratch.subarray(0, copying.at)) : undefined;
  };
};
