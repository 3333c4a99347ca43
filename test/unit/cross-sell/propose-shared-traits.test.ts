import { describe, expect, it } from 'vitest';
import { proposeSharedTraits } from '../../../src/domain/cross-sell/propose-shared-traits.js';
import type { TraitAffinity } from '../../../src/domain/learning/trait-affinity.js';
import { aProduct } from '../../support/builders.js';

const traits = (...all: readonly TraitAffinity[]) => new Map(all.map((affinity) => [affinity.trait, affinity]));
const DEMAND: Readonly<Record<string, number>> = { l1: 0, l2: -0.2, both: -0.4, r1: 0, t1: 0 };
const of = (trait: string, weight: number, ...productIds: readonly string[]): TraitAffinity => ({
  trait,
  weight,
  productIds,
  relativeDemand: productIds.map((id) => DEMAND[id] ?? 0),
});
const titled = (id: string, title: string) => aProduct(id, { title, brand: null, categoryPath: [] });
const NONE: ReadonlySet<string> = new Set();
const lantern = titled('new', 'Red lantern');
const found = (...given: Parameters<typeof proposeSharedTraits>) => proposeSharedTraits(...given).map(({ productId }) => productId);

describe('what shares a trait', () => {
  const index = traits(of('word:lantern', 1, 'l1', 'l2', 'both'), of('word:red', 0.5, 'r1', 'both'), of('word:tea', 9, 't1'));

  it('is proposed for an anchor of which nothing was learned: the more that is shared weighs the better, and what is wanted more before what is wanted less', () => {
    expect(found([lantern], index, NONE, 9)).toEqual(['both', 'l1', 'l2', 'r1']);
    const [both, first] = proposeSharedTraits([lantern], index, NONE, 9);
    expect(both).toMatchObject({ source: 'SHARED_TRAIT', becauseId: 'new', evidence: null, personalised: false });
    expect(both?.score).toBeCloseTo(Math.exp(1.5 - 0.2), 12);
    expect(first?.score).toBeCloseTo(Math.exp(1), 12);
  });

  it('is told of a basket by the anchor that speaks loudest, and the same in any order', () => {
    const red = titled('a-red-one', 'Something red');
    const basket = [lantern, red];
    const [best] = proposeSharedTraits(basket, index, NONE, 9);
    expect(best).toMatchObject({ productId: 'both', becauseId: 'new' });
    expect(best?.score).toBeCloseTo(Math.exp(1.5 - 0.2), 12);
    expect(proposeSharedTraits(basket.toReversed(), index, NONE, 9)).toEqual(proposeSharedTraits(basket, index, NONE, 9));
  });

  it('is nothing that sharing makes no likelier than what the shop’s customers want most', () => {
    const rare = { trait: 'word:lantern', weight: 1, productIds: ['l1', 'l2', 'l3'], relativeDemand: [-0.99, -1, -1.01] };
    expect(found([lantern], traits(rare), NONE, 9)).toEqual(['l1', 'l2']);
    expect(found([lantern], traits({ ...rare, relativeDemand: [] }), NONE, 9)).toEqual([]);
  });

  it('is no likelier for a basket whose products say the same again', () => {
    const rare = traits({ trait: 'word:lantern', weight: 1, productIds: ['l1'], relativeDemand: [-1.5] });
    expect(found(Array.from({ length: 50 }, (_, at) => titled(`anchor${String(at)}`, 'Red lantern')), rare, NONE, 9)).toEqual([]);
  });

  it('has an order however much a title says', () => {
    const words = Array.from({ length: 90 }, (_, at) => `word${String.fromCharCode(97 + (at % 26), 97 + Math.floor(at / 26))}`);
    const heavy = traits(...words.map((word) => ({ trait: `word:${word}`, weight: 10, productIds: ['a', 'z'], relativeDemand: [-5, 0] })));
    const [first, second] = proposeSharedTraits([titled('long', words.join(' '))], heavy, NONE, 9);
    expect([first?.productId, second?.productId]).toEqual(['z', 'a']);
    expect(first?.score).toBeLessThan(Number.MAX_VALUE);
  });

  it('is nothing that was dismissed for an anchor, and what comes next has its place', () => {
    expect(found([lantern], index, new Set(['both', 'l2']), 2)).toEqual(['l1', 'r1']);
  });

  it('is no anchor itself, and no more than is asked for', () => {
    expect(found([{ ...lantern, id: 'l1' }, { ...lantern, id: 'both' }], index, NONE, 9)).toEqual(['l2', 'r1']);
    expect(found([lantern], index, NONE, 2)).toEqual(['both', 'l1']);
    expect([found([lantern], index, NONE, 0), found([lantern], new Map(), NONE, 9), found([titled('x', 'Other')], index, NONE, 9)]).toEqual([[], [], []]);
  });

  it('is in the order of ids where nothing else decides', () => {
    expect(found([lantern], traits(of('word:lantern', 1, 'z'), of('word:red', 1, 'b')), NONE, 9)).toEqual(['b', 'z']);
  });
});
