import type { Interaction } from '../../src/domain/facts/interaction.js';
import { knownListOf } from '../../src/domain/measurement/known-list.js';
import type { KnownList, ServedPage } from '../../src/domain/measurement/served-page.js';
import { anInteraction } from './builders.js';

/** When lists of these tests are served unless told otherwise. */
export const SERVED_AT = new Date('2026-11-10T08:00:00.000Z');

/** A page of complements of an anchor, the same for everybody. */
export const aServedPage = (recommendationId: string, productIds: readonly string[], changes: Partial<ServedPage> = {}): ServedPage => ({
  recommendationId,
  lane: 'CROSS_SELL',
  placement: 'PRODUCT_PAGE',
  customerId: null,
  anchorIds: ['anchor'],
  firstSlot: 1,
  productIds,
  sources: productIds.map(() => 'CO_PURCHASE'),
  servedAt: SERVED_AT,
  ...changes,
});

/** What is known of lists of which one page each was served, once or at the times given. */
export const knownAs = (...lists: readonly (readonly [page: ServedPage, often?: Pick<KnownList, 'servedAt'>])[]): ReadonlyMap<string, KnownList> =>
  new Map(
    lists.flatMap(([page, often]) => {
      const list = knownListOf((often?.servedAt ?? [page.servedAt]).map((servedAt) => ({ ...page, servedAt })));
      return list === null ? [] : [[page.recommendationId, list] as const];
    }),
  );

/** A customer's click on a product in a list. */
export const aClick = (id: string, productId: string, recommendationId: string, changes: Partial<Interaction> = {}): Interaction =>
  anInteraction(id, productId, { kind: 'CLICK', recommendationId, at: new Date('2026-11-10T09:00:00.000Z'), ...changes });
