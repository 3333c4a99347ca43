import type { CountingPlan } from '../../domain/learning/database-counting.js';
import type { LearningWindow } from '../../domain/learning/window.js';
import type { Pipeline } from './database.js';
import { ALL_OF, NAMED } from './group-names.js';
import { isNoneOf, sized, weighed } from './group-stages.js';
import { decayAt, type Expression, isGiven } from './weights.js';

const ofCustomer: Expression = { $concat: [NAMED.customer, '$customerId'] };

const ofOrder: Expression = { $concat: [NAMED.order, '$_id'] };

/** Groups of the completed orders in the window: the stored orders come in. */
export const orderGroups = ({ from, until, asOf }: LearningWindow, { settings, startedAt }: CountingPlan): Pipeline => [
  { $match: { placedAt: { $gte: from, $lt: until }, status: 'COMPLETED' } },
  {
    $project: {
      _id: ofOrder,
      kind: { $literal: 'orders' },
      owner: { $cond: [isGiven('$customerId'), ofCustomer, ofOrder] },
      known: { $cond: [isGiven('$customerId'), 1, 0] },
      at: '$placedAt',
      products: { $setUnion: ['$lines.productId', []] },
    },
  },
  sized,
  {
    $addFields: {
      weight: weighed(asOf, settings.halfLifeDays),
      usual: decayAt('$at', asOf, settings.halfLifeDays),
      recent: decayAt('$at', asOf, settings.demandHalfLifeDays),
      startedAt,
    },
  },
];

/** Customers with more than so many products in their orders, those of each order counted by themselves: the groups of the orders come in. */
export const ownersOfMany = (most: number): Pipeline => [
  { $match: { kind: 'orders', known: 1 } },
  { $group: { _id: '$owner', products: { $sum: '$size' } } },
  { $match: { products: { $gt: most } } },
];

/** Groups of what each customer but these bought in all orders: the groups of the orders come in, before any of them is cut to the cap. */
export const customerGroups = ({ asOf }: LearningWindow, { settings, startedAt }: CountingPlan, but: readonly string[]): Pipeline => [
  { $match: { kind: 'orders' } },
  ...isNoneOf('$owner', but),
  { $project: { _id: 0, owner: 1, known: 1, at: 1, products: 1 } },
  // An order without products still says when the customer bought last.
  { $unwind: { path: '$products', preserveNullAndEmptyArrays: true } },
  { $group: { _id: { owner: '$owner', product: '$products' }, known: { $max: '$known' }, at: { $max: '$at' } } },
  { $group: { _id: '$_id.owner', products: { $push: '$_id.product' }, known: { $max: '$known' }, at: { $max: '$at' } } },
  {
    $project: {
      _id: { $concat: [ALL_OF, '$_id'] },
      kind: { $literal: 'customers' },
      owner: '$_id',
      known: 1,
      at: 1,
      products: { $filter: { input: '$products', as: 'product', cond: isGiven('$$product') } },
    },
  },
  sized,
  { $addFields: { weight: weighed(asOf, settings.halfLifeDays), startedAt } },
];
