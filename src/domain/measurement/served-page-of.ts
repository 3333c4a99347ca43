import type { ServedList } from '../serving/served-list.js';
import type { ServedPage } from './served-page.js';

/** Where and when a list is shown. */
export type Showing = Pick<ServedPage, 'lane' | 'placement' | 'anchorIds' | 'servedAt'>;

/** What there is to write down of a page that is served; null for an empty one, which nothing can be credited to. */
export const servedPageOf = ({ recommendationId, customerId, slots }: ServedList, showing: Showing): ServedPage | null => {
  const [first] = slots;
  if (first === undefined) return null;
  return {
    recommendationId,
    lane: showing.lane,
    placement: showing.placement,
    customerId,
    anchorIds: showing.anchorIds.toSorted(),
    firstSlot: first.slot,
    productIds: slots.map(({ candidate }) => candidate.productId),
    sources: slots.map(({ candidate }) => candidate.source),
    servedAt: showing.servedAt,
  };
};
