import { MongoClient } from 'mongodb';
import { describe, expect, it } from 'vitest';

import { staleDays } from '../../src/domain/measurement/stale-days.js';
import { anInteraction, anOrder } from '../support/builders.js';
import { useStores } from '../support/store.js';

const at = (day: number, hour = 12): Date => new Date(Date.UTC(2026, 10, day, hour));

describe('a day whose facts change', () => {
  const { stores, address } = useStores();

  /** The days that something marks, and whether with touches. */
  const markedBy = async (change: () => Promise<unknown>): Promise<readonly string[]> => {
    const before = new Map((await stores().measured.dayChanges()).map((mark) => [mark.day, mark]));
    await change();
    return (await stores().measured.dayChanges()).flatMap(({ day, changes, touches }) => {
      const former = before.get(day) ?? { changes: 0, touches: 0 };
      if (changes === former.changes) return [];
      return [touches === former.touches ? day : `${day} with touches`];
    });
  };

  const order = (day: number, version: number) => anOrder('o1', ['a'], { placedAt: at(day), updatedAt: at(20, version) });

  it('is marked for a new order, for the same again and for one that is newer', async () => {
    expect(await markedBy(async () => stores().facts.recordOrders([order(1, 1)]))).toEqual(['2026-11-01']);
    expect(await markedBy(async () => stores().facts.recordOrders([order(1, 1)]))).toEqual(['2026-11-01']);
    expect(await markedBy(async () => stores().facts.recordOrders([order(1, 2)]))).toEqual(['2026-11-01']);
  });

  it('is marked with the other day when an order moves, however often that is told again', async () => {
    const moved = async () => stores().facts.recordOrders([order(5, 3)]);
    expect(await markedBy(moved)).toEqual(['2026-11-01', '2026-11-05']);
    expect(await markedBy(moved)).toEqual(['2026-11-01', '2026-11-05']);
    expect(await markedBy(async () => stores().facts.recordOrders([order(7, 4)]))).toEqual(['2026-11-01', '2026-11-05', '2026-11-07']);
  });

  it('keeps what an order says free of where it was before', async () => {
    const held = [];
    for await (const one of stores().measured.completedOrders(at(7, 0), at(8, 0))) held.push(one);
    expect(held).toEqual([order(7, 4)]);
    const client = new MongoClient(address().uri);
    const document = await client.db(address().database).collection('orders').findOne({});
    await client.close();
    expect(document?.['formerlyPlacedAt']).toHaveLength(2);
  });

  it('is marked once for many orders of it in one call', async () => {
    const before = (await stores().measured.dayChanges()).find(({ day }) => day === '2026-11-09')?.changes ?? 0;
    await stores().facts.recordOrders(Array.from({ length: 20 }, (_, index) => anOrder(`many${String(index)}`, ['a'], { placedAt: at(9, index) })));
    expect((await stores().measured.dayChanges()).find(({ day }) => day === '2026-11-09')?.changes).toBe(before + 1);
  });

  it('is marked for interactions that name a list, also for those known already', async () => {
    const click = anInteraction('e1', 'a', { kind: 'CLICK', at: at(11), recommendationId: 'x-1' });
    const view = anInteraction('e2', 'a', { at: at(12) });
    expect(await markedBy(async () => stores().facts.recordInteractions([click, view]))).toEqual(['2026-11-11 with touches']);
    expect(await markedBy(async () => stores().facts.recordInteractions([click]))).toEqual(['2026-11-11 with touches']);
  });

  it('is not marked when interactions expire: its figures stay', async () => {
    expect(await markedBy(async () => stores().facts.expireInteractions(at(30)))).toEqual([]);
  });

  it('has its sheet made again, and only its own, for an order; and those of the window after it for a click', async () => {
    const bases = new Map(staleDays(await stores().measured.dayChanges(), new Map(), 7).map(({ day, basis }) => [day, basis]));
    const staleAfter = async (change: () => Promise<unknown>): Promise<readonly string[]> => {
      await change();
      const stale = staleDays(await stores().measured.dayChanges(), bases, 7);
      for (const { day, basis } of stale) bases.set(day, basis);
      return stale.map(({ day }) => day);
    };
    expect(await staleAfter(async () => stores().facts.recordOrders([anOrder('late', ['a'], { placedAt: at(5) })]))).toEqual(['2026-11-05']);
    const click = anInteraction('late', 'a', { kind: 'CLICK', at: at(4), recommendationId: 'x-1' });
    expect(await staleAfter(async () => stores().facts.recordInteractions([click]))).toEqual(['2026-11-04', '2026-11-05', '2026-11-07', '2026-11-09', '2026-11-11']);
  });
});
