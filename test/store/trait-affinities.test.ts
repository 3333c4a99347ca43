import { describe, expect, it } from 'vitest';

import type { TraitAffinity } from '../../src/domain/learning/trait-affinity.js';
import { toTrait } from '../../src/stores/learned/model-documents.js';
import { aModel, someStatistics } from '../support/builders.js';
import { allDocumentsOf, useStores } from '../support/store.js';

const LANTERN: TraitAffinity = { trait: 'word:lantern', weight: 1.25, productIds: ['l1', 'l2'], relativeDemand: [0, -0.75] };
const ACME: TraitAffinity = { trait: 'brand:Acme & Søn: 1', weight: 0.5, productIds: ['a1'], relativeDemand: [-2] };

describe('the affinity of traits in a store', () => {
  const { stores, address } = useStores();
  const stage = async (version: string) => stores().models.stage(version, someStatistics({ traits: [LANTERN, ACME] }));
  const versions = async () =>
    new Set((((await allDocumentsOf(address()))['trait_affinities'] ?? []) as readonly { version: string }[]).map(({ version }) => version));
  const deadline = { maxTimeMS: 10_000, signal: AbortSignal.timeout(10_000) };

  it('comes back as it was learned, also when it is staged again after a killed run', async () => {
    await stage('v1');
    await stage('v1');
    expect([...((await stores().serving.traits('v1')) as ReadonlyMap<string, TraitAffinity>)]).toEqual([['brand:Acme & Søn: 1', ACME], ['word:lantern', LANTERN]]);
  });

  it('of a version that told no demand has none', () => {
    const { relativeDemand: _, ...before } = LANTERN;
    expect(toTrait({ _id: 'old:word:lantern', version: 'old', ...before })).toEqual({ ...LANTERN, relativeDemand: [] });
  });

  it('of a version that an earlier release published is none', async () => {
    expect((await stores().serving.traits('earlier')).size).toBe(0);
  });

  it('of the past is read by name', async () => {
    const past = stores().pastModels.within(deadline);
    expect(await past.traits('v1', ['word:lantern', 'word:tea'])).toEqual(new Map([['word:lantern', LANTERN]]));
    expect(await past.traits('v0', ['word:lantern'])).toEqual(new Map());
  });

  it('is in the snapshot of the version that is published', async () => {
    await stores().models.publish(aModel({ version: 'v1' }));
    expect((await stores().snapshots.read(null)).snapshot.traits.get('word:lantern')).toEqual(LANTERN);
  });

  it('is swept with its version', async () => {
    await stage('v2');
    await stores().models.publish(aModel({ version: 'v2' }));
    await stores().models.sweep(new Date(Date.now() + 86_400_000), 1);
    expect(await versions()).toEqual(new Set(['v2']));
  });
});
