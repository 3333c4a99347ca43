import type { Pipeline } from './database.js';
import { isNoneOf } from './group-stages.js';
import { countWhere, dayNumberOf, type Expression } from './weights.js';

/** All products of a group, those beyond the cap too. */
export const allProducts: Expression = { $concatArrays: ['$products', { $ifNull: ['$uncounted', []] }] };

/** How many groups of each kind there are, and what is in them. */
export const totalsOfKinds = (cap: number): Pipeline => [
  { $project: { kind: 1, known: 1, size: 1, counted: { $size: '$products' } } },
  {
    $group: {
      _id: '$kind',
      groups: { $sum: 1 },
      products: { $sum: '$size' },
      capped: countWhere({ $gt: ['$size', cap] }),
      known: { $sum: '$known' },
      meetings: { $sum: { $multiply: ['$counted', { $subtract: ['$counted', 1] }] } },
    },
  },
];

/** Every product that was bought or looked at, with the weight of its orders by age alone. */
export const productWeights = (): Pipeline => [
  { $match: { kind: { $in: ['orders', 'visits'] } } },
  { $project: { _id: 0, products: allProducts, usual: 1, recent: 1 } },
  { $unwind: '$products' },
  { $group: { _id: '$products', usual: { $sum: '$usual' }, recent: { $sum: '$recent' } } },
];

/** In how many groups of each kind each product is counted, and their weight. */
export const productOccurrences = (): Pipeline => [
  { $project: { _id: 0, kind: 1, products: 1, weight: 1 } },
  { $unwind: '$products' },
  { $group: { _id: { kind: '$kind', product: '$products' }, groups: { $sum: 1 }, weight: { $sum: '$weight' } } },
];

const daysWhere = (condition: Expression): Expression => ({ $filter: { input: '$days', as: 'other', cond: condition } });

/** Days between one day of buying a product and the one before it, for each day but the first. */
const gaps: Expression = {
  $map: {
    input: daysWhere({ $gt: ['$$other', { $min: '$days' }] }),
    as: 'day',
    in: { $subtract: ['$$day', { $max: daysWhere({ $lt: ['$$other', '$$day'] }) }] },
  },
};

/** The customer bought something on a later day than the product for the first time; stands among the days of `productRepeats`. */
export const RETURNED = 0;
/** The customer bought the product on another day again. */
export const AGAIN = -1;

/**
 * How often each product was bought again by known customers but these after so many days; beside these days stand RETURNED and AGAIN, how many customers of the
 * product came back, and how many for the product.
 */
export const productRepeats = (but: readonly string[]): Pipeline => [
  { $match: { kind: 'orders', known: 1 } },
  ...isNoneOf('$owner', but),
  { $project: { _id: 0, owner: 1, products: allProducts, day: dayNumberOf('$at') } },
  { $unwind: { path: '$products', preserveNullAndEmptyArrays: true } },
  { $group: { _id: { owner: '$owner', product: '$products' }, days: { $addToSet: '$day' } } },
  { $project: { _id: 0, owner: '$_id.owner', product: '$_id.product', days: 1, last: { $max: '$days' } } },
  { $group: { _id: '$owner', bought: { $push: { product: '$product', days: '$days' } }, last: { $max: '$last' } } },
  { $unwind: '$bought' },
  { $project: { _id: 0, product: '$bought.product', days: '$bought.days', last: 1 } },
  // Orders without products said when the customer came last.
  { $match: { product: { $gte: '' } } },
  {
    $project: {
      product: 1,
      signs: {
        $concatArrays: [
          { $cond: [{ $lt: [{ $min: '$days' }, '$last'] }, [RETURNED], []] },
          { $cond: [{ $gt: [{ $size: '$days' }, 1] }, [AGAIN], []] },
          gaps,
        ],
      },
    },
  },
  { $unwind: '$signs' },
  { $group: { _id: { product: '$product', sign: '$signs' }, times: { $sum: 1 } } },
];
