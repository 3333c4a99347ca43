import { byCodePoint } from '../facts/text-order.js';
import type { RecommendationSource } from '../ranking/candidate.js';
import { dayOf } from './day.js';
import type { KnownList, ServedPage } from './served-page.js';

const contentsOf = ({ lane, placement, customerId, anchorIds, productIds, sources }: ServedPage): string =>
  JSON.stringify([lane, placement, customerId, anchorIds, productIds, sources]);

const byPosition = (one: ServedPage, other: ServedPage): number =>
  one.firstSlot - other.firstSlot ||
  one.productIds.length - other.productIds.length ||
  byCodePoint(contentsOf(one), contentsOf(other));

const sourcesOf = (pages: readonly ServedPage[]): ReadonlyMap<string, RecommendationSource> => {
  const found = new Map<string, RecommendationSource>();
  for (const { productIds, sources } of pages) {
    for (const [at, productId] of productIds.entries()) {
      const source = sources[at];
      if (source !== undefined && !found.has(productId)) found.set(productId, source);
    }
  }
  return found;
};

const firstOfEachDay = (times: readonly Date[]): readonly Date[] =>
  times.toSorted((one, other) => one.getTime() - other.getTime()).filter((at, index, sorted) => index === 0 || dayOf(at) !== dayOf(sorted[index - 1] ?? at));

/**
 * A list from the pages of it that were served, in any order, overlapping or repeated; null without pages. All pages of an id are of one decision;
 * should they differ all the same, the page nearest the head counts, and of several the shorter.
 */
export const knownListOf = (pages: readonly ServedPage[]): KnownList | null => {
  const sorted = pages.toSorted(byPosition);
  const [head] = sorted;
  if (head === undefined) return null;
  return {
    recommendationId: head.recommendationId,
    lane: head.lane,
    placement: head.placement,
    customerId: head.customerId,
    anchorIds: head.anchorIds,
    sources: sourcesOf(sorted),
    servedAt: firstOfEachDay(sorted.map(({ servedAt }) => servedAt)),
  };
};

/** Pages of many lists, each list put together. */
export const knownListsOf = (pages: readonly ServedPage[]): ReadonlyMap<string, KnownList> => {
  const byList = new Map<string, ServedPage[]>();
  for (const page of pages) {
    const own = byList.get(page.recommendationId);
    if (own === undefined) byList.set(page.recommendationId, [page]);
    else own.push(page);
  }
  const lists = new Map<string, KnownList>();
  for (const [id, own] of byList) {
    const list = knownListOf(own);
    if (list !== null) lists.set(id, list);
  }
  return lists;
};

/**
 * Who or what put a product in a list, as far as it may count for a customer: null when the list is unknown, never held the product, or was
 * chosen for somebody else.
 */
export const sourceFor = (list: KnownList | undefined, productId: string, customerId: string | null): RecommendationSource | null => {
  if (list === undefined || (list.customerId !== null && list.customerId !== customerId)) return null;
  return list.sources.get(productId) ?? null;
};
