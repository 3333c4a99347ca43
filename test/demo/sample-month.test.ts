import { describe, expect, it } from 'vitest';
import { demoConfig } from '../../src/config.js';
import { generateSampleShop } from '../../src/demo/shop/sample-shop.js';
import { armOf } from '../../src/domain/measurement/arm.js';

const NOW = new Date('2026-11-20T15:45:00Z');
const MIDNIGHT = new Date('2026-11-20T00:00:00Z');
const DAY_MS = 86_400_000;

const shop = generateSampleShop({ now: NOW });
const nobodyHeldOut = generateSampleShop({ now: NOW, holdout: { ...demoConfig(), holdoutShares: { CROSS_SELL: 0, PERSONALISATION: 0 } } });
const everybodyHeldOut = generateSampleShop({ now: NOW, holdout: { ...demoConfig(), holdoutShares: { CROSS_SELL: 1, PERSONALISATION: 1 } } });

const listed = shop.interactions.filter(({ recommendationId }) => recommendationId !== null);
const pages = new Map(shop.servedPages.map((page) => [page.recommendationId, page]));
const armsOf = (lane: string) => new Map(shop.exposures.filter((exposure) => exposure.lane === lane).map((exposure) => [exposure.unitId, exposure]));
const visits = armsOf('CROSS_SELL');
const customers = armsOf('PERSONALISATION');
const consented = new Set(shop.consents.filter(({ consent }) => consent).map(({ customerId }) => customerId));

describe('The month that the sample shop measured', () => {
  it('changes nothing of what anybody bought, looked at, or when', () => {
    const bare = ({ orders, interactions }: typeof shop) => ({
      orders: orders.map(({ lines, ...order }) => ({ ...order, lines: lines.map(({ recommendationId: _, ...line }) => line) })),
      interactions: interactions.filter(({ id }) => id.startsWith('e-')).map(({ recommendationId: _, slot: __, ...rest }) => rest),
    });
    expect(bare(shop)).toEqual(bare(everybodyHeldOut));
    expect(bare(nobodyHeldOut)).toEqual(bare(everybodyHeldOut));
  });

  it('shows nothing to who is held out', () => {
    expect([everybodyHeldOut.servedPages.length, everybodyHeldOut.interactions.filter(({ recommendationId }) => recommendationId !== null).length]).toEqual([0, 0]);
    for (const { recommendationId, sessionId, customerId } of listed) {
      const exposure = pages.get(recommendationId ?? '')?.lane === 'CROSS_SELL' ? visits.get(sessionId ?? '') : customers.get(customerId ?? '');
      expect(exposure?.arm).toBe('TREATMENT');
    }
  });

  it('draws arms as the demo’s server draws them, for every visit and for customers who consented', () => {
    for (const { lane, unitId, arm } of shop.exposures) expect(arm).toBe(armOf(lane, unitId, demoConfig()));
    expect([...visits.keys()].toSorted()).toEqual([...new Set(shop.interactions.map(({ sessionId }) => sessionId))].toSorted());
    expect([...customers.keys()].every((id) => consented.has(id))).toBe(true);
  });

  it('has more than a hundred orders, visits and customers on both sides, and treats whom the examples speak of', () => {
    for (const arms of [visits, customers]) {
      for (const arm of ['TREATMENT', 'HOLDOUT']) expect([...arms.values()].filter((exposure) => exposure.arm === arm).length).toBeGreaterThan(150);
    }
    const orders = shop.orders.filter(({ status, sessionId }) => status === 'COMPLETED' && visits.get(sessionId ?? '')?.arm === 'HOLDOUT');
    expect(orders.length).toBeGreaterThan(130);
    for (const id of ['ada', 'ben', 'cleo', 'newcomer']) expect(armOf('PERSONALISATION', id, demoConfig())).toBe('TREATMENT');
  });

  it('begins every visit’s and customer’s part no later than what lists did for them', () => {
    for (const { at, sessionId, customerId, recommendationId } of listed) {
      const part = pages.get(recommendationId ?? '')?.lane === 'CROSS_SELL' ? visits.get(sessionId ?? '') : customers.get(customerId ?? '');
      expect(part?.at.getTime()).toBeLessThanOrEqual(at.getTime());
    }
  });

  it('names only lists that were served and held the product, in its slot, and shows personal ones to their customer only', () => {
    for (const { recommendationId, productId, slot, customerId } of listed) {
      const page = pages.get(recommendationId ?? '');
      expect(page?.productIds[(slot ?? 0) - 1]).toBe(productId);
      expect([null, customerId]).toContain(page?.customerId);
    }
    const lines = shop.orders.flatMap(({ customerId, lines: all }) => all.filter((line) => line.recommendationId !== null).map((line) => ({ ...line, customerId })));
    expect(lines.length).toBeGreaterThan(100);
    for (const { recommendationId, productId, customerId } of lines) {
      const page = pages.get(recommendationId ?? '');
      expect(page?.productIds).toContain(productId);
      expect([null, customerId]).toContain(page?.customerId);
    }
  });

  it('has every page of a list in columns of equal length, of products that can be sold, within the month', () => {
    const onSale = new Set(shop.products.filter(({ inStock, active }) => inStock && active).map(({ id }) => id));
    for (const { productIds, sources, servedAt } of shop.servedPages) {
      expect([productIds.length > 0, sources.length]).toEqual([true, productIds.length]);
      expect(new Set(productIds).size).toBe(productIds.length);
      expect(MIDNIGHT.getTime() - servedAt.getTime()).toBeLessThanOrEqual(30 * DAY_MS);
      expect(productIds.every((id) => onSale.has(id))).toBe(true);
    }
  });
});
