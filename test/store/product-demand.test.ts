import { MongoClient } from 'mongodb';
import { describe, expect, it } from 'vitest';

import { NO_DEMAND } from '../../src/domain/serving/demand-index.js';
import { MOST_PRODUCTS_IN_DEMAND, PRODUCTS_PER_PART } from '../../src/stores/learned/model-documents.js';
import { aModel, aProduct, someDemand, somePopularity, someStatistics } from '../support/builders.js';
import { allDocumentsOf, useStores } from '../support/store.js';

const TEA = { demand: 1.5, trend: -0.25, repeatRate: 0.4, intervalDays: 21 };
const LAMP = { demand: -2, trend: 0.125, repeatRate: 0.1 };

describe('the demand for products in a store', () => {
  const { stores, address } = useStores();
  const stage = async (version: string, demand = someDemand({ tea: TEA, lamp: LAMP })) =>
    stores().models.stage(version, someStatistics({ demand, popularity: [somePopularity('', { tea: 1 })] }));
  const publish = async (version: string) => stores().models.publish(aModel({ version }));
  const documents = async () => ((await allDocumentsOf(address()))['product_demand'] ?? []) as readonly { _id: string }[];

  it('comes back as it was learned', async () => {
    await stage('v1');
    const demand = await stores().serving.demand('v1');
    expect(demand.of('tea')).toMatchObject(TEA);
    expect(demand.of('lamp')).toMatchObject({ ...LAMP, intervalDays: null });
  });

  it('can be staged again after a killed run, and says the same', async () => {
    await stage('v1');
    expect((await documents()).map(({ _id }) => _id)).toEqual(['v1:0']);
  });

  it('of a version that an earlier release published is that of a shop that has not learned any', async () => {
    expect(await stores().serving.demand('earlier')).toBe(NO_DEMAND);
  });

  it('is kept in parts, of the strongest products only', async () => {
    const beyond = MOST_PRODUCTS_IN_DEMAND + 1;
    const number = (value: number) => new Array<number>(beyond).fill(value);
    const ids = Array.from({ length: beyond }, (_, index) => `p${String(index)}`);
    await stage('large', { ids, demand: ids.map((_, index) => -index), trend: number(0), repeatRate: number(0.5), intervalDays: number(7) });
    const demand = await stores().serving.demand('large');
    expect((await documents()).filter(({ _id }) => _id.startsWith('large:'))).toHaveLength(MOST_PRODUCTS_IN_DEMAND / PRODUCTS_PER_PART);
    expect(demand.of(`p${String(MOST_PRODUCTS_IN_DEMAND - 1)}`)).toMatchObject({ demand: -(MOST_PRODUCTS_IN_DEMAND - 1), intervalDays: 7 });
    expect(demand.of(`p${String(MOST_PRODUCTS_IN_DEMAND)}`)).toMatchObject({ demand: -(MOST_PRODUCTS_IN_DEMAND - 1), intervalDays: null });
  });

  it('is in the snapshot of the published version, and read again with the model only', async () => {
    expect((await stores().snapshots.read(null)).snapshot.demand).toBe(NO_DEMAND);
    await publish('v1');
    const first = await stores().snapshots.read(null);
    expect(first.snapshot.demand.of('tea')).toMatchObject(TEA);
    await stores().facts.recordProducts([aProduct('tea')]);
    const afterCatalogue = await stores().snapshots.read(first);
    expect(afterCatalogue).not.toBe(first);
    expect(afterCatalogue.snapshot.demand).toBe(first.snapshot.demand);
    await stage('v2', someDemand({ tea: { ...TEA, demand: 3 } }));
    await publish('v2');
    expect((await stores().snapshots.read(afterCatalogue)).snapshot.demand.of('tea').demand).toBe(3);
  });

  it('is swept with its version', async () => {
    await stores().models.sweep(new Date(Date.now() + 86_400_000), 1);
    expect((await documents()).map(({ _id }) => _id)).toEqual(['v2:0']);
  });

  it('is found by version in an index of its own', async () => {
    const client = new MongoClient(address().uri);
    const indexes = await client.db(address().database).collection('product_demand').indexes();
    await client.close();
    expect(indexes.map(({ key }) => key)).toContainEqual({ version: 1 });
  });
});
