import { describe, expect, it } from 'vitest';

import { openStores } from '../../src/stores/open.js';
import { aProduct } from '../support/builders.js';
import { useStores } from '../support/store.js';

describe('a burst of requests on a connection that was never used', () => {
  const { stores, address } = useStores();

  it('waits for connections being made, and every read answers', async () => {
    await stores().facts.recordProducts([aProduct('a')]);
    const cold = openStores(address(), 'serving');
    const deadline = { maxTimeMS: 10_000, signal: new AbortController().signal };
    const answers = await Promise.allSettled(Array.from({ length: 200 }, async () => cold.serving.products(['a'], deadline)));
    await cold.close();
    expect(answers.filter(({ status }) => status === 'rejected')).toEqual([]);
  });
});
