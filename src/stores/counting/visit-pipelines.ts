import type { Document } from 'mongodb';

import type { CountingPlan } from '../../domain/learning/database-counting.js';
import { DAY_MS } from '../../domain/learning/decay.js';
import { LOOKING } from '../../domain/learning/visit-columns.js';
import type { LearningWindow } from '../../domain/learning/window.js';
import type { Pipeline } from './database.js';
import { NAMED } from './group-names.js';
import { isNoneOf, weighed } from './group-stages.js';
import { dayNumberOf, type Expression, isGiven } from './weights.js';

/** A visit is a session, or what a customer without one did on one UTC day. */
const visit: Expression = {
  $cond: [
    isGiven('$sessionId'),
    { $concat: [NAMED.session, '$sessionId'] },
    { $concat: ['day ', { $toString: { $toLong: dayNumberOf('$at') } }, ' of ', '$customerId'] },
  ],
};

const looking = ({ from, until }: LearningWindow): Document => ({
  at: { $gte: from, $lt: until },
  kind: { $in: [...LOOKING] },
  productId: { $ne: null },
  $or: [{ sessionId: { $ne: null } }, { customerId: { $ne: null } }],
});

/** A visit that was counted through: of one without a session, all interactions are of its customer and of one day. */
export interface VisitRow {
  readonly _id: string;
  readonly sessionId: string | null;
  readonly customerId: string | null;
  readonly at: Date;
}

/** Visits of more than so many interactions: the stored interactions come in. */
export const visitsOfMany = (window: LearningWindow, most: number): Pipeline => [
  { $match: looking(window) },
  { $project: { _id: 0, visit, sessionId: 1, customerId: 1, at: 1 } },
  { $group: { _id: '$visit', interactions: { $sum: 1 }, sessionId: { $first: '$sessionId' }, customerId: { $first: '$customerId' }, at: { $first: '$at' } } },
  { $match: { interactions: { $gt: most } } },
];

/** Which of the stored interactions make up a visit. */
export const lookingAt = (window: LearningWindow, { sessionId, customerId, at }: VisitRow): Document => {
  if (sessionId !== null) return { $and: [looking(window), { sessionId }] };
  const day = Math.floor(at.getTime() / DAY_MS) * DAY_MS;
  return { $and: [looking(window), { sessionId: null, customerId, at: { $gte: new Date(day), $lt: new Date(day + DAY_MS) } }] };
};

/** Groups of the visits in the window but these: the stored interactions come in. Which of several customers a visit belongs to is left open. */
export const visitGroups = (window: LearningWindow, { settings, startedAt }: CountingPlan, but: readonly string[]): Pipeline => [
  { $match: looking(window) },
  { $project: { _id: 0, visit, productId: 1, customerId: 1, at: 1 } },
  ...isNoneOf('$visit', but),
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
      weight: weighed(window.asOf, settings.interactionHalfLifeDays),
      startedAt,
    },
  },
];
