import { CLOCK_SKEW_MS } from '../facts/check-value.js';
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

const shownSinceOf = (pages: readonly ServedPage[]): ReadonlyMap<string, Date> => {
  const found = new Map<string, Date>();
  for (const { productIds, servedAt } of pages) {
    for (const productId of productIds) {
      const known = found.get(productId);
      if (known === undefined || servedAt < known) found.set(productId, servedAt);
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
    shownSince: shownSinceOf(sorted),
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
 * Whether a list had shown a product to anybody when something was done, in milliseconds since 1970: lists are served by one clock and what is done
 * dated by another. Only so does it not matter when a sheet is made: a list that is served again next week says nothing of what was done before.
 */
export const wasShownBy = (list: KnownList, productId: string, at: number): boolean => {
  const since = list.shownSince.get(productId);
  return since !== undefined && since.getTime() <= at + CLOCK_SKEW_MS;
};

/**
 * Who or what put a product in a list, as far as it may count for a customer: null when the list is unknown, never held the product, or was
 * chosen for somebody else.
 */
export const sourceFor = (list: KnownList | undefined, productId: string, customerId: string | null): RecommendationSource | null => {
  if (list === undefined || (list.customerId !== null && list.customerId !== customerId)) return null;
  return list.sources.get(productId) ?? null;
};
