import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { planBatch, replaceable, type FactShape } from '../../../src/domain/facts/batch-plan.js';

interface Fact {
  readonly id: string;
  readonly version: string;
  readonly says: string;
}

const SHAPE: FactShape<Fact> = { id: ({ id }) => id, version: ({ version }) => version, contents: ({ says }) => says };
const fact = (id: string, version = 'v1', says = 'x'): Fact => ({ id, version, says });

describe('A batch of facts', () => {
  it('is written in one round when no id comes twice', () => {
    expect(planBatch([fact('a'), fact('b')], SHAPE)).toEqual([
      { kind: 'write', round: 0 },
      { kind: 'write', round: 0 },
    ]);
  });

  it('writes a repeat once and takes a conflicting one for what it is: the first wins', () => {
    expect(planBatch([fact('a'), fact('a'), fact('a', 'v1', 'y')], SHAPE)).toEqual([
      { kind: 'write', round: 0 },
      { kind: 'repeat', of: 0 },
      { kind: 'conflict' },
    ]);
  });

  it('writes versions of one fact in rounds of their own', () => {
    expect(planBatch([fact('a', 'v1'), fact('a', 'v2'), fact('b')], SHAPE)).toEqual([
      { kind: 'write', round: 0 },
      { kind: 'write', round: 1 },
      { kind: 'write', round: 0 },
    ]);
  });

  it('never mixes up an id with a version, whatever characters they hold', () => {
    expect(planBatch([fact('a', '"b'), fact('a"', 'b')], SHAPE).every(({ kind }) => kind === 'write')).toBe(true);
  });

  it('writes replaceable facts one after the other, also when they say the same', () => {
    const shape = replaceable<Fact>(({ id }) => id);
    expect(planBatch([fact('a', '', 'x'), fact('a', '', 'y'), fact('a', '', 'x')], shape)).toEqual([
      { kind: 'write', round: 0 },
      { kind: 'write', round: 1 },
      { kind: 'write', round: 2 },
    ]);
  });

  it('never puts an id twice into a round', () => {
    const facts = fc.array(fc.record({ id: fc.constantFrom('a', 'b'), version: fc.constantFrom('1', '2'), says: fc.constantFrom('x', 'y') }));
    fc.assert(
      fc.property(facts, (batch) => {
        const written = planBatch(batch, SHAPE).flatMap((placing, index) =>
          placing.kind === 'write' ? [`${placing.round} ${batch[index]?.id}`] : [],
        );
        expect(new Set(written).size).toBe(written.length);
      }),
    );
  });
});
