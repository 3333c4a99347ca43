import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ordersAfter, productsOf, questionsOf } from '../../../src/domain/learning/drift-questions.js';
import { bought, collect, daysAgo } from '../../support/learning-facts.js';
import { shuffledWithRepeats, someShop } from '../../support/random-shops.js';

const anything = (): boolean => true;

describe('the orders that two models are asked about', () => {
  it('are those of two products or more after the instant, newest first', () => {
    const facts = collect({
      orders: [
        bought('at the instant', null, ['a', 'b'], daysAgo(3)),
        bought('after it', null, ['a', 'c'], daysAgo(2)),
        bought('alone', null, ['d'], daysAgo(1)),
        bought('twice the same', null, ['d', 'd'], daysAgo(1)),
        bought('newest', null, ['e', 'f'], daysAgo(0)),
      ],
    });
    const places = ordersAfter(facts, daysAgo(3));
    expect([...places].map((place) => [...productsOf(facts, Uint32Array.of(place))])).toEqual([['e', 'f'], ['a', 'c']]);
    expect(productsOf(facts, places)).toEqual(['a', 'c', 'e', 'f']);
  });

  it('give at most five questions, ask no product twice and hide none twice', () => {
    const products = Array.from({ length: 40 }, (_, index) => `p${index}`);
    fc.assert(
      fc.property(fc.string(), fc.subarray(products, { minLength: 2 }), (id, productIds) => {
        const questions = questionsOf(collect({ orders: [bought(id, null, productIds)] }), 0, anything);
        expect(questions.length).toBe(Math.min(5, productIds.length));
        expect(new Set(questions.map(({ anchorId }) => anchorId)).size).toBe(questions.length);
        expect(new Set(questions.map(({ hiddenId }) => hiddenId)).size).toBe(questions.length);
        for (const { anchorId, hiddenId } of questions) {
          expect(anchorId).not.toBe(hiddenId);
          expect(productIds).toContain(anchorId);
          expect(productIds).toContain(hiddenId);
        }
      }),
    );
  });

  it('are asked about products that are known only, and about nothing where fewer than two are', () => {
    const facts = collect({ orders: [bought('one', null, ['a', 'b', 'c'])] });
    expect(questionsOf(facts, 0, (id) => id !== 'b').map(({ anchorId }) => anchorId).sort()).toEqual(['a', 'c']);
    expect(questionsOf(facts, 0, (id) => id === 'a')).toEqual([]);
    expect(questionsOf(facts, 0, () => false)).toEqual([]);
  });

  it('are asked the same questions in whatever order facts come', () => {
    const disordered = someShop.chain(({ orders }) => fc.record({ orders: fc.constant(orders), again: shuffledWithRepeats(orders) }));
    fc.assert(
      fc.property(disordered, ({ orders, again }) => {
        const asked = (facts: ReturnType<typeof collect>) => [...ordersAfter(facts, daysAgo(3))].map((place) => questionsOf(facts, place, anything));
        expect(asked(collect({ orders: again }))).toEqual(asked(collect({ orders })));
      }),
    );
  });

  it('are asked the same questions whatever else is sold', () => {
    const order = bought('one', 'ann', ['m', 'n', 'o', 'p', 'q', 'r', 's']);
    const alone = collect({ orders: [order] });
    const among = collect({ orders: [bought('other', null, ['a', 'z'], daysAgo(9)), order] });
    const [place] = ordersAfter(among, daysAgo(1));
    expect(questionsOf(among, place ?? -1, anything)).toEqual(questionsOf(alone, 0, anything));
  });
});
