const isSurrogate = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdfff;

/**
 * Compares two texts by code points, which is how databases order them: negative, zero or positive. JavaScript's own `<` goes by UTF-16 units
 * and puts what lies beyond the basic plane before U+E000.
 */
export const byCodePoint = (first: string, second: string): number => {
  const shorter = Math.min(first.length, second.length);
  for (let index = 0; index < shorter; index += 1) {
    const [a, b] = [first.charCodeAt(index), second.charCodeAt(index)];
    if (a !== b) return isSurrogate(a) === isSurrogate(b) ? a - b : isSurrogate(a) ? 1 : -1;
  }
  return first.length - second.length;
};
