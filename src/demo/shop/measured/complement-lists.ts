import { familyOf } from '../../../domain/catalogue/product.js';
import type { CrossSellPlacement } from '../../../domain/merchandising/rule.js';
import type { RecommendationSource } from '../../../domain/ranking/candidate.js';
import { calls } from '../basket.js';
import { COMPANIONSHIPS } from '../companions.js';
import type { SampleProduct, Stock } from '../stock.js';
import { columnsOf, faceOf, ON_SCREEN, type Entry, type ShownList } from './shown-list.js';

/** What the sample shop's merchandisers put first: the effect of rules.yaml on a product page. */
const DECIDED: readonly { readonly anchors: readonly string[]; readonly family: string; readonly source: RecommendationSource }[] = [
  { anchors: ['rc-car'], family: 'aa-battery', source: 'REQUIRED_COMPANION' },
  { anchors: ['laptop-13', 'laptop-14'], family: 'laptop-sleeve', source: 'PINNED' },
  { anchors: ['cast-iron'], family: 'cast-iron-care-kit', source: 'RULE' },
  { anchors: ['leather'], family: 'leather-care-kit', source: 'RULE' },
];

/** Popularity fills up what is left of a list, and no more than this. */
const MOST_POPULAR = 2;

const entriesFor = (stock: Stock, anchor: SampleProduct): readonly Entry[] => {
  const put = (families: readonly string[], source: RecommendationSource): readonly Entry[] =>
    families.flatMap((family) => faceOf(stock, family)).map((product) => [product, source]);
  const decided = DECIDED.filter((one) => calls(one, anchor)).flatMap(({ family, source }) => put([family], source));
  const learned = COMPANIONSHIPS.filter((one) => calls(one, anchor)).flatMap(({ complements }) => put(complements, 'CO_PURCHASE'));
  const popular = put(stock.familiesIn.get(anchor.categoryPath[0] ?? '') ?? [], 'POPULAR');
  const fresh = ([product]: Entry): boolean => familyOf(product) !== familyOf(anchor);
  return [...[...decided, ...learned].filter(fresh), ...popular.filter(fresh).slice(0, MOST_POPULAR)];
};

/** Answers what goes with a product at a placement: the same for everybody, all month. */
export const complementLists = (stock: Stock): ((anchor: SampleProduct, placement: CrossSellPlacement) => ShownList) => {
  const known = new Map<string, ReturnType<typeof columnsOf>>();
  const columnsFor = (anchor: SampleProduct): ReturnType<typeof columnsOf> => {
    const columns = known.get(anchor.id) ?? columnsOf(entriesFor(stock, anchor), ON_SCREEN);
    known.set(anchor.id, columns);
    return columns;
  };
  return (anchor, placement) => ({
    recommendationId: `x-sample-${placement.toLowerCase().replaceAll('_', '-')}-${anchor.id}`,
    lane: 'CROSS_SELL',
    placement,
    customerId: null,
    anchorIds: [anchor.id],
    ...columnsFor(anchor),
  });
};
