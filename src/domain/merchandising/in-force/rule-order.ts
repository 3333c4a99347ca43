import type { MerchandisingRule } from '../rule.js';

/** The order in which rules are heard: higher priority first, ties by id in code unit order. */
export const byPrecedence = (
  a: Pick<MerchandisingRule, 'priority' | 'id'>,
  b: Pick<MerchandisingRule, 'priority' | 'id'>,
): number => {
  if (a.priority !== b.priority) return b.priority - a.priority;
  if (a.id === b.id) return 0;
  return a.id < b.id ? -1 : 1;
};
