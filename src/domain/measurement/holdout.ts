import { createHash } from 'node:crypto';

import type { Lane } from '../merchandising/rule.js';

/**
 * Whether a customer belongs to the holdout of a lane: a fixed share of customers, drawn by a salted hash, so that the same customer is in
 * the same arm on every instance and on every day, and the lanes' holdouts are independent of each other. `share` is 0 to 1.
 */
export const isHeldOut = (lane: Lane, customerId: string, share: number, salt: string): boolean => {
  if (share <= 0) return false;
  const digest = createHash('sha256').update(JSON.stringify([salt, lane, customerId])).digest();
  return digest.readUInt32BE(0) / 2 ** 32 < share;
};
