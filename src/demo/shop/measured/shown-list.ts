import type { ServedPage } from '../../../domain/measurement/served-page.js';
import type { RecommendationSource } from '../../../domain/ranking/candidate.js';
import type { SampleProduct, Stock } from '../stock.js';

/** A list of the measured month, whenever it was shown: one page, from the first slot. */
export type ShownList = Omit<ServedPage, 'servedAt'>;

/** Products that are on the screen at once. */
export const ON_SCREEN = 4;

/** A product of a list and what put it there. */
export type Entry = readonly [SampleProduct, RecommendationSource];

/** Whether it can be recommended at all. */
const isOnSale = ({ inStock, active }: SampleProduct): boolean => inStock && active;

/** The product that stands for a family on a list: the first that is on sale. */
export const faceOf = (stock: Stock, family: string): readonly SampleProduct[] => (stock.families.get(family) ?? []).filter(isOnSale).slice(0, 1);

/** The first so many different products of the entries, in columns. */
export const columnsOf = (entries: readonly Entry[], most: number): Pick<ShownList, 'firstSlot' | 'productIds' | 'sources'> => {
  const sources = new Map<string, RecommendationSource>();
  for (const [{ id }, source] of entries) if (!sources.has(id) && sources.size < most) sources.set(id, source);
  return { firstSlot: 1, productIds: [...sources.keys()], sources: [...sources.values()] };
};
