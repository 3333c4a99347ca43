import { describe, expect, it } from 'vitest';
import { validateOrder, type OrderInput } from '../../../src/domain/facts/order-input.js';

const NOW = new Date('2026-06-01T12:00:00Z');
const MINUTE = 60_000;

const aLine = { productId: 'p1', quantity: 2, unitPrice: '12.90' };
const anOrder = {
  orderId: 'o1',
  customerId: 'c1',
  placedAt: new Date('2026-05-01T10:00:00Z'),
  updatedAt: new Date('2026-05-02T10:00:00Z'),
  currencyCode: 'GBP',
  lines: [aLine],
};

const messagesOf = (changes: OrderInput): readonly string[] => {
  const checked = validateOrder({ ...anOrder, ...changes }, { now: NOW });
  return checked.ok ? [] : checked.problems.map(({ message }) => message);
};

describe('An order that was sent', () => {
  it('is taken with prices in minor units and what is absent as null', () => {
    expect(validateOrder(anOrder, { now: NOW })).toEqual({
      ok: true,
      order: {
        id: 'o1',
        customerId: 'c1',
        sessionId: null,
        placedAt: anOrder.placedAt,
        updatedAt: anOrder.updatedAt,
        status: 'COMPLETED',
        currencyCode: 'GBP',
        lines: [{ productId: 'p1', quantity: 2, unitPriceMinor: 1290, recommendationId: null }],
      },
    });
  });

  it('may be cancelled, anonymous, free of charge, and up to five minutes ahead of our clock', () => {
    const updatedAt = new Date(NOW.getTime() + 5 * MINUTE);
    expect(messagesOf({ status: 'CANCELLED', customerId: null, updatedAt, lines: [{ ...aLine, unitPrice: '0' }] })).toEqual([]);
  });

  it('never holds a negative zero', () => {
    const checked = validateOrder({ ...anOrder, lines: [{ ...aLine, unitPrice: '-0.00' }] }, { now: NOW });
    expect(checked.ok && Object.is(checked.order.lines[0]?.unitPriceMinor, 0)).toBe(true);
  });

  it('is refused with the field, the rule and what was given', () => {
    expect(messagesOf({ lines: [aLine, aLine, { ...aLine, quantity: -3 }] })).toEqual([
      'lines[2].quantity must be a whole number of 1 or more, got -3',
    ]);
  });

  it.each<[string, OrderInput, string]>([
    ['an operator for an id', { orderId: { $gt: '' } }, 'orderId must be an id (text that is not empty), got {"$gt":""}'],
    ['an empty id', { orderId: ' ' }, 'orderId must be an id (text that is not empty), got " "'],
    ['no id', { orderId: undefined }, 'orderId must be an id (text that is not empty), got nothing'],
    ['an id that begins like an operator', { orderId: '$gt' }, 'orderId must be an id that is no operator or reserved word, got "$gt"'],
    ['a reserved word for an id', { customerId: '__proto__' }, 'customerId must be an id that is no operator or reserved word, got "__proto__"'],
    ['a control character in an id', { sessionId: 'a\u0000b' }, 'sessionId must be an id without control characters, got "a\\u0000b"'],
    ['half a character in an id', { sessionId: 'a\ud800' }, 'sessionId must be an id without control characters, got "a\\ud800"'],
    ['an unknown currency', { currencyCode: 'QQQ' }, 'currencyCode must be a known ISO 4217 currency code in capitals, got "QQQ"'],
    ['an unknown status', { status: 'LOST' }, 'status must be COMPLETED or CANCELLED, got "LOST"'],
    ['no lines', { lines: [] }, 'lines must be 1 to 1000 order lines, got 0'],
    ['lines that are no list', { lines: 'p1' }, 'lines must be 1 to 1000 order lines, got "p1"'],
    ['a time that is none', { placedAt: '2026' }, 'placedAt must be a date, got "2026"'],
    ['an invalid time', { placedAt: new Date(Number.NaN) }, 'placedAt must be a date, got an invalid date'],
    ['a time before computers', { placedAt: new Date('0011-12-01') }, 'placedAt must be 1970 or later, got 0011-12-01T00:00:00.000Z'],
    ['a time to come', { updatedAt: new Date('2026-06-01T12:05:01Z') }, 'updatedAt must not be in the future, got 2026-06-01T12:05:01.000Z'],
    ['a change before the order', { updatedAt: new Date('2026-04-01') }, 'updatedAt must not be before placedAt, got 2026-04-01T00:00:00.000Z'],
    ['a price with too many decimals', { lines: [{ ...aLine, unitPrice: '1.999' }] }, 'lines[0].unitPrice must be a decimal number that is exact in GBP, got "1.999"'],
    ['a price that is a number', { lines: [{ ...aLine, unitPrice: 1.99 }] }, 'lines[0].unitPrice must be a decimal number that is exact in GBP, got 1.99'],
    ['a negative price', { lines: [{ ...aLine, unitPrice: '-1' }] }, 'lines[0].unitPrice must be 0 or more, got "-1"'],
    ['half a piece', { lines: [{ ...aLine, quantity: 1.5 }] }, 'lines[0].quantity must be a whole number of 1 or more, got 1.5'],
    ['two million pieces', { lines: [{ ...aLine, quantity: 2_000_000 }] }, 'lines[0].quantity must be at most 1000000, got 2000000'],
  ])('is refused for %s', (_, changes, message) => {
    expect(messagesOf(changes)).toEqual([message]);
  });

  it('is refused for lines that are no objects', () => {
    expect(messagesOf({ lines: [null] })[0]).toBe('lines[0] must be an order line, got nothing');
  });

  it('may be worth ten thousand million, and no minor unit more: sums of many such orders are exact', () => {
    const lines = [{ ...aLine, quantity: 1_000_000, unitPrice: '9999.99' }, { ...aLine, quantity: 1, unitPrice: '10000.00' }];
    expect(messagesOf({ lines })).toEqual([]);
    expect(messagesOf({ lines: [...lines, { ...aLine, quantity: 1, unitPrice: '0.01' }] })).toEqual(['lines must be worth at most 10000000000.00 GBP together, got "10000000000.01"']);
    expect(messagesOf({ currencyCode: 'JPY', lines: [{ ...aLine, quantity: 1, unitPrice: '1000000000001' }] })).toEqual(['lines must be worth at most 1000000000000 JPY together, got "1000000000001"']);
    expect(9000 * 1e12).toBeLessThan(Number.MAX_SAFE_INTEGER);
  });

  it('is refused for a worth beyond all numbers, which is told exactly', () => {
    const lines = Array.from({ length: 1000 }, () => ({ ...aLine, quantity: 1_000_000, unitPrice: '90000000000000.00' }));
    expect(messagesOf({ lines })).toEqual(['lines must be worth at most 10000000000.00 GBP together, got "90000000000000000000000.00"']);
  });

  it('tells every problem, and long values shortened', () => {
    const messages = messagesOf({ orderId: 'x'.repeat(500), customerId: 7, lines: [{ productId: '', quantity: 0, unitPrice: 'free' }] });
    expect(messages).toHaveLength(5);
    expect(messages[0]?.length).toBeLessThan(150);
  });

  it('may have more lines where the caller says so', () => {
    const lines = Array.from({ length: 1112 }, () => aLine);
    expect(messagesOf({ lines })).toEqual(['lines must be 1 to 1000 order lines, got 1112']);
    expect(validateOrder({ ...anOrder, lines }, { now: NOW, maxLines: 10_000 }).ok).toBe(true);
  });
});
