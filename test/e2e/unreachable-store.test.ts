import { describe, expect, it } from 'vitest';

import { useWorkplace } from './support/workplace.js';

describe('a store that cannot be reached', { timeout: 60_000 }, () => {
  const workplace = useWorkplace();

  it.each([
    ['a data directory that is a file', async () => ({ DATA_DIR: await workplace.write('a-file', '') }), 'the embedded store in DATA_DIR'],
    ['a connection string that is none', async () => ({ MONGODB_URI: 'somewhere' }), 'MONGODB_URI cannot be reached: Invalid scheme'],
    ['a database name that is none', async () => ({ DATA_DIR: workplace.path('shop'), MONGODB_DATABASE: 'a b' }), 'a b'],
  ])('is told in one sentence without a stack, and ends with 1: %s', async (_, env, told) => {
    const { code, err } = await workplace.run(['learn'], await env());
    expect(err.split('\n').filter((line) => line !== '')).toEqual([expect.stringContaining(told)]);
    expect([code, err.includes('    at ')]).toEqual([1, false]);
  });
});
