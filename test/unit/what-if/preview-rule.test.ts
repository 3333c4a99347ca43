import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { complementsFor } from '../../../src/domain/cross-sell/complements-for.js';
import { CROSS_SELL_PLACEMENTS, type MerchandisingRule } from '../../../src/domain/merchandising/rule.js';
import { picksFor } from '../../../src/domain/personalisation/picks-for.js';
import { START } from '../../../src/domain/ranking/cursor.js';
import type { ServedList } from '../../../src/domain/serving/served-list.js';
import { LaneUnavailable } from '../../../src/domain/serving/unavailable.js';
import { findWarnings } from '../../../src/domain/what-if/rule-warnings.js';
import { NOBODY } from '../../../src/domain/what-if/nobody.js';
import { personalScenes } from '../../../src/domain/what-if/personal-scenes.js';
import { previewRule, type RulePreviewRequest } from '../../../src/domain/what-if/preview-rule.js';
import { ALL_CUSTOMERS_HELD_OUT } from '../../support/arms.js';
import { aRule, aSelector, NOW } from '../../support/builders.js';
import { aProfile } from '../../support/profiles.js';
import { idsOf, sourcesOf } from '../../support/pages.js';
import { anyShop, PRODUCT_IDS, type RandomShop } from '../../support/random-decisions.js';
import { serving } from './serving.js';
import { about, aDraft, toyShop, type ToyShop } from './toy-shop.js';

const request = (draft: Parameters<typeof aDraft>[0], changes: Partial<RulePreviewRequest> = {}): RulePreviewRequest => ({
  draft: aDraft(draft),
  replaces: null,
  anchorIds: [],
  placement: null,
  at: null,
  first: 4,
  ...changes,
});
const preview = async (draft: Parameters<typeof aDraft>[0], changes: Partial<RulePreviewRequest> = {}, shop: ToyShop = {}) =>
  previewRule(request(draft, changes), toyShop(shop));

const car = { when: aSelector({ productIds: ['car'] }) };
const later = new Date(NOW.getTime() + 86_400_000);

describe('a preview of a cross-sell draft', () => {
  it('shows lists of the most ordered anchors that it touches, without it and with it, and what it displaces', async () => {
    const { lists, picks, at } = await preview({ ...car, action: 'PIN', slot: 1, ...about('gift') }, { first: 2 });
    expect(at).toEqual(NOW);
    expect(picks).toEqual([]);
    expect(lists.map(({ anchorId, placement }) => [anchorId, placement])).toEqual([['car', 'PRODUCT_PAGE']]);
    expect(lists.map(({ today, withDraft, displacedIds }) => [idsOf(today), idsOf(withDraft), displacedIds])).toEqual([
      [['track', 'glue'], ['gift', 'track'], ['glue']],
    ]);
  });

  it('displaces nothing that only moves down the page', async () => {
    const [list] = (await preview({ ...car, action: 'PIN', slot: 1, ...about('gift') })).lists;
    expect(list?.displacedIds).toEqual([]);
    expect(sourcesOf(list?.withDraft ?? { slots: [] })).toEqual({ gift: 'PINNED', track: 'CO_PURCHASE', glue: 'CO_PURCHASE' });
  });

  it('shows the anchors, the placement and the instant that are asked for', async () => {
    const { lists, at } = await preview({ ...about('gift') }, { anchorIds: ['doll', 'nobody', 'doll'], placement: 'CHECKOUT', at: later });
    expect(lists.map(({ anchorId, placement }) => [anchorId, placement])).toEqual([['doll', 'CHECKOUT'], ['nobody', 'CHECKOUT']]);
    expect(lists[1]?.withDraft.emptyReason).toBe('UNKNOWN_ANCHOR');
    expect(at).toEqual(later);
  });

  it('looks at the first placement and at the first instant where the draft would hold', async () => {
    const { lists, at } = await preview({ ...car, placements: ['BASKET', 'CHECKOUT'], validFrom: later, ...about('gift') });
    expect(at).toEqual(later);
    expect(lists.map(({ placement, withDraft }) => [placement, idsOf(withDraft)[0]])).toEqual([['BASKET', 'gift']]);
    expect((await preview({ ...car, validFrom: new Date(0) })).at).toEqual(NOW);
  });

  it('shows today with the rule that the draft replaces, and without it with the draft', async () => {
    const rules = [aRule('old', { ...car, ...about('ribbon') })];
    const [list] = (await preview({ ...car, ...about('gift') }, { replaces: 'old' }, { rules })).lists;
    expect([list?.today, list?.withDraft].map((each) => each && idsOf(each))).toEqual([['ribbon', 'track', 'glue'], ['gift', 'track', 'glue']]);
    expect(list?.displacedIds).toEqual(['ribbon']);
  });

  it('finds what the draft asks for by attribute, and lets it go after its equals', async () => {
    const rules = [aRule('rule-first', { ...car, ...about('glue') })];
    const [list] = (await preview({ ...car, then: aSelector({ tags: ['gift'] }) }, {}, { rules })).lists;
    expect(idsOf(list?.withDraft ?? { slots: [] })).toEqual(['glue', 'gift', 'ribbon', 'track']);
  });

  it('tells what saving the draft would warn of', async () => {
    const draft = { ...car, ...about('nobody') };
    const { warnings } = await preview(draft);
    expect(warnings.map(({ code }) => code)).toEqual(['UNKNOWN_PRODUCT', 'NEVER_ACTIVE']);
    expect(warnings).toEqual(await findWarnings(aDraft(draft), toyShop()));
  });

  it('is unavailable where a list could not be decided', async () => {
    await expect(preview(car, { anchorIds: ['boat'] }, { holdings: { down: ['copurchase_stats'] } })).rejects.toBeInstanceOf(LaneUnavailable);
  });
});

