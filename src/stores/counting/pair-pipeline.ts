import type { LeastCounts } from '../../domain/learning/database-counting.js';
import type { Pipeline } from './database.js';
import { countWhere, type Expression } from './weights.js';

const isOf = (kind: string): Expression => ({ $cond: [{ $eq: ['$kind', kind] }, 1, 0] });

const weightOf = (kind: string): Expression => ({ $cond: [{ $eq: ['$kind', kind] }, '$weight', 0] });

const sumOf = (...fields: readonly string[]): Readonly<Record<string, Expression>> =>
  Object.fromEntries(fields.map((field) => [field, { $sum: `$${field}` }]));

const COUNTS = ['bought', 'viewed', 'owned', 'boughtWeight', 'viewedWeight', 'ownedWeight'] as const;

/**
 * What these anchors meet, or all where null is given, one document for each pair that may matter: groups come in. Every group that holds an anchor gives a document for each
 * other product of it; these are summed for each customer first, so that different customers are counted without holding a set of them.
 */
export const pairsOf = (anchorIds: readonly string[] | null, { orders, visits, customers }: LeastCounts): Pipeline => [
  ...(anchorIds === null ? [] : [{ $match: { products: { $in: anchorIds } } }]),
  {
    $project: {
      _id: 0,
      owner: 1,
      products: 1,
      anchor: '$products',
      bought: isOf('orders'),
      viewed: isOf('visits'),
      owned: isOf('customers'),
      boughtWeight: weightOf('orders'),
      viewedWeight: weightOf('visits'),
      ownedWeight: weightOf('customers'),
    },
  },
  { $unwind: '$anchor' },
  ...(anchorIds === null ? [] : [{ $match: { anchor: { $in: anchorIds } } }]),
  { $unwind: '$products' },
  { $match: { $expr: { $ne: ['$anchor', '$products'] } } },
  { $group: { _id: { anchor: '$anchor', neighbour: '$products', owner: '$owner' }, ...sumOf(...COUNTS) } },
  {
    $group: {
      _id: { anchor: '$_id.anchor', neighbour: '$_id.neighbour' },
      ...sumOf(...COUNTS),
      buyers: countWhere({ $gt: ['$bought', 0] }),
      viewers: countWhere({ $gt: ['$viewed', 0] }),
    },
  },
  { $match: { $or: [{ bought: { $gte: orders } }, { viewed: { $gte: visits } }, { owned: { $gte: customers } }] } },
  { $addFields: { anchor: '$_id.anchor', neighbour: '$_id.neighbour' } },
];
