import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CoPurchaseStats } from '../../../src/domain/learning/model.js';
import type { TraitAffinity } from '../../../src/domain/learning/trait-affinity.js';
import { MOST_TRAITS, PRODUCTS_OF_GROUP, PRODUCTS_OF_TRAIT, TraitCollector } from '../../../src/domain/learning/trait-collector.js';

const beside = (productId: string, neighbourIds: readonly string[]): CoPurchaseStats => {
  const ones = neighbourIds.map(() => 1);
  return { productId, orders: 9, neighbourIds, ordersTogether: ones, neighbourOrders: neighbourIds.map(() => 9), scores: ones, basketScores: ones };
};
/** The demand for products, each less wanted than the one before. */
const wanted = (ids: readonly string[]) => ({ ids, demand: ids.map((_, place) => 3 - place) });
const titled = (id: string, title: string) => ({ id, title, brand: null, categoryPath: [], active: true });

/** Ten lanterns, ten teas and twenty other things, by how much they are wanted. */
const IDS = [...Array.from({ length: 10 }, (_, at) => [`lantern${String(at)}`, `tea${String(at)}`]).flat(), ...Array.from({ length: 20 }, (_, at) => `thing${String(at)}`)];
const titleOf = (id: string): string => `${id.replace(/\d+$/, '')} ${'abcdefghijklmnopqrst'[Number(id.replace(/^\D+/, ''))] ?? ''}xx`;
const learned = (pairs: readonly CoPurchaseStats[], ids: readonly string[] = IDS, more: readonly string[] = []): readonly TraitAffinity[] => {
  const collector = new TraitCollector(wanted(ids));
  for (const id of [...ids, ...more]) collector.add(titled(id, titleOf(id)));
  return collector.finish(pairs);
};

/** Lanterns are bought with lanterns, teas with things. */
const PAIRS = [
  beside('lantern0', ['lantern1', 'lantern2', 'thing0']),
  beside('lantern1', ['lantern0', 'lantern2']),
  beside('tea0', ['thing1', 'thing2']),
  beside('tea1', ['thing1', 'thing2']),
];

