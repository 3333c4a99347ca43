/** Words in front of the members of a line: the group's weight, which takes two, its owner, and how many members follow. */
export const LINE_HEADER = 4;

/** Words that a line of so many members takes: an empty one none. Lines begin at even words, where a weight can be read as one number. */
export const wordsFor = (members: number): number => (members === 0 ? 0 : LINE_HEADER + members + (members & 1));

/** Memory for lines: the members of a group that one anchor meets, with what the group counts and whose it is. */
export interface LineBuffer {
  readonly words: Uint32Array;
  /** The same memory, two words to a number. */
  readonly reals: Float64Array;
}

/** A buffer of so many words, or one more. */
export const createLineBuffer = (words: number): LineBuffer => {
  const memory = new ArrayBuffer(8 * Math.ceil(words / 2));
  return { words: new Uint32Array(memory), reals: new Float64Array(memory) };
};