describe('a preview of a personalisation draft', () => {
  const personal = { lane: 'PERSONALISATION' as const };

  it('shows the picks of its surfaces', async () => {
    const { lists, picks } = await preview({ ...personal, action: 'PIN', slot: 1, placements: ['HOME', 'EMAIL'], ...about('gift') }, { first: 3 });
    expect(lists).toEqual([]);
    expect(picks.map(({ surface, today, withDraft, displacedIds }) => [surface, idsOf(today), idsOf(withDraft), displacedIds])).toEqual([
      ['HOME', ['car', 'doll', 'lamp'], ['gift', 'car', 'doll'], ['lamp']],
      ['EMAIL', ['car', 'doll', 'lamp'], ['gift', 'car', 'doll'], ['lamp']],
    ]);
  });

  it('shows all surfaces where it names none, each with a page that it may hold for', async () => {
    const { picks } = await preview({ ...personal, action: 'BURY', weight: 0.1, when: aSelector({ categoryIds: ['vehicles'] }), ...about('car') });
    expect(picks.map(({ surface, today, withDraft }) => [surface, idsOf(today)[0], idsOf(withDraft)[0]])).toEqual([
      ['HOME', 'car', 'car'],
      ['NAVIGATION', 'car', 'car'],
      ['CATEGORY', 'car', 'boat'],
      ['SEARCH', 'car', 'car'],
      // The page of the car itself.
      ['PRODUCT_PAGE', 'doll', 'doll'],
      ['BASKET', 'car', 'car'],
      ['EMAIL', 'car', 'car'],
    ]);
  });

  it('looks at the category that sells most, the product given, and the best sellers searched for', () => {
    const { snapshot } = toyShop();
    const contexts = (touched: readonly string[], shop = snapshot) =>
      personalScenes(aRule('r', { ...personal, placements: ['PRODUCT_PAGE', 'SEARCH', 'CATEGORY', 'HOME'] }), touched, shop).map(({ surface, context }) => [surface, context]);
    const empty = { categoryId: null, productId: null, candidateIds: [] };
    expect(contexts(['lamp', 'car'])).toEqual([
      ['HOME', empty],
      ['CATEGORY', { ...empty, categoryId: 'toys' }],
      ['SEARCH', { ...empty, candidateIds: ['car', 'doll', 'lamp', 'boat'] }],
      ['PRODUCT_PAGE', { ...empty, productId: 'lamp' }],
    ]);
    expect(contexts([], { ...snapshot, popularity: new Map() }).map(([, context]) => context)).toEqual([empty, empty, empty, empty]);
  });

  it('reads nothing of any customer, and depends on none', async () => {
    const shop = { holdings: { profiles: [aProfile({ customerId: NOBODY, categories: [{ id: 'home', weight: 9 }] })], consents: { [NOBODY]: false } } };
    const dependencies = toyShop(shop);
    const draft = request({ ...personal, ...about('gift') });
    const { picks } = await previewRule(draft, dependencies);
    expect([...dependencies.reader.asked].toSorted()).toEqual(['catalogue']);
    expect(picks.map(({ withDraft }) => withDraft.personalisation)).toEqual(picks.map(() => ({ applied: false, reason: 'NEW_CUSTOMER' })));
    const heldOut = toyShop(shop);
    const everybodyHeldOut = { ...heldOut, settings: { ...heldOut.settings, holdoutShares: ALL_CUSTOMERS_HELD_OUT } };
    expect((await previewRule(draft, everybodyHeldOut)).picks).toEqual(picks);
  });

  it('is not degraded by what could not be read of customers', async () => {
    const dependencies = toyShop({ holdings: { down: ['behaviour_profiles', 'consents'] } });
    await Promise.all([dependencies.reader.profiles(['ann']), dependencies.reader.consents(['ann'])]);
    const { picks } = await previewRule(request({ ...personal, placements: ['HOME'], ...about('gift') }), dependencies);
    expect(picks[0]?.withDraft.personalisation.reason).toBe('NEW_CUSTOMER');
  });
});

