import type { Document } from 'mongodb';

import { decayAt, type Expression, sizeWeightOf } from './weights.js';

/** Adds how many different products there are. */
export const sized = { $addFields: { size: { $size: '$products' } } };

/** What a group with a size and a time counts. */
export const weighed = (asOf: Date, halfLifeDays: number): Expression => ({ $multiply: [sizeWeightOf('$size'), decayAt('$at', asOf, halfLifeDays)] });

/** Leaves out what is named so. Told of as a computed value, so that no index is read for it: nearly all are others. */
export const isNoneOf = (path: string, names: readonly string[]): readonly Document[] => (names.length === 0 ? [] : [{ $match: { $expr: { $not: [{ $in: [path, { $literal: names }] }] } } }]);