describe('the affinity of traits', () => {
  it('is found where the products of a trait are bought together more than the shop’s are, and nowhere else', () => {
    const [lantern, ...others] = learned(PAIRS);
    expect(others).toEqual([]);
    // Of 9 orders with pairs of 8 products 4 are of lanterns, where by the orders of the 3 lanterns 3 · 2 · 9 / (8 · 7) would be expected.
    expect(lantern?.trait).toBe('word:lantern');
    expect(lantern?.weight).toBeCloseTo(Math.log((4 + 1) / ((6 * 9) / 56 + 1)), 12);
  });

  it('is of pairs of two groups: that products of one are bought together says that shoppers vary them', () => {
    const pathOf = (id: string): readonly string[] => (id.startsWith('lantern') ? ['home', Number(id.slice(7)) % 2 === 0 ? 'of glass' : 'of paper'] : []);
    const grouped = (pairs: readonly CoPurchaseStats[]) => {
      const collector = new TraitCollector(wanted(IDS));
      for (const id of IDS) collector.add({ ...titled(id, titleOf(id)), categoryPath: pathOf(id) });
      return collector.finish(pairs);
    };
    expect(grouped([beside('lantern0', ['lantern2', 'lantern4', 'lantern6']), beside('lantern1', ['lantern3']), ...PAIRS.slice(2)])).toEqual([]);
    const [lantern, ...others] = grouped([...PAIRS, beside('lantern3', ['lantern4', 'lantern1'])]);
    expect([lantern?.trait, others]).toEqual(['word:lantern', []]);
    // Of 9 orders with pairs of two groups 4 are of lanterns. Of 10 products 3 are of one group and 2 of another, and all of these are lanterns.
    expect(lantern?.weight).toBeCloseTo(Math.log((4 + 1) / (((5 ** 2 - 3 ** 2 - 2 ** 2) * 9) / (10 ** 2 - 3 ** 2 - 2 ** 2 - 5) + 1)), 12);
  });

  it('weighs what was bought together against how much its products are bought at all', () => {
    const often = PAIRS.map((stats) => ({
      ...stats,
      orders: stats.productId.startsWith('lantern') ? 90 : 9,
      neighbourOrders: stats.neighbourIds.map((id) => (id.startsWith('lantern') ? 90 : 9)),
    }));
    expect(learned(often)).toEqual([]);
  });

  it('names the products that are wanted most, the most wanted first, and how much beside what is wanted most in the shop', () => {
    expect(learned(PAIRS)[0]?.relativeDemand).toEqual(Array.from({ length: 10 }, (_, at) => (at === 0 ? 0 : -2 * at)));
    expect(learned(PAIRS)[0]?.productIds).toEqual(IDS.filter((id) => id.startsWith('lantern')));
    const many = Array.from({ length: 60 }, (_, at) => `lantern${String(at)}`);
    const all = [...many, ...Array.from({ length: 2_000 }, (_, at) => `thing${String(at)}`)];
    expect(learned(PAIRS, all)[0]?.productIds).toEqual(many.slice(0, PRODUCTS_OF_TRAIT));
  });

  it('is told beside the active product that is wanted most of those that the catalogue knows', () => {
    const collector = new TraitCollector(wanted(['postage', 'over', ...IDS]));
    collector.add({ ...titled('over', 'Last winter'), active: false });
    for (const id of IDS) collector.add(titled(id, titleOf(id)));
    expect(collector.finish(PAIRS)).toEqual(learned(PAIRS));
  });

  it('names few products of one group: an anchor of it needs others', () => {
    const many = Array.from({ length: 40 }, (_, at) => `lantern${String(at)}`);
    const collector = new TraitCollector(wanted([...many, ...IDS.filter((id) => !id.startsWith('lantern'))]));
    const groupAt = (at: number): readonly string[] => (at < 30 ? ['of glass'] : at < 35 ? ['of paper'] : []);
    many.forEach((id, at) => collector.add({ ...titled(id, titleOf(id)), categoryPath: groupAt(at) }));
    for (const id of IDS.filter((each) => !each.startsWith('lantern'))) collector.add(titled(id, titleOf(id)));
    const [lantern] = collector.finish([...PAIRS, beside('lantern0', ['lantern30', 'lantern35'])]);
    expect(lantern?.productIds).toEqual([...many.slice(0, PRODUCTS_OF_GROUP), ...many.slice(30)]);
  });

  it('says nothing of a trait that a pair speaks for from one side only', () => {
    expect(learned([...PAIRS.slice(2), beside('lantern0', ['lantern1'])])).toEqual([]);
    expect(learned([...PAIRS.slice(2), beside('lantern0', ['lantern1']), beside('lantern1', ['lantern0'])])[0]?.trait).toBe('word:lantern');
  });

  it('believes a pair of many orders more than one of few', () => {
    const weightOf = (orders: number) => learned([...PAIRS.slice(2), { ...beside('lantern0', ['lantern1', 'lantern2']), ordersTogether: [orders, orders] }])[0]?.weight ?? 0;
    expect([weightOf(1) < weightOf(3), weightOf(3) < weightOf(9)]).toEqual([true, true]);
  });

  it('says nothing of a trait that most of the range has', () => {
    const lanterns = Array.from({ length: 51 }, (_, at) => `lantern${String(at)}`);
    expect(learned(PAIRS, lanterns)).toEqual([]);
  });

  it('looks at what sells only, and at products that the catalogue knows', () => {
    expect(learned([...PAIRS, beside('lantern77', ['lantern0', 'lantern1'])], IDS, ['lantern77'])).toEqual(learned(PAIRS));
    expect(learned([...PAIRS, beside('gone', ['lantern0']), beside('lantern2', ['gone'])])).toEqual(learned(PAIRS));
    expect(learned([])).toEqual([]);
    expect(new TraitCollector(wanted([])).finish(PAIRS)).toEqual([]);
  });

  it('is the same whatever order products and pairs come in', () => {
    const expected = learned(PAIRS);
    fc.assert(
      fc.property(fc.shuffledSubarray([...IDS], { minLength: IDS.length }), fc.shuffledSubarray([...PAIRS], { minLength: PAIRS.length }), (ids, pairs) => {
        const collector = new TraitCollector(wanted(IDS));
        for (const id of ids) collector.add(titled(id, titleOf(id)));
        expect(collector.finish(pairs)).toEqual(expected);
      }),
    );
  });

  it('is published of so many traits, those that most pairs speak for, in the order of their names', () => {
    const words = Array.from({ length: MOST_TRAITS + 5 }, (_, at) => `w${String(at).replace(/\d/g, (digit) => 'abcdefghij'[Number(digit)] ?? '')}xx`);
    const ids = words.flatMap((word) => [`${word} 1`, `${word} 2`]);
    const collector = new TraitCollector(wanted(ids));
    for (const id of ids) collector.add(titled(id, id));
    const pairs = words.flatMap((word, at) => [beside(`${word} 1`, [`${word} 2`]), ...(at < 5 ? [] : [beside(`${word} 2`, [`${word} 1`])])]);
    const found = collector.finish(pairs).map(({ trait }) => trait);
    expect(found).toHaveLength(MOST_TRAITS);
    expect(found).toEqual([...found].sort());
    expect(found).not.toContain(`word:${words[0] ?? ''}`);
  });
});
