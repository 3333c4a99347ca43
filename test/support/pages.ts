import { decodeCursor, encodeCursor, START, type ListPosition } from '../../src/domain/ranking/cursor.js';
import type { FilledSlot } from '../../src/domain/ranking/fill-slots.js';
import type { ServedList } from '../../src/domain/serving/served-list.js';

/** Product ids of a page, in its order. */
export const idsOf = (list: Pick<ServedList, 'slots'>): readonly string[] => list.slots.map(({ candidate }) => candidate.productId);

/** Product ids of a page with their sources. */
export const sourcesOf = (list: Pick<ServedList, 'slots'>): Readonly<Record<string, string>> =>
  Object.fromEntries(list.slots.map(({ candidate }) => [candidate.productId, candidate.source]));

/** All pages of a list, as a client reads them: through cursors, to the end. */
export const readToTheEnd = async <L extends ServedList>(serve: (position: ListPosition) => Promise<L>): Promise<readonly L[]> => {
  const pages: L[] = [];
  let position: ListPosition | null = START;
  while (position !== null) {
    const page: L = await serve(position);
    pages.push(page);
    const last = page.slots.at(-1);
    position = page.hasNextPage && last !== undefined ? decodeCursor(encodeCursor(last.position)) : null;
    if (pages.length > 100) throw new Error('The list never ends');
  }
  return pages;
};

/** The slots of all pages. */
export const slotsOf = (pages: readonly ServedList[]): readonly FilledSlot[] => pages.flatMap(({ slots }) => slots);
