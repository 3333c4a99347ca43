// A shop whose true effects are known, because they are computed from how it is made and not from what happened in it.
import { lognormalMean } from './draws.mjs';

const DAY_MS = 86_400_000;

/** Days that are lived through, and of these the ones that are judged: the rest come before. */
export const HORIZON = { from: new Date('2026-01-01T00:00:00Z'), days: 90 };
export const PERIOD = { from: new Date('2026-01-31T00:00:00Z'), until: new Date('2026-04-01T00:00:00Z') };
const JUDGED_SHARE = (PERIOD.until - PERIOD.from) / (HORIZON.days * DAY_MS);

/**
 * How customers behave. Visits of a customer are geometric (exponential rates); each asks for its arm with probability `asked`; it ends in an order with
 * probability `conversion`, and in a second one with probability `second` of that. An order is worth a basket (a mixture of lognormals, times the
 * customer's own scale of mean 1) and with probability `attach` one complement more. Money is in minor units.
 */
export const HABITS = {
  visits: 3,
  consent: 0.8,
  asked: 0.9,
  conversion: 0.12,
  second: 0.05,
  everyday: { median: 3_500, sigma: 0.6 },
  large: { median: 15_000, sigma: 0.8 },
  largeShare: 0.1,
  scale: { median: Math.exp(-0.125), sigma: 0.5 },
  complement: { median: 1_500, sigma: 0.7 },
};

/**
 * What the lanes do. `attach` is by the visit's arm. `conversion` and `value` multiply those of consenting customers in the treatment. Without an effect
 * lists are shown, clicked and credited all the same.
 */
export const EFFECTS = {
  effect: { attach: { TREATMENT: 0.3, HOLDOUT: 0.1 }, conversion: 1.25, value: 1.1 },
  none: { attach: { TREATMENT: 0.3, HOLDOUT: 0.3 }, conversion: 1, value: 1 },
};

const basketMean = (1 - HABITS.largeShare) * lognormalMean(HABITS.everyday) + HABITS.largeShare * lognormalMean(HABITS.large);
const complementMean = lognormalMean(HABITS.complement);

/** Visits in the period are geometric too, with the share of the horizon that is judged; two orders need one visit with two or two visits. */
const repeatShare = (conversion) => {
  const mean = HABITS.visits * JUDGED_SHARE;
  let repeat = 0;
  for (let visits = 1; visits < 2_000; visits += 1) {
    const none = (1 - conversion) ** visits;
    const one = visits * conversion * (1 - HABITS.second) * (1 - conversion) ** (visits - 1);
    repeat += (mean / (1 + mean)) ** visits / (1 + mean) * (1 - none - one);
  }
  return repeat;
};

/**
 * The expected differences, treatment minus holdout, of a shop with these effects and this holdout share:
 * - perOrder: the complement is the only difference between orders of both arms.
 * - perVisit: that, times the orders of a visit, whichever arm of personalisation its customer is in.
 * - value, repeat: of a consenting customer who came at all within the horizon (that is when their part began), over the visits of the period.
 */
export const trueEffects = ({ attach, conversion, value }, holdout) => {
  const perOrder = (attach.TREATMENT - attach.HOLDOUT) * complementMean;
  const treated = HABITS.consent * (1 - holdout);
  const ordersPerVisit = (1 + HABITS.second) * HABITS.conversion * (treated * conversion + 1 - treated);
  const heldOutVisits = HABITS.asked * holdout;
  const attached = (attach.TREATMENT * (1 - heldOutVisits) + attach.HOLDOUT * heldOutVisits) * complementMean;
  const came = HABITS.visits / (1 + HABITS.visits);
  const converting = ((HABITS.visits * JUDGED_SHARE) / came) * (1 + HABITS.second) * HABITS.conversion;
  return {
    perOrder,
    perVisit: ordersPerVisit * perOrder,
    value: converting * (conversion * (value * basketMean + attached) - (basketMean + attached)),
    repeat: (repeatShare(conversion * HABITS.conversion) - repeatShare(HABITS.conversion)) / came,
  };
};
