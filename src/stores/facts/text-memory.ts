const SLOTS = 1 << 16;
const LONGEST = 40;

/**
 * Texts by their bytes: a shop's facts name the same products again and again, and whoever meets the same bytes gets the same text, without making
 * it again. Holds the text last met in each of its slots, so that it never grows beyond some MB; bytes of more than 40 are read anew each time.
 */
export class TextMemory {
  readonly #texts: (string | undefined)[] = new Array<string | undefined>(SLOTS);
  readonly #lengths = new Uint8Array(SLOTS);
  readonly #bytes = Buffer.alloc(SLOTS * LONGEST);

  /** The text between two places. */
  at(bytes: Buffer, start: number, end: number): string {
    const length = end - start;
    if (length > LONGEST) return bytes.toString('utf8', start, end);
    let hash = length;
    for (let at = start; at < end; at += 1) hash = Math.imul(hash ^ (bytes[at] ?? 0), 0x01000193);
    const slot = (hash ^ (hash >>> 15)) & (SLOTS - 1);
    const known = this.#texts[slot];
    return known !== undefined && this.#holds(slot, bytes, start, length) ? known : this.#keep(slot, bytes, start, end);
  }

  #holds(slot: number, bytes: Buffer, start: number, length: number): boolean {
    if (this.#lengths[slot] !== length) return false;
    const held = slot * LONGEST;
    for (let at = 0; at < length; at += 1) if (this.#bytes[held + at] !== bytes[start + at]) return false;
    return true;
  }

  #keep(slot: number, bytes: Buffer, start: number, end: number): string {
    const text = bytes.toString('utf8', start, end);
    bytes.copy(this.#bytes, slot * LONGEST, start, end);
    this.#lengths[slot] = end - start;
    this.#texts[slot] = text;
    return text;
  }
}
