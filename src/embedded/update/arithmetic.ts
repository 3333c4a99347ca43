import { Double, Int32, Long } from 'bson';
import { numberOf } from '../bson/document.js';
import { CommandError } from '../errors.js';

const INT32_MAX = 2_147_483_647;

function isDouble(value: unknown): boolean {
  return value instanceof Double || (typeof value === 'number' && !Number.isInteger(value));
}

/**
 * Adds two BSON numbers as MongoDB's `$inc` does: a double if either is one, else the smallest integer type that neither was wider than
 * and that holds the sum.
 * @throws CommandError BadValue where an integer sum leaves 2^53.
 */
export function addNumbers(left: unknown, right: unknown): Double | Int32 | Long {
  const sum = (numberOf(left) ?? 0) + (numberOf(right) ?? 0);
  if (isDouble(left) || isDouble(right)) return new Double(sum);
  if (!Number.isSafeInteger(sum)) {
    throw new CommandError('BadValue', 'Failed to apply $inc: the sum leaves 2^53, the embedded store\'s limit for integers');
  }
  const wide = left instanceof Long || right instanceof Long || sum > INT32_MAX || sum < -INT32_MAX - 1;
  return wide ? Long.fromNumber(sum) : new Int32(sum);
}
