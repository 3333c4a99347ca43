import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PickRows } from '../../../src/domain/personalisation/pick-rows.js';
import { demandIndexOf, NO_DEMAND } from '../../../src/domain/serving/demand-index.js';
import { someDemand } from '../../support/builders.js';

const demand = demandIndexOf(someDemand({ tea: { demand: 2, trend: 1 }, milk: {}, mug: { demand: -1 } }));

describe('the rows of products', () => {
  it('are given in the order in which products turn up, each once, by id or by number', () => {
    const rows = new PickRows(demand);
    expect([rows.rowOf('mug'), rows.rowOfNumber(demand.numberOf('tea')), rows.rowOf('unsold'), rows.rowOf('tea'), rows.rowOfNumber(demand.numberOf('mug')), rows.rowOf('unsold')]).toEqual([0, 1, 2, 1, 0, 2]);
    expect(rows.size).toBe(3);
    expect([0, 1, 2].map((row) => rows.idAt(row))).toEqual(['mug', 'tea', 'unsold']);
    expect([0, 1, 2].map((row) => rows.wantedAt(row))).toEqual([{ demand: -1, trend: 0 }, { demand: 2, trend: 1 }, { demand: -1, trend: 0 }]);
  });

  it('are found by id alone where no demand was learned', () => {
    const rows = new PickRows(NO_DEMAND);
    expect([rows.rowOf('tea'), rows.rowOf('mug'), rows.rowOf('tea')]).toEqual([0, 1, 0]);
    expect(rows.idAt(1)).toBe('mug');
  });

  it('are as many as there are products, however many turn up', () => {
    const shop = demandIndexOf(someDemand(Object.fromEntries(Array.from({ length: 9_000 }, (_, number) => [`p${String(number)}`, {}]))));
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.nat(8_999), fc.constantFrom('a', 'b', 'c')), { minLength: 1, maxLength: 9_000, size: 'max' }), (met) => {
        const rows = new PickRows(shop);
        const expected = new Map<number | string, number>();
        for (const product of met) {
          if (!expected.has(product)) expected.set(product, expected.size);
          expect(typeof product === 'number' ? rows.rowOfNumber(product) : rows.rowOf(product)).toBe(expected.get(product));
        }
        expect(rows.size).toBe(expected.size);
        for (const [product, row] of expected) expect(rows.idAt(row)).toBe(typeof product === 'number' ? shop.idAt(product) : product);
      }),
      { numRuns: 20 },
    );
  });
});
