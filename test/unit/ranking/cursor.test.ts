import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { advance, decodeCursor, encodeCursor, LONGEST_LIST, servedBefore, START } from '../../../src/domain/ranking/cursor.js';

const positionAfter = (ids: readonly string[]) => ids.reduce(advance, START);

describe('a cursor', () => {
  it('says again what was served, and nothing of what was not', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string({ minLength: 1, maxLength: 128 }), { minLength: 2, maxLength: 50 }), ([next, ...served]) => {
        const position = decodeCursor(encodeCursor(positionAfter(served)));
        expect(served.every((id) => position !== null && servedBefore(position)(id))).toBe(true);
        expect(position !== null && servedBefore(position)(next ?? '')).toBe(false);
      }),
    );
  });

  it('stands before everything at the start', () => {
    expect(servedBefore(START)('p')).toBe(false);
    expect(encodeCursor(START)).toBe('');
  });

  it('can go through an address as it is', () => {
    expect(encodeCursor(positionAfter(['a', 'b', 'c']))).toMatch(/^[\w-]+$/);
  });

  it.each(['', 'not a cursor', 'YWJj', '****', 'AAAA', Buffer.alloc((LONGEST_LIST + 1) * 4, 1).toString('base64url')])(
    'is refused when it is none of ours: %.20s',
    (text) => {
      expect(decodeCursor(text)).toBeNull();
    },
  );

  it('holds the longest list', () => {
    const position = positionAfter(Array.from({ length: LONGEST_LIST }, (_, index) => `p${String(index)}`));
    const read = decodeCursor(encodeCursor(position)) ?? START;
    expect(read.served).toBe(LONGEST_LIST);
    expect(encodeCursor(read)).toBe(encodeCursor(position));
  });
});
