import { MOST_WARNED_PRODUCTS } from '../../merchandising/kept/rule-warning.js';
import { listed } from './naming.js';
import { namedIds, type WarningSearch } from './warning-case.js';

/** UNKNOWN_PRODUCT: ids in `when` or `then` that the catalogue does not hold. */
export const unknownProducts: WarningSearch = async ({ rule, named }) => {
  const unknown = namedIds(rule).filter((id) => !named.has(id));
  if (unknown.length === 0) return [];
  const [noun, them] = unknown.length === 1 ? ['product', 'it'] : ['products', 'them'];
  return [
    {
      code: 'UNKNOWN_PRODUCT',
      message: `The catalogue holds no ${noun} ${listed(unknown.map((id) => `"${id}"`))}: nothing comes of ${them} until it does.`,
      productIds: unknown.slice(0, MOST_WARNED_PRODUCTS),
      otherRule: null,
    },
  ];
};
