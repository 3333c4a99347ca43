import { MongoClient } from 'mongodb';
import { describe, expect, it } from 'vitest';

import { rollUp } from '../../src/domain/measurement/roll-up.js';
import { anInteraction, anOrder } from '../support/builders.js';
import { collected } from '../support/collected.js';
import { useStores } from '../support/store.js';

const at = (day: number): Date => new Date(Date.UTC(2026, 10, day, 12));

describe('a shop whose facts were recorded before changes of days were counted', () => {
  const { stores, address } = useStores();

  it('has all of its days rolled up once, and is not looked through again', async () => {
    await stores().facts.recordOrders([anOrder('o1', ['a'], { placedAt: at(1) }), anOrder('o2', ['a'], { placedAt: at(3) })]);
    await stores().facts.recordInteractions([anInteraction('e1', 'a', { kind: 'CLICK', at: at(2), recommendationId: 'x-1' }), anInteraction('e2', 'a', { at: at(4) })]);
    const client = new MongoClient(address().uri);
    await client.db(address().database).collection('day_changes').deleteMany({});
    await client.close();
    const { measured, sheets } = stores();
    expect(await rollUp({ measured, sheets, now: at(5), windowDays: 7 })).toEqual({ days: 3 });
    expect((await collected(sheets.sheets(null, '2026-12-01'))).map(({ day, orders }) => [day, orders.length])).toEqual([
      ['2026-11-01', 1],
      ['2026-11-02', 0],
      ['2026-11-03', 1],
    ]);
    expect(await rollUp({ measured, sheets, now: at(5), windowDays: 7 })).toEqual({ days: 0 });
  });
});