describe('a preview of an exclusion that both lanes share', () => {
  it('shows complements and picks, whichever lane it was written for', async () => {
    for (const lane of ['CROSS_SELL', 'PERSONALISATION'] as const) {
      const { lists, picks } = await preview({ lane, action: 'EXCLUDE', ...about('car', 'track') });
      expect(lists.find(({ anchorId }) => anchorId === 'car')?.displacedIds).toEqual(['track']);
      expect(picks.find(({ surface }) => surface === 'HOME')?.displacedIds).toEqual(['car']);
    }
    expect((await preview({ action: 'EXCLUDE', placements: ['BASKET'], ...about('track') })).picks).toEqual([]);
  });
});

/** What a list shows and why, without the version of a rule that was not saved yet. */
const shown = (list: ServedList) => ({
  id: list.recommendationId,
  emptyReason: list.emptyReason,
  slots: list.slots.map(({ slot, candidate: { productId, source, score, rule } }) => [slot, productId, source, score, rule?.id]),
});

describe('a preview, for any shop and any draft', () => {
  const holds = (promise: (shop: RandomShop, old: readonly MerchandisingRule[], draft: MerchandisingRule, replaces: string | null) => Promise<void>) =>
    fc.assert(
      fc.asyncProperty(anyShop, anyShop, fc.boolean(), async (shop, other, isEdit) => {
        const [drawn] = other.rules;
        if (drawn === undefined) return;
        const replaces = isEdit ? (shop.rules[0]?.id ?? null) : null;
        const draft = { ...drawn, id: replaces ?? 'rule-~draft', state: 'APPROVED' as const };
        await promise(shop, shop.rules, draft, replaces);
      }),
      { numRuns: 150 },
    );

  it('shows today what is served, and with the draft what is served once it is approved', () =>
    holds(async (shop, rules, draft, replaces) => {
      const today = await serving(shop, rules);
      const approved = await serving(shop, [...rules.filter(({ id }) => id !== replaces), draft]);
      for (const placement of CROSS_SELL_PLACEMENTS) {
        const { lists } = await previewRule({ ...request(draft), draft, replaces, anchorIds: PRODUCT_IDS.slice(0, 4), placement }, today);
        for (const list of lists) {
          const asked = { placement, anchorIds: [list.anchorId], excludeIds: [], filter: null, arm: 'TREATMENT' as const, first: 4, position: START };
          expect(list.today).toEqual(await complementsFor(asked, today));
          expect(shown(list.withDraft)).toEqual(shown(await complementsFor(asked, approved)));
          expect(list.displacedIds).toEqual(idsOf(list.today).filter((id) => !idsOf(list.withDraft).includes(id)));
        }
      }
    }));

  it('shows the picks that somebody of whom nothing is known is served, now and once it is approved', () =>
    holds(async (shop, rules, draft, replaces) => {
      const today = await serving(shop, rules);
      const approved = await serving(shop, [...rules.filter(({ id }) => id !== replaces), draft]);
      const anchorIds = PRODUCT_IDS.slice(0, 1);
      const { picks } = await previewRule({ ...request(draft), draft, replaces, anchorIds }, today);
      const scenes = personalScenes(draft, anchorIds, today.snapshot);
      expect(picks.map(({ surface }) => surface)).toEqual(scenes.map(({ surface }) => surface));
      for (const [index, scene] of scenes.entries()) {
        const asked = { ...scene, customerId: NOBODY, excludeIds: [], filter: null, first: 4, position: START };
        expect(picks[index]?.today).toEqual(await picksFor(asked, today));
        expect(picks[index] && shown(picks[index].withDraft)).toEqual(shown(await picksFor(asked, approved)));
      }
    }));

  it('warns of the same as saving would, in the words of the contract, and never fails', () =>
    holds(async (shop, rules, draft, replaces) => {
      const dependencies = await serving(shop, rules);
      const { warnings } = await previewRule({ ...request(draft), draft, replaces }, dependencies);
      expect(warnings).toEqual(await findWarnings({ ...draft, state: 'DRAFT' }, dependencies));
      for (const { message, productIds } of warnings) {
        expect(message).toMatch(/^\S.*\.$/);
        expect(new Set(productIds).size).toBe(productIds.length);
      }
    }));
});
