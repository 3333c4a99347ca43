import { DAY_MS } from '../learning/decay.js';
import type { DemandOf } from '../serving/demand-index.js';
import type { ProductHabit } from './profile.js';

/**
 * The part of the usual interval after which a product counts in full again. People buy early far more often than a calendar would have it:
 * waiting for longer finds less of what they do buy (docs/decisions/0020-picks-scorecard.md).
 */
export const WAIT_SHARE = 0.12;

/** Days of purchase that make a rhythm of one's own. */
export const RHYTHM_DAYS = 4;

/** What this share of its buyers comes back for is used up; other things are bought once, and their interval says nothing. */
export const CONSUMABLE = 0.5;

/** Days from one instant to another, 0 where they are the other way round. */
export const daysBetween = (from: Date, to: Date): number => Math.max(0, to.getTime() - from.getTime()) / DAY_MS;

/**
 * Days that usually lie between two purchases of a product: the customer's own mean where they bought it on enough days to have a rhythm, else
 * what is usual among its buyers where it is a consumable. Null where neither is known.
 */
export const usualIntervalDays = (
  { firstPurchasedAt, lastPurchasedAt, purchaseDays }: Pick<ProductHabit, 'firstPurchasedAt' | 'lastPurchasedAt' | 'purchaseDays'>,
  { intervalDays, repeatRate }: Pick<DemandOf, 'intervalDays' | 'repeatRate'>,
): number | null => {
  const ofBuyers = repeatRate >= CONSUMABLE ? intervalDays : null;
  if (firstPurchasedAt === null || lastPurchasedAt === null || purchaseDays < RHYTHM_DAYS) return ofBuyers;
  const days = daysBetween(firstPurchasedAt, lastPurchasedAt);
  // Profiles of an earlier release do not know the first purchase: theirs is the last.
  return days === 0 ? ofBuyers : days / (purchaseDays - 1);
};

/**
 * What a product's chance is multiplied by so soon after the last purchase: above 0, and 1 once it may be used up or nobody knows when that is. The
 * share lets a weekly product come back at once; the square keeps a monthly one away for its first day or two.
 */
export const waiting = (daysSince: number, intervalDays: number | null): number =>
  intervalDays === null ? 1 : Math.min(1, (daysSince + 1) / (WAIT_SHARE * intervalDays)) ** 2;
