import { describe, expect, it } from 'vitest';
import type { MerchandisingRule, RuleContents } from '../../../src/domain/merchandising/rule.js';
import { aProduct, aRule, aSelector, NOW } from '../../support/builders.js';
import { about, PRODUCTS, warned, type ToyShop } from './toy-shop.js';

const toys = aSelector({ categoryIds: ['toys'] });
const later = new Date(NOW.getTime() + 86_400_000);
const held = (changes: Partial<MerchandisingRule>): MerchandisingRule => aRule('held', { name: 'Held rule', ...about('gift'), ...changes });
const hidden = (changes: Partial<MerchandisingRule> = {}) => held({ action: 'EXCLUDE', ...changes });
const find = async (draft: Partial<RuleContents>, ...rules: MerchandisingRule[]) => warned('SHADOWED', draft, { rules });

describe('a rule without effect', () => {
  it('is one whose products are all hidden, whatever it does with them', async () => {
    const [warning] = await find(about('gift'), hidden());
    expect(warning).toEqual({
      code: 'SHADOWED',
      message: '"Held rule" (held) hides everything that this rule is about, wherever it holds: it changes nothing.',
      productIds: ['gift'],
      otherRule: { id: 'held', name: 'Held rule', version: 1 },
    });
    for (const draft of [{ action: 'REQUIRE' }, { action: 'PIN', slot: 1 }, { action: 'BOOST', weight: 2 }, { action: 'BURY', weight: 0.5 }, { action: 'EXCLUDE' }] as const)
      expect(await find({ ...draft, ...about('gift') }, hidden())).toHaveLength(1);
  });

  it('is none as long as one of its products, anchors or placements is left', async () => {
    expect(await find(about('gift', 'glue'), hidden())).toEqual([]);
    expect(await find(about('gift'), hidden({ when: toys }))).toEqual([]);
    expect(await find({ ...about('gift'), when: toys }, hidden({ when: toys }))).toHaveLength(1);
    expect(await find({ ...about('gift'), when: aSelector({ brands: ['Zoom'] }) }, hidden({ when: toys }))).toHaveLength(1);
    expect(await find(about('gift'), hidden({ placements: ['BASKET'] }))).toEqual([]);
    expect(await find({ ...about('gift'), placements: ['BASKET'] }, hidden({ placements: ['BASKET', 'CHECKOUT'] }))).toHaveLength(1);
  });

  it('is none as long as it outlasts what hides its products', async () => {
    expect(await find(about('gift'), hidden({ validUntil: later }))).toEqual([]);
    expect(await find({ ...about('gift'), validUntil: later }, hidden({ validUntil: later, validFrom: NOW }))).toHaveLength(1);
    expect(await find(about('gift'), hidden({ validFrom: later }))).toEqual([]);
    expect(await find({ ...about('gift'), validFrom: later }, hidden({ validFrom: later }))).toHaveLength(1);
  });

  it('is one whose products several rules hide together', async () => {
    const others = [hidden({ id: 'a' }), hidden({ id: 'b', then: aSelector({ tags: ['gift'], maxPrice: '5' }) })];
    expect((await find(about('gift', 'ribbon'), ...others))[0]?.message).toMatch(/^"Held rule" \(a\) together with another rule hides everything/);
    expect((await find(about('gift', 'ribbon', 'glue'), ...others, hidden({ id: 'c', ...about('glue') })))[0]?.message).toContain('together with 2 others');
  });

  it('is one whose products a stronger action or a higher priority already places', async () => {
    expect((await find(about('gift'), held({ action: 'REQUIRE' })))[0]?.message).toContain('already places everything');
    expect(await find({ action: 'PIN', slot: 1, ...about('gift') }, held({ action: 'RECOMMEND' }))).toMatchObject([{ message: expect.stringContaining('This rule already places everything') }]);
    expect(await find(about('gift'), held({ priority: 1 }))).toMatchObject([{ message: expect.stringContaining('"Held rule" (held) already places') }]);
    expect(await find({ ...about('gift'), priority: 2 }, held({ priority: 1 }))).toMatchObject([{ message: expect.stringContaining('This rule already places') }]);
    expect(await find({ action: 'BOOST', weight: 2, ...about('gift') }, held({ action: 'REQUIRE' }))).toEqual([]);
  });

  it('is none where it asks for more of what another of its kind asks for', async () => {
    expect(await find({ action: 'REQUIRE', quantity: 2 }, held({ action: 'REQUIRE', priority: 1 }))).toEqual([]);
    expect(await find({ action: 'REQUIRE', quantity: 2 }, held({ action: 'REQUIRE', priority: 1, quantity: 2 }))).toHaveLength(1);
  });

  it('is one whose products another finds, and none where it finds others', async () => {
    const finding = held({ priority: 1, then: aSelector({ tags: ['gift'] }) });
    const found = (...ids: string[]): ToyShop => ({ rules: [finding], snapshot: { ruleProducts: new Map([['held', ids]]) } });
    expect(await warned('SHADOWED', about('gift'), found('gift', 'ribbon'))).toHaveLength(1);
    expect(await warned('SHADOWED', about('gift'), found('ribbon'))).toEqual([]);
    expect(await warned('SHADOWED', about('gift'), { rules: [finding] })).toEqual([]);
  });

  it('is judged by the price ratio of both, against the anchors', async () => {
    const cheap = (maxPriceRatio: number) => aSelector({ productIds: ['ribbon'], maxPriceRatio });
    const when = aSelector({ productIds: ['car'] });
    expect(await find({ when, ...about('ribbon') }, hidden({ then: cheap(0.5) }))).toHaveLength(1);
    expect(await find({ when, ...about('ribbon') }, hidden({ then: cheap(0.1) }))).toEqual([]);
    expect(await find({ when, then: cheap(0.1) }, hidden({ ...about('ribbon') }))).toEqual([]);
  });

  it('is a NEVER_PERSONALISE that another covers', async () => {
    const never = { action: 'NEVER_PERSONALISE' as const };
    expect((await find({ ...never, ...about('gift') }, held({ ...never, then: null })))[0]?.message).toContain('covers everything');
    expect(await find({ ...never, then: null, when: toys }, held({ ...never, then: null }))).toMatchObject([{ productIds: [] }]);
    expect(await find({ ...never, ...about('gift') }, held({ ...never }))).toHaveLength(1);
    expect(await find({ ...never, then: null, when: toys }, held({ ...never }))).toEqual([]);
    expect((await find({ ...never, then: null }, held({ ...never })))[0]?.message).toContain('This rule covers everything');
    expect(await find({ ...never, ...about('gift') }, hidden())).toEqual([]);
  });

  it('is one that the other lane hides everywhere', async () => {
    expect(await find(about('gift'), hidden({ lane: 'PERSONALISATION' }))).toHaveLength(1);
    expect(await find(about('gift'), hidden({ lane: 'PERSONALISATION', placements: ['HOME'] }))).toEqual([]);
    expect(await find({ action: 'EXCLUDE', ...about('gift') }, hidden({ when: toys }))).toMatchObject([{ message: expect.stringContaining('This rule hides') }]);
  });

  it('is said to be judged by its best sellers, where it is about more than can be looked at', async () => {
    const products = [...PRODUCTS, ...Array.from({ length: 120 }, (_, n) => aProduct(`n${String(n)}`, { tags: ['new'] }))];
    const draft = { then: aSelector({ tags: ['new'] }) };
    const shop = { products, rules: [hidden({ then: aSelector({ tags: ['new'] }) })] };
    expect((await warned('SHADOWED', draft, shop))[0]?.message).toContain('all of the 100 best sellers that this rule is about');
  });
});

