import type { ProductFacts } from '../catalogue/product.js';
import type { Candidate } from '../ranking/candidate.js';

const times = (count: number): string => (count === 1 ? 'once' : count === 2 ? 'twice' : `${String(count)} times`);

const orders = (count: number): string => `${String(count)} order${count === 1 ? '' : 's'}`;

/** Where a list's fallback comes from: what sells, the range of a shop that has sold nothing yet, or the search that is re-ranked. */
export type FallbackOrigin = 'SALES' | 'RANGE' | 'SEARCH';

const FALLBACK: Readonly<Record<FallbackOrigin, string>> = {
  SALES: 'Popular in our shop',
  RANGE: 'From our range',
  SEARCH: 'Found by your search',
};

/** One sentence fit for a shopper that says why a product is in a list; true for whatever source chose it. */
export const explain = (candidate: Candidate, because: ProductFacts | undefined, fallback: FallbackOrigin): string => {
  switch (candidate.source) {
    case 'REQUIRED_COMPANION':
      return because === undefined ? 'Needed for it to work' : `${because.title} needs it`;
    case 'PINNED':
    case 'RULE':
      return 'Recommended by our team';
    case 'APPROVED_PAIR':
      return candidate.evidence === null
        ? 'Goes well with it, says our team'
        : `Goes well with it, says our team; bought together in ${orders(candidate.evidence.ordersTogether)}`;
    case 'CO_PURCHASE':
      return candidate.evidence === null ? 'Bought together' : `Bought together in ${orders(candidate.evidence.ordersTogether)}`;
    case 'BUY_AGAIN':
      return candidate.purchases === null ? 'You bought it before' : `You bought it ${times(candidate.purchases)}`;
    case 'SIMILAR_TO_RECENT':
      return because === undefined ? 'Like what you looked at lately' : `Viewed by others together with ${because.title}`;
    case 'SHOPPERS_LIKE_YOU':
      return because === undefined ? 'Bought by shoppers like you' : `Bought by others who bought ${because.title}`;
    case 'FAVOURITE_CATEGORY':
      return 'Popular in a category you like';
    case 'IN_DEMAND':
      return 'In demand right now';
    case 'SHARED_TRAIT':
      return because === undefined ? 'Products like these are bought together' : `Products like this and ${because.title} are bought together`;
    case 'POPULAR':
      return FALLBACK[fallback];
  }
};
