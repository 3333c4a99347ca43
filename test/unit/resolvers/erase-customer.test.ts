import { describe, expect, it } from 'vitest';

import type { Caller } from '../../../src/domain/privacy/caller.js';
import { eraseCustomer } from '../../../src/resolvers/Mutation/eraseCustomer.js';
import type { RequestContext } from '../../../src/server/request-context.js';
import { NOW } from '../../support/builders.js';

const ADA: Caller = { customerId: 'ada', subject: 'ada', scopes: new Set() };
const RECEIPT = { id: 'r', erasedAt: NOW, interactions: 1, orders: 0, profiles: 0, consents: 0, servedLists: 0, exposures: 0, learningGroups: 0 };

const erase = async (over: boolean, reclaim: () => Promise<void>) => {
  const done: string[] = [];
  const context = {
    ...{ caller: ADA, now: NOW, isOver: () => over },
    cachePolicy: { forbid: () => done.push('forbid') },
    extendDeadline: (ms: number) => done.push(`extend ${String(ms)}`),
    logFault: (_: unknown, details: unknown) => done.push(JSON.stringify(details)),
    erasures: {
      erase: async () => {
        done.push('erase');
        return RECEIPT;
      },
      reclaim,
    },
  };
  // The resolver asks for these only.
  const resolve = eraseCustomer as unknown as (parent: object, args: object, context: RequestContext) => Promise<unknown>;
  const answer = await resolve({}, { input: { customerId: 'ada' } }, context as unknown as RequestContext).catch((error: unknown) => error);
  await new Promise((resolve) => setImmediate(resolve));
  return { answer, done };
};

describe('erasing by request', () => {
  it('has longer than a shopper, does not wait for the space to be given back, and writes to the log when that fails', async () => {
    const { answer, done } = await erase(false, async () => Promise.reject(new Error('the disk is full')));
    expect(answer).toEqual({ __typename: 'ErasureReceipt', ...RECEIPT });
    expect(done).toEqual(['forbid', 'extend 20000', 'erase', '{"undone":"giving back the space of what was erased"}']);
    expect((await erase(false, async () => new Promise(() => undefined))).answer).toMatchObject({ id: 'r' });
  });

  it('is not begun once the request has been answered', async () => {
    const { answer, done } = await erase(true, async () => undefined);
    expect(answer).toMatchObject({ extensions: { code: 'DEADLINE_EXCEEDED' } });
    expect(done).not.toContain('erase');
  });
});
