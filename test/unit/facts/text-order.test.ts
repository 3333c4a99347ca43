import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { byCodePoint } from '../../../src/domain/facts/text-order.js';

describe('the order of texts', () => {
  it('is that of their bytes in UTF-8, which databases use', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '\u00e9', '\ud7ff', '\ue000', '\uff61', '\u{10000}', '\u{1f600}'), maxLength: 5 });
    fc.assert(
      fc.property(text, text, (first, second) => {
        expect(Math.sign(byCodePoint(first, second))).toBe(Buffer.compare(Buffer.from(first), Buffer.from(second)));
      }),
    );
  });
});
