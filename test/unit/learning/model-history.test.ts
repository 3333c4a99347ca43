import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  confirmed,
  isVersionsKept,
  type ModelHistory,
  NEVER_PUBLISHED,
  published,
  publishedAt,
  trimmed,
  withholding,
} from '../../../src/domain/learning/model-history.js';
import { NotRetained } from '../../../src/domain/merchandising/kept/not-retained.js';
import { aModel } from '../../support/builders.js';

const at = (minute: number): Date => new Date(Date.UTC(2026, 0, 1, 0, minute));

/** Publishes versions one after another, one every ten minutes. */
const historyOf = (versions: readonly string[], versionsKept = Number.POSITIVE_INFINITY): ModelHistory =>
  versions.reduce<ModelHistory>(
    (history, version, index) => trimmed(published(history, aModel({ version, publishedAt: at(index * 10) })), versionsKept),
    NEVER_PUBLISHED,
  );

const versionAt = (history: ModelHistory, minute: number): string | null => publishedAt(history, at(minute))?.version ?? null;

describe('what was published when', () => {
  it('is nothing before the first learning, and each version from its own instant on', () => {
    const history = historyOf(['A', 'B']);
    expect([-1, 0, 9, 10, 99].map((minute) => versionAt(history, minute))).toEqual([null, 'A', 'A', 'B', 'B']);
    expect(publishedAt(NEVER_PUBLISHED, at(0))).toBeNull();
  });

  it('has three periods for A, B and A again', () => {
    const history = historyOf(['A', 'B', 'A']);
    expect([5, 15, 25].map((minute) => versionAt(history, minute))).toEqual(['A', 'B', 'A']);
    expect(history.publications).toHaveLength(3);
  });

  it('goes on when the published version is published again', () => {
    const history = historyOf(['A', 'A']);
    expect(history.publications).toMatchObject([{ version: 'A', publishedAt: at(0) }]);
  });

  it('is complete since the oldest publication that is kept, once one was dropped', () => {
    const history = historyOf(['A', 'B', 'C'], 2);
    expect(history.publications.map(({ version }) => version)).toEqual(['C', 'B']);
    expect(history.completeSince).toEqual(at(10));
    expect(versionAt(history, 10)).toBe('B');
    expect(() => publishedAt(history, at(9))).toThrow(NotRetained);
    expect(() => publishedAt(history, at(9))).toThrow(expect.objectContaining({ since: at(10) }));
  });

  it('stays complete when fewer are kept than there are versions allowed', () => {
    expect(historyOf(['A', 'B', 'A', 'B', 'A'], 2)).toMatchObject({ completeSince: null, publications: { length: 5 } });
  });

  it('answers what was published, or that it is no longer known, for any history', () => {
    const versions = fc.array(fc.constantFrom('A', 'B', 'C', 'D'), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(versions, fc.integer({ min: 2, max: 4 }), fc.integer({ min: -5, max: 125 }), (all, kept, minute) => {
        const told = historyOf(all, kept);
        const truth = minute < 0 ? null : (all[Math.min(Math.floor(minute / 10), all.length - 1)] ?? null);
        const known = told.completeSince === null || at(minute) >= told.completeSince;
        if (known) expect(versionAt(told, minute)).toBe(truth);
        else expect(() => versionAt(told, minute)).toThrow(NotRetained);
        expect(new Set(told.publications.map(({ version }) => version)).size).toBeLessThanOrEqual(kept);
      }),
    );
  });

  it('does not grow for ever where the same versions are published again and again', () => {
    const many = historyOf(Array.from({ length: 1_200 }, (_, index) => (index % 2 === 0 ? 'A' : 'B')));
    expect(many.publications).toHaveLength(1_000);
    expect(many.completeSince).toEqual(at(2_000));
  });

  it('remembers what was held back beside the published version, whatever is swept, until something is published or it is learned again', () => {
    const withheld = { modelVersion: 'X', at: at(25), orders: 60, publishedHitRate: 0.8, withheldHitRate: 0.5, margin: 0.04 };
    const history = withholding(historyOf(['A', 'B', 'C']), 'C', withheld);
    expect(history).toMatchObject({ withheld, publications: [{ version: 'C' }, { version: 'B' }, { version: 'A' }] });
    expect(trimmed(history, 2)).toMatchObject({ withheld, publications: { length: 2 } });
    expect(published(history, aModel({ version: 'D', publishedAt: at(30) })).withheld).toBeNull();
    for (const cleared of [published(history, aModel({ version: 'C', publishedAt: at(30) })), confirmed(history, 'C')])
      expect(cleared).toEqual(historyOf(['A', 'B', 'C']));
    const later = { ...withheld, modelVersion: 'Y', at: at(26) };
    expect(withholding(history, 'C', later).withheld).toEqual(later);
  });

  it('says nothing of what was held back beside a version that is no longer the published one', () => {
    const withheld = { modelVersion: 'X', at: at(25), orders: 60, publishedHitRate: 0.8, withheldHitRate: 0.5, margin: 0.04 };
    for (const history of [historyOf(['A', 'B']), NEVER_PUBLISHED]) expect(withholding(history, 'A', withheld)).toBe(history);
    const held = withholding(historyOf(['A', 'B']), 'B', withheld);
    expect(confirmed(held, 'A')).toBe(held);
  });

  it.each([[2, true], [366, true], [1, false], [367, false], [2.5, false], [Number.NaN, false]])('%d versions may be kept: %s', (value, may) => {
    expect(isVersionsKept(value)).toBe(may);
  });
});
