import type { CountingPlan } from '../../domain/learning/database-counting.js';
import type { LearningWindow } from '../../domain/learning/window.js';
import { LOOKING } from '../../domain/learning/visit-columns.js';
import type { Pipeline } from './database.js';
import { ALL_OF, NAMED } from './group-names.js';
import { dayNumberOf, decayAt, type Expression, isGiven, sizeWeightOf } from './weights.js';

const ofCustomer: Expression = { $concat: [NAMED.customer, '$customerId'] };

const ofOrder: Expression = { $concat: [NAMED.order, '$_id'] };

const sized = { $addFields: { size: { $size: '$products' } } };

const weighed = (asOf: Date, halfLifeDays: number): Expression => ({ $multiply: [sizeWeightOf('$size'), decayAt('$at', asOf, halfLifeDays)] });

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

/** A visit is a session, or what a customer without one did on one UTC day. */
const visit: Expression = {
  $cond: [
    isGiven('$sessionId'),
    { $concat: [NAMED.session, '$sessionId'] },
    { $concat: ['day ', { $toString: { $toLong: dayNumberOf('$at') } }, ' of ', '$customerId'] },
  ],
};

/** Groups of the visits in the window: the stored interactions come in. Which of several customers a visit belongs to is left open. */
export const visitGroups = ({ from, until, asOf }: LearningWindow, { settings, startedAt }: CountingPlan): Pipeline => [
  {
    $match: {
      at: { $gte: from, $lt: until },
      kind: { $in: [...LOOKING] },
      productId: { $ne: null },
      $or: [{ sessionId: { $ne: null } }, { customerId: { $ne: null } }],
    },
  },
  { $project: { _id: 0, visit, productId: 1, customerId: 1, at: 1 } },
  { $group: { _id: '$visit', products: { $addToSet: '$productId' }, customers: { $addToSet: '$customerId' }, at: { $max: '$at' } } },
  { $addFields: { kind: 'visits', customers: { $setDifference: ['$customers', [null]] }, size: { $size: '$products' } } },
  {
    $addFields: {
      owner: {
        $cond: [
          { $eq: [{ $size: '$customers' }, 0] },
          '$_id',
          { $cond: [{ $eq: [{ $size: '$customers' }, 1] }, { $concat: [NAMED.customer, { $max: '$customers' }] }, null] },
        ],
      },
      weight: weighed(asOf, settings.interactionHalfLifeDays),
      startedAt,
    },
  },
];

/** Groups of what each customer bought in all orders: the groups of the orders come in, before any of them is cut to the cap. */
export const customerGroups = ({ asOf }: LearningWindow, { settings, startedAt }: CountingPlan): Pipeline => [
  { $match: { kind: 'orders' } },
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
