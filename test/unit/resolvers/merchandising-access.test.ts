import { describe, expect, it } from 'vitest';

import { changingDecisions, readingDecisions } from '../../../src/resolvers/merchandising-access.js';
import { NOW } from '../../support/builders.js';

const accessOf = (scopes: readonly ('merchandising:read' | 'merchandising:write')[], isOver: boolean) => {
  const extensions: number[] = [];
  return {
    extensions,
    access: {
      caller: { subject: 'mia', customerId: null, scopes: new Set(scopes) },
      cachePolicy: { allowPublic: () => undefined, forbid: () => undefined, header: () => '' },
      now: NOW,
      isOver: () => isOver,
      extendDeadline: (ms: number) => extensions.push(ms),
    },
  };
};

describe('access to decisions', () => {
  it('names who changes them and when, and gives the request time', () => {
    const { access, extensions } = accessOf(['merchandising:write'], false);
    expect(changingDecisions(access)).toEqual({ by: 'mia', at: NOW });
    expect(extensions).toEqual([5_000]);
  });

  it('begins no further change of a request that was answered already', () => {
    const { access, extensions } = accessOf(['merchandising:write'], true);
    expect(() => changingDecisions(access)).toThrow(expect.objectContaining({ extensions: { code: 'DEADLINE_EXCEEDED' } }));
    expect(extensions).toEqual([]);
  });

  it('says first of all who may not', () => {
    expect(() => changingDecisions(accessOf(['merchandising:read'], true).access)).toThrow(expect.objectContaining({ extensions: { code: 'FORBIDDEN' } }));
    expect(() => readingDecisions(accessOf([], false).access)).toThrow(expect.objectContaining({ extensions: { code: 'FORBIDDEN' } }));
  });
});