describe('a rule that takes another’s whole effect', () => {
  const exclude = { action: 'EXCLUDE' as const };

  it('is told of it', async () => {
    expect(await find({ ...exclude, ...about('gift', 'ribbon') }, held({ action: 'PIN', slot: 1, version: 4 }))).toEqual([
      {
        code: 'SHADOWED',
        message: 'This rule hides everything that "Held rule" (held) is about: once approved, that one changes nothing any more.',
        productIds: ['gift'],
        otherRule: { id: 'held', name: 'Held rule', version: 4 },
      },
    ]);
  });

  it('takes by attribute what the other names or finds', async () => {
    const gifts = { ...exclude, then: aSelector({ tags: ['gift'] }) };
    expect(await find(gifts, held({ ...about('gift', 'ribbon') }))).toHaveLength(1);
    expect(await find(gifts, held({ ...about('gift', 'glue') }))).toEqual([]);
    expect(await find(gifts, held({ ...about('nobody') }))).toEqual([]);
    expect(await find(gifts, held({ action: 'BOOST', weight: 2, then: aSelector({ tags: ['gift'], brands: ['Zoom'] }) }))).toHaveLength(1);
    expect(await find(gifts, held({ action: 'BOOST', weight: 2, then: aSelector({ brands: ['Zoom'] }) }))).toEqual([]);
    const finding = { rules: [held({ then: aSelector({ maxPrice: '5' }) })], snapshot: { ruleProducts: new Map([['held', ['ribbon']]]) } };
    expect(await warned('SHADOWED', gifts, finding)).toHaveLength(1);
  });

  it('does not where the other holds on other anchors, placements or times', async () => {
    expect(await find({ ...exclude, when: toys }, held({}))).toEqual([]);
    expect(await find({ ...exclude, when: toys }, held({ when: aSelector({ categoryIds: ['vehicles'] }) }))).toHaveLength(1);
    expect(await find({ ...exclude, when: toys }, held({ when: aSelector({ productIds: ['car'] }) }))).toHaveLength(1);
    expect(await find({ ...exclude, when: toys }, held({ when: aSelector({ productIds: ['car', 'lamp'] }) }))).toEqual([]);
    expect(await find({ ...exclude, placements: ['BASKET'] }, held({}))).toEqual([]);
    expect(await find({ ...exclude, validUntil: later }, held({}))).toEqual([]);
    expect(await find({ ...exclude, validUntil: later }, held({ validUntil: later }))).toHaveLength(1);
  });

  it('places by itself all that the other would place', async () => {
    expect(await find({ action: 'PIN', slot: 1, ...about('gift', 'glue') }, held({}))).toHaveLength(1);
    expect(await find({ action: 'PIN', slot: 1, ...about('gift') }, held(about('gift', 'glue')))).toEqual([]);
    expect(await find({ action: 'PIN', slot: 1, then: aSelector({ productIds: ['gift'], maxPriceRatio: 0.5 }) }, held({}))).toEqual([]);
    expect(await find({ action: 'PIN', slot: 1 }, held({ then: aSelector({ tags: ['sale'] }) }))).toEqual([]);
  });

  it('is told of a few that it takes, however many there are', async () => {
    const rules = Array.from({ length: 40 }, (_, n) => held({ id: `held-${String(n)}` }));
    expect(await find({ ...exclude, ...about('gift') }, ...rules)).toHaveLength(5);
  });

  it('is none where it changes nothing itself', async () => {
    const found = await find({ ...exclude, ...about('gift') }, hidden());
    expect(found.map(({ message }) => message)).toEqual([expect.stringContaining('it changes nothing')]);
  });
});
