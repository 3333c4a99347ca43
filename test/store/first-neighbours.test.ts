import { describe, expect, it } from 'vitest';

import { anInteraction, anOrder, someNeighbours, someStatistics } from '../support/builders.js';
import { useStores } from '../support/store.js';

describe('the first neighbours of a version', () => {
  const { stores } = useStores();

  it('are those of the anchors that are asked for, best first, of this version alone', async () => {
    const { models } = stores();
    await models.stage('one', someStatistics({ coPurchase: [someNeighbours('a', { x: 0.9, y: 0.8, z: 0.7 }), someNeighbours('b', { a: 0.5 })] }));
    await models.stage('two', someStatistics({ coPurchase: [someNeighbours('a', { q: 1 })] }));
    expect(await models.firstNeighbours('one', ['a', 'unknown'], 2)).toEqual(new Map([['a', ['x', 'y']]]));
    expect(await models.firstNeighbours('two', ['b', 'a'], 2)).toEqual(new Map([['a', ['q']]]));
    expect(await models.firstNeighbours('none', ['a'], 2)).toEqual(new Map());
  });

  it('are found for more anchors than one command asks for', async () => {
    const ids = Array.from({ length: 2_500 }, (_, index) => `p${String(index)}`);
    await stores().models.stage('many', someStatistics({ coPurchase: ids.map((id) => someNeighbours(id, { x: 1 })) }));
    expect((await stores().models.firstNeighbours('many', ids, 4)).size).toBe(2_500);
  });
});

describe('the newest fact before an instant', () => {
  const { stores } = useStores();
  const at = (day: number): Date => new Date(Date.UTC(2026, 9, day));

  it('is told of orders that stand, and of interactions', async () => {
    await stores().facts.recordOrders([
      anOrder('first', ['a'], { placedAt: at(1) }),
      anOrder('second', ['a'], { placedAt: at(2) }),
      anOrder('cancelled', ['a'], { placedAt: at(3), status: 'CANCELLED' }),
      anOrder('last', ['a'], { placedAt: at(4) }),
    ]);
    await stores().facts.recordInteractions([anInteraction('one', 'a', { at: at(1) }), anInteraction('two', 'a', { at: at(3) })]);
    const { facts } = stores();
    expect([await facts.newestOrderAt(), await facts.newestOrderAt(at(4)), await facts.newestOrderAt(at(1))]).toEqual([at(4), at(2), null]);
    expect([await facts.newestInteractionAt(), await facts.newestInteractionAt(at(3))]).toEqual([at(3), at(1)]);
  });
});
