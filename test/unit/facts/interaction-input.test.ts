import { describe, expect, it } from 'vitest';
import { validateInteraction, type InteractionInput } from '../../../src/domain/facts/interaction-input.js';

const NOW = new Date('2026-06-01T12:00:00Z');
const RULES = { now: NOW, retentionDays: 400 };

const aView = { eventId: 'e1', kind: 'VIEW', customerId: 'c1', productId: 'p1', at: new Date('2026-05-31T10:00:00Z') };

const messagesOf = (changes: InteractionInput): readonly string[] => {
  const checked = validateInteraction({ ...aView, ...changes }, RULES);
  return checked.ok ? [] : checked.problems.map(({ message }) => message);
};

describe('An interaction that was sent', () => {
  it('is taken with what is absent as null', () => {
    expect(validateInteraction(aView, RULES)).toEqual({
      ok: true,
      interaction: {
        id: 'e1',
        kind: 'VIEW',
        customerId: 'c1',
        sessionId: null,
        productId: 'p1',
        categoryId: null,
        query: null,
        at: aView.at,
        recommendationId: null,
        slot: null,
      },
    });
  });

  it('may be a search without a product, by a visit without a customer, from a slot of a list', () => {
    const search = { kind: 'SEARCH', query: ' robot ', productId: null, customerId: null, sessionId: 's1' };
    expect(messagesOf({ ...search, recommendationId: 'r1', slot: 3 })).toEqual([]);
  });

  it.each<[string, InteractionInput, string]>([
    ['no customer and no session', { customerId: null }, 'customerId is needed when there is no sessionId, got nothing'],
    ['no product', { productId: null }, 'productId is needed for VIEW, got nothing'],
    ['a search for nothing', { kind: 'SEARCH', query: ' ' }, 'query must be text of 1 to 500 characters, got " "'],
    ['a search with control characters', { kind: 'SEARCH', query: 'a\u0007b' }, 'query must be text without control characters, got "a\\u0007b"'],
    ['a slot of 0', { slot: 0 }, 'slot must be a whole number of 1 or more, got 0'],
    ['a time to come', { at: new Date('2026-06-02') }, 'at must not be in the future, got 2026-06-02T00:00:00.000Z'],
    [
      'being older than interactions are kept',
      { at: new Date('2025-04-01') },
      'at must be within the last 400 days, which is how long interactions are kept, got 2025-04-01T00:00:00.000Z',
    ],
    ['an operator for an id', { productId: { $ne: null } }, 'productId must be an id (text that is not empty), got {"$ne":null}'],
    ['an id too long', { eventId: 'x'.repeat(129) }, `eventId must be an id of at most 128 characters, got "${'x'.repeat(58)}…`],
  ])('is refused for %s', (_, changes, message) => {
    expect(messagesOf(changes)).toEqual([message]);
  });

  it('is refused for a kind that there is not, naming those that there are', () => {
    expect(messagesOf({ kind: 'view' })[0]).toMatch(/^kind must be one of IMPRESSION, CLICK, VIEW, .*, got "view"$/);
  });

  it('may be of any age where retention is switched off', () => {
    expect(validateInteraction({ ...aView, at: new Date('2010-12-01') }, { now: NOW, retentionDays: null }).ok).toBe(true);
  });
});
