import { DAY_MS, SIZE_EXPONENT } from '../../domain/learning/decay.js';

/** Something the database works out, in its own terms. */
export type Expression = unknown;

const EPOCH = new Date(0);

/** What a time counts by its age, as `decay` has it: the field's path and the moment that ages are measured from. */
export const decayAt = (path: string, asOf: Date, halfLifeDays: number): Expression => ({
  $pow: [0.5, { $divide: [{ $max: [0, { $subtract: [asOf, path] }] }, halfLifeDays * DAY_MS] }],
});

/** What a group of so many products counts, as `sizeWeight` has it. */
export const sizeWeightOf = (path: string): Expression => ({ $pow: [{ $max: [{ $subtract: [path, 1] }, 1] }, -SIZE_EXPONENT] });

/** The number of the UTC day that a time is in. */
export const dayNumberOf = (path: string): Expression => ({ $floor: { $divide: [{ $subtract: [path, EPOCH] }, DAY_MS] } });

/** Adds one where something holds. */
export const countWhere = (condition: Expression): Expression => ({ $sum: { $cond: [condition, 1, 0] } });

/** Whether a field holds a text. */
export const isGiven = (path: string): Expression => ({ $ne: [{ $ifNull: [path, null] }, null] });
