import { describe, expect, it } from 'vitest';
import { strictestCacheControl } from '../../src/demo/gateway/cache-control.js';

describe('The Cache-Control of an answer from several subgraphs', () => {
  it.each([
    [['public, max-age=60', 'public, max-age=30'], 'public, max-age=30'],
    [['max-age=60, public'], 'public, max-age=60'],
    [['public, max-age=60', 'private, no-store'], 'private, no-store'],
    [['public, max-age=60', 'no-store'], 'private, no-store'],
    [['public, max-age=60', 'max-age=60'], 'private, no-store'],
    [['public, max-age=60', null], 'private, no-store'],
    [['public'], 'private, no-store'],
    [['public, max-age=0'], 'private, no-store'],
    [[], 'private, no-store'],
  ])('is the strictest of %j', (headers, expected) => {
    expect(strictestCacheControl(headers)).toBe(expected);
  });
});
