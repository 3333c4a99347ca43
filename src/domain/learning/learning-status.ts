import type { Model } from './model.js';
import type { WithheldModel } from './withheld-model.js';

/** What has been learned, and whether it is enough to rely on. */
export interface LearningStatus {
  readonly modelVersion: string | null;
  readonly publishedAt: Date | null;
  readonly orders: number;
  readonly products: number;
  readonly pairs: number;
  readonly customers: number;
  readonly windowDays: number;
  readonly sufficient: boolean;
  /** What is missing; null when sufficient. */
  readonly shortfall: string | null;
  /** What was learned last and held back; null when what was learned last is published. */
  readonly withheld: WithheldModel | null;
}

/** Below this many orders, chance speaks louder than habit: most pairs cannot reach the support that is asked of them. */
const ENOUGH_ORDERS = 500;
const ENOUGH_PAIRS = 20;

const NOTHING = { version: null, publishedAt: null, orders: 0, products: 0, pairs: 0, customers: 0, windowDays: 0 };

const shortfallOf = (model: Model | null): string | null => {
  if (model === null) return 'Nothing has been learned yet';
  if (model.orders < ENOUGH_ORDERS)
    return `${String(model.orders)} completed orders in the window, at least ${String(ENOUGH_ORDERS)} are needed`;
  if (model.pairs < ENOUGH_PAIRS)
    return `${String(model.pairs)} pairs have enough support, at least ${String(ENOUGH_PAIRS)} are needed`;
  return null;
};

/** Says what has been learned, and what was learned since and held back; a null model stands for a shop that never learned. */
export const learningStatusOf = (model: Model | null, withheld: WithheldModel | null): LearningStatus => {
  const { version, publishedAt, orders, products, pairs, customers, windowDays } = model ?? NOTHING;
  const shortfall = shortfallOf(model);
  return {
    modelVersion: version,
    publishedAt,
    orders,
    products,
    pairs,
    customers,
    windowDays,
    sufficient: shortfall === null,
    shortfall,
    withheld,
  };
};
