import { describe, expect, it } from 'vitest';

import { tombstoneId } from '../../../src/domain/privacy/tombstone.js';

describe('a tombstone', () => {
  it('is the same for the same key and names', () => {
    expect(tombstoneId('key', 'customer', ['ada'])).toBe(tombstoneId('key', 'customer', ['ada']));
  });

  it('holds nothing of the names', () => {
    expect(tombstoneId('key', 'forgotten', ['ada-lovelace', 'engine'])).toMatch(/^[\w-]{43}$/);
    expect(tombstoneId('key', 'forgotten', ['ada-lovelace', 'engine'])).not.toContain('lovelace');
  });

  it('is another one for another key, kind or name, and however names are cut', () => {
    const ids = [
      tombstoneId('key', 'customer', ['ada']),
      tombstoneId('other', 'customer', ['ada']),
      tombstoneId('key', 'visit', ['ada']),
      tombstoneId('key', 'customer', ['ben']),
      tombstoneId('key', 'forgotten', ['ada', 'b']),
      tombstoneId('key', 'forgotten', ['ad', 'ab']),
    ];
    expect(new Set(ids).size).toBe(ids.length);
  });
});
