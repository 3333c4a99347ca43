import fc from 'fast-check';
import { BSON, Long } from 'mongodb';
import { describe, expect, it } from 'vitest';

import { OrderBytes } from '../../src/stores/facts/order-bytes.js';
import { TextMemory } from '../../src/stores/facts/text-memory.js';

const id = fc.oneof(fc.string({ minLength: 1, maxLength: 60 }), fc.string({ unit: 'binary', minLength: 1, maxLength: 12 }), fc.constantFrom('p-1', 'p-2', 'ünï', '\u{1F600}'));
const price = fc.oneof(fc.nat(5_000), fc.constantFrom(2 ** 31, 2 ** 40, 0));
const line = fc.record({ productId: id, quantity: fc.integer({ min: 1, max: 9 }), unitPriceMinor: price, recommendationId: fc.option(id) });
const time = fc.date({ noInvalidDate: true });
const order = fc.record({
  _id: id,
  customerId: fc.option(id),
  sessionId: fc.option(id),
  placedAt: time,
  updatedAt: time,
  status: fc.constantFrom('COMPLETED', 'CANCELLED'),
  currencyCode: fc.constantFrom('GBP', 'EUR'),
  lines: fc.array(line, { maxLength: 14 }),
}, { noNullPrototype: true });

const bytesOf = (document: object): Buffer => Buffer.from(BSON.serialize(document));
const expected = ({ _id, customerId, placedAt, updatedAt, status, currencyCode, lines }: typeof order extends fc.Arbitrary<infer T> ? T : never) => ({
  id: _id,
  customerId,
  placedAt,
  updatedAt,
  status,
  currencyCode,
  lines: lines.map(({ productId, unitPriceMinor }) => ({ productId, unitPriceMinor })),
});

describe('orders read from their bytes', () => {
  it('are what the library decodes, one after another', () => {
    const read = new OrderBytes();
    fc.assert(fc.property(order, (document) => {
      expect(read.order(bytesOf(document))).toEqual(expected(document));
    }), { numRuns: 500 });
  });

  it('say nothing of what was left out, whatever the order before said', () => {
    const read = new OrderBytes();
    read.order(bytesOf({ _id: 'o1', customerId: 'ann', placedAt: new Date(5), status: 'CANCELLED', lines: [{ productId: 'tent' }] }));
    expect(read.basket(bytesOf({ _id: 'o2', placedAt: new Date(7) }))).toEqual({ orderId: 'o2', customerId: null, placedAt: new Date(7), productIds: [] });
  });

  it('are read by the library where a number is of another kind than was written here', () => {
    const document = { _id: 'o1', customerId: null, placedAt: new Date(1), updatedAt: new Date(2), status: 'COMPLETED', currencyCode: 'GBP', lines: [{ productId: 'tent', unitPriceMinor: Long.fromNumber(7) }] };
    expect(new OrderBytes().order(bytesOf(document)).lines).toEqual([{ productId: 'tent', unitPriceMinor: 7 }]);
  });

  it('are read by the library where somebody wrote a line without a product', () => {
    for (const productId of [null, 7, ['tent']]) {
      const document = { _id: 'o1', placedAt: new Date(7), lines: [{ productId: 'tent' }, { productId }] };
      expect(new OrderBytes().basket(bytesOf(document)).productIds).toEqual(['tent', productId]);
    }
  });
});

describe('remembered texts', () => {
  it('are the texts of their bytes, however many are met', () => {
    const texts = new TextMemory();
    const ids = Array.from({ length: 200_000 }, (_, at) => `product-${(at * 7919) % 90_001}`);
    const bytes = Buffer.from(ids.join(''));
    let start = 0;
    const wrong = ids.filter((one) => texts.at(bytes, start, (start += one.length)) !== one);
    expect(wrong).toEqual([]);
  });
});
