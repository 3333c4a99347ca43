import { describe, expect, it } from 'vitest';
import { decidePairs, MOST_PAIRS_AT_ONCE } from '../../../../src/domain/merchandising/changing/decide-pairs.js';
import type { PairDecision } from '../../../../src/domain/merchandising/decided-pair.js';
import { pairId } from '../../../../src/domain/merchandising/kept/decisions.js';
import { NOW } from '../../../support/builders.js';
import { createInMemoryDecisions } from '../../../support/in-memory-decisions.js';
import { failureOf, valueOf } from '../people.js';

const idOf = (anchorId: string, complementId: string): string => pairId({ anchorId, complementId });
const [AB, BA, AC] = [idOf('a', 'b'), idOf('b', 'a'), idOf('a', 'c')] as const;

/** A shop where learning knows some pairs. */
const aShop = (learned: readonly string[] = [AB, BA, AC]) => {
  const decisions = createInMemoryDecisions();
  const known = new Set(learned);
  const decide = (by: string, decision: PairDecision, pairIds: readonly string[], note: string | null = null) =>
    decidePairs({ pairIds, decision, note }, { decisions, actor: { by, at: NOW }, learned: async () => Promise.resolve(known) });
  const held = async (id: string) => (await decisions.read({ pairs: [AB, BA, AC].map((one) => pairs[one] ?? NO_PAIR) })).pairs.get(id);
  return { decisions, known, decide, held };
};
const NO_PAIR = { anchorId: 'x', complementId: 'y' };
const pairs: Readonly<Record<string, typeof NO_PAIR>> = {
  [AB]: { anchorId: 'a', complementId: 'b' },
  [BA]: { anchorId: 'b', complementId: 'a' },
  [AC]: { anchorId: 'a', complementId: 'c' },
};

describe('a decision about pairs', () => {
  it('is made for all of them in one commit, each in its own direction', async () => {
    const { decisions, decide, held } = aShop();
    expect(valueOf(await decide('mia', 'APPROVE', [AB, AC], ' go together '))).toEqual({ decided: 2 });
    expect(decisions.commits).toHaveLength(1);
    expect(await held(AB)).toEqual({
      ...pairs[AB],
      decision: 'APPROVE',
      note: 'go together',
      decidedBy: 'mia',
      decidedAt: NOW,
      version: 1,
      history: [{ version: 1, at: NOW, by: 'mia', via: 'API', summary: 'approved (go together)', decision: 'APPROVE', note: 'go together' }],
    });
    expect(await held(BA)).toBeUndefined();
  });

  it('can be changed and taken back, and the history tells it all, newest first', async () => {
    const { decide, held } = aShop();
    await decide('mia', 'APPROVE', [AB]);
    await decide('noor', 'DISMISS', [AB], 'odd');
    expect(valueOf(await decide('mia', 'REOPEN', [AB]))).toEqual({ decided: 1 });
    const pair = await held(AB);
    expect(pair).toMatchObject({ decision: 'REOPEN', note: null, version: 3 });
    expect(pair?.history.map(({ version, by, summary }) => [version, by, summary])).toEqual([
      [3, 'mia', 'reopened'],
      [2, 'noor', 'dismissed (odd)'],
      [1, 'mia', 'approved'],
    ]);
  });

  it('counts only pairs that stand differently afterwards, and leaves the others with who decided them', async () => {
    const { decide, held } = aShop();
    await decide('mia', 'APPROVE', [AB], 'go together');
    expect(valueOf(await decide('noor', 'APPROVE', [AB, AC, AC]))).toEqual({ decided: 1 });
    expect(await held(AB)).toMatchObject({ decidedBy: 'mia', note: 'go together', version: 1 });
    expect(valueOf(await decide('noor', 'APPROVE', [AB], 'for another reason'))).toEqual({ decided: 1 });
    expect(await held(AB)).toMatchObject({ decidedBy: 'noor', note: 'for another reason', version: 2 });
  });

  it('takes nothing back where nobody decided', async () => {
    const { decisions, decide, held } = aShop();
    expect(valueOf(await decide('mia', 'REOPEN', [AB], 'why not'))).toEqual({ decided: 0 });
    expect(await held(AB)).toBeUndefined();
    await decide('mia', 'DISMISS', [AB]);
    await decide('mia', 'REOPEN', [AB]);
    expect(valueOf(await decide('mia', 'REOPEN', [AB], 'again'))).toEqual({ decided: 0 });
    expect(decisions.commits).toHaveLength(2);
  });

  it('is refused whole for the first pair that nobody knows, and nothing is written', async () => {
    const { decisions, decide } = aShop([AB]);
    for (const unknown of [AC, 'no pair', '', pairId({ anchorId: 'a', complementId: 'a' })]) {
      expect(failureOf(await decide('mia', 'DISMISS', [AB, unknown, 'other', BA]))).toEqual({ kind: 'NOT_FOUND', id: unknown });
    }
    expect(decisions.commits).toEqual([]);
  });

  it('can be changed when learning has forgotten the pair', async () => {
    const { decide, known } = aShop();
    await decide('mia', 'APPROVE', [AB]);
    known.clear();
    expect(valueOf(await decide('mia', 'DISMISS', [AB]))).toEqual({ decided: 1 });
  });

  it('is about 1 to 500 pairs, with a note of at most 2,000 characters', async () => {
    const many = Array.from({ length: MOST_PAIRS_AT_ONCE + 1 }, (_, at) => idOf('a', `p${at}`));
    const { decide } = aShop(many);
    expect(valueOf(await decide('mia', 'APPROVE', many.slice(1)))).toEqual({ decided: 500 });
    expect(failureOf(await decide('mia', 'APPROVE', many))).toEqual({
      kind: 'INVALID',
      problems: [{ path: 'pairIds', message: 'must be 1 to 500 ids, got 501' }],
    });
    expect(failureOf(await decide('mia', 'APPROVE', [], 'x'.repeat(2_001)))).toMatchObject({
      problems: [{ path: 'pairIds' }, { path: 'note' }],
    });
  });

  it('rests on what others decided in between', async () => {
    const { decisions, decide, held } = aShop();
    decisions.interfere = async () => void (await decide('noor', 'APPROVE', [AB]));
    expect(valueOf(await decide('mia', 'APPROVE', [AB, AC]))).toEqual({ decided: 1 });
    expect(await held(AB)).toMatchObject({ decidedBy: 'noor', version: 1 });
  });
});
