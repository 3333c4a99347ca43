import type { Order } from '../../src/domain/facts/order.js';
import type { Exposure } from '../../src/domain/measurement/exposure.js';
import type { MeasurementArm } from '../../src/domain/measurement/arm.js';
import type { Period, ScorecardQuestion } from '../../src/domain/measurement/scorecard.js';
import type { Lane } from '../../src/domain/merchandising/rule.js';
import { ownerOf, SOURCES } from '../../src/domain/ranking/candidate.js';
import { isSteady } from './naive-steady-share.js';
import {
  distinctInteractions,
  isIn,
  naiveCredits,
  partAt,
  partIn,
  revenueOf,
  sourceIn,
  standingOrders,
  wasShownBy,
  type NaiveCredit,
  type ShopLog,
} from './naive-attribution.js';

/** What a scorecard is computed from, without any roll-up. */
export interface NaiveQuestion extends ScorecardQuestion {
  readonly log: ShopLog;
  readonly windowDays: number;
}

/** An uplift without its interval. */
export interface NaiveUplift {
  readonly treatment: number;
  readonly holdout: number;
  readonly difference: number;
  readonly treatmentSize: number;
  readonly holdoutSize: number;
}

const DAY = 86_400_000;
const LEAST_PER_ARM = 100;
const LEAST_BUYERS_PER_ARM = 10;

const over = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);
const moneyOver = (money: number, count: number): number | null => (count === 0 ? null : Math.round(money / count));
const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);
const revenueOfAll = (orders: readonly Order[]): number => sum(orders.map(revenueOf));

const currencyOf = ({ log, period, currencyCode }: NaiveQuestion): string | null => {
  if (currencyCode !== null) return currencyCode;
  const codes = standingOrders(log).filter(({ placedAt }) => isIn(period, placedAt)).map((order) => order.currencyCode);
  const count = (code: string): number => codes.filter((other) => other === code).length;
  return [...new Set(codes)].toSorted((a, b) => count(b) - count(a) || (a < b ? -1 : 1))[0] ?? null;
};

/** Completed orders of the judged currency, of all times. */
const judgedOrders = (question: NaiveQuestion): readonly Order[] => {
  const currency = currencyOf(question);
  return standingOrders(question.log).filter(({ currencyCode }) => currencyCode === currency);
};

const creditsFor = (question: NaiveQuestion, lane: Lane, order: Order): readonly NaiveCredit[] =>
  naiveCredits(question.log, order, question.windowDays).filter(
    (credit) => credit.lane === lane && (question.placement === null || credit.placement === question.placement),
  );

const creditedRevenue = (question: NaiveQuestion, lane: Lane, orders: readonly Order[]): number =>
  sum(orders.flatMap((order) => creditsFor(question, lane, order).map(({ revenue }) => revenue)));

/** What was done with what lists showed: one entry per interaction that counts. */
const actsOf = ({ log, period, placement }: NaiveQuestion, lane: Lane) =>
  distinctInteractions(log).flatMap((act) => {
    const source = sourceIn(log, act.recommendationId, act.productId, act.customerId);
    const page = log.pages.find(({ recommendationId }) => recommendationId === act.recommendationId);
    if (source === null || page === undefined || !isIn(period, act.at) || !wasShownBy(log, act.recommendationId, act.productId, act.at)) return [];
    if (!['IMPRESSION', 'CLICK', 'ADD_TO_BASKET'].includes(act.kind)) return [];
    if (page.lane !== lane || (placement !== null && page.placement !== placement)) return [];
    const list = JSON.stringify([act.at.toISOString().slice(0, 10), act.recommendationId, act.sessionId ?? act.customerId]);
    return [{ kind: act.kind, source, list }];
  });

const countedOf = (acts: ReturnType<typeof actsOf>, credits: readonly NaiveCredit[]) => ({
  impressions: acts.filter(({ kind }) => kind === 'IMPRESSION').length,
  clicks: acts.filter(({ kind }) => kind === 'CLICK').length,
  basketAdds: acts.filter(({ kind }) => kind === 'ADD_TO_BASKET').length,
  orderLines: credits.length,
});

/** What both lanes' scorecards say alike. */
const shared = (question: NaiveQuestion, lane: Lane) => {
  const acts = actsOf(question, lane);
  const inPeriod = judgedOrders(question).filter(({ placedAt }) => isIn(question.period, placedAt));
  const credits = inPeriod.flatMap((order) => creditsFor(question, lane, order));
  const others = standingOrders(question.log).filter(
    ({ placedAt, currencyCode }) => isIn(question.period, placedAt) && currencyCode !== currencyOf(question),
  );
  const shownBy = { human: 0, learned: 0, fallback: 0 };
  for (const { kind, source } of acts) if (kind === 'IMPRESSION') shownBy[ownerOf(source)] += 1;
  return {
    currencyCode: currencyOf(question),
    ordersInOtherCurrencies: others.length,
    funnel: { lists: new Set(acts.map(({ list }) => list)).size, ...countedOf(acts, credits) },
    bySource: SOURCES.map((source) => {
      const credited = credits.filter((credit) => credit.source === source);
      const counted = countedOf(acts.filter((act) => act.source === source), credited);
      return { source, ...counted, revenueMinor: sum(credited.map(({ revenue }) => revenue)) };
    }).filter(({ impressions, clicks, basketAdds, orderLines }) => impressions + clicks + basketAdds + orderLines > 0),
    shownBy,
  };
};

/** The weeks of a period: the first begins with it, each other on a Monday. */
const weeksOf = ({ from, until }: Period): readonly Period[] => {
  const starts = [from];
  for (let day = from.getTime() + DAY; day < until.getTime(); day += DAY) if (new Date(day).getUTCDay() === 1) starts.push(new Date(day));
  return starts.map((start, at) => ({ from: start, until: starts[at + 1] ?? until }));
};

/** What a unit of a comparison did. */
interface Outcome {
  readonly arm: MeasurementArm;
  readonly unitId: string;
  readonly amount: number;
}

/** The number of units with anything to compare. */
const buyersAmong = (outcomes: readonly Outcome[]): number => new Set(outcomes.filter(({ amount }) => amount !== 0).map(({ unitId }) => unitId)).size;

const varies = (outcomes: readonly Outcome[]): boolean => new Set(outcomes.map(({ amount }) => amount)).size > 1;

const upliftOf = (outcomes: readonly Outcome[], isTold: (treated: readonly Outcome[], heldOut: readonly Outcome[]) => boolean): NaiveUplift | null => {
  const treated = outcomes.filter(({ arm }) => arm === 'TREATMENT');
  const heldOut = outcomes.filter(({ arm }) => arm === 'HOLDOUT');
  if (treated.length < LEAST_PER_ARM || heldOut.length < LEAST_PER_ARM || !isTold(treated, heldOut)) return null;
  const [treatment = 0, holdout = 0] = [treated, heldOut].map((all) => sum(all.map(({ amount }) => amount)) / all.length);
  return { treatment, holdout, difference: treatment - holdout, treatmentSize: treated.length, holdoutSize: heldOut.length };
};

/** Of money: it has to vary in both arms, and enough units have to have spent any. */
const upliftOfMoney = ({ placement }: NaiveQuestion, outcomes: readonly Outcome[]): NaiveUplift | null =>
  placement !== null ? null : upliftOf(outcomes, (...arms) => arms.every((arm) => varies(arm) && buyersAmong(arm) >= LEAST_BUYERS_PER_ARM));

/** Of a share: somebody has to have done it, and somebody not. */
const upliftOfShare = ({ placement }: NaiveQuestion, outcomes: readonly Outcome[]): NaiveUplift | null =>
  placement !== null ? null : upliftOf(outcomes, (treated, heldOut) => varies([...treated, ...heldOut]));

const perOrder = (question: NaiveQuestion, orders: readonly Order[]): readonly Outcome[] =>
  orders.flatMap((order) => {
    const part = partAt(question.log, 'CROSS_SELL', order.sessionId, order.placedAt);
    return part === null || part.at < question.period.from ? [] : [{ arm: part.arm, unitId: part.unitId, amount: revenueOf(order) }];
  });

const unitsOf = ({ log }: NaiveQuestion, lane: Lane, counts: (at: Date) => boolean) =>
  [...new Set(log.exposures.filter((exposure) => exposure.lane === lane).map(({ unitId }) => unitId))].flatMap((unitId) => {
    const part = partIn(log, lane, unitId);
    return part !== null && counts(part.at) ? [part] : [];
  });

const perVisit = (question: NaiveQuestion, orders: readonly Order[]): readonly Outcome[] =>
  unitsOf(question, 'CROSS_SELL', (at) => isIn(question.period, at)).map(({ arm, unitId, at }) => ({
    ...{ arm, unitId },
    amount: revenueOfAll(orders.filter(({ sessionId, placedAt }) => sessionId === unitId && at <= placedAt)),
  }));

/** All who take part; those who began in the period where only they were drawn alike; nobody where not even they were. */
const customersCompared = (question: NaiveQuestion): readonly Exposure[] => {
  const ever = unitsOf(question, 'PERSONALISATION', (at) => at < question.period.until);
  const inPeriod = ever.filter(({ at }) => isIn(question.period, at));
  return isSteady(ever) ? ever : isSteady(inPeriod) ? inPeriod : [];
};

const perCustomer = (question: NaiveQuestion, orders: readonly Order[], amountOf: (orders: readonly Order[]) => number): readonly Outcome[] =>
  customersCompared(question).map(({ arm, unitId, at }) => ({
    ...{ arm, unitId },
    amount: amountOf(orders.filter(({ customerId, placedAt }) => customerId === unitId && at <= placedAt)),
  }));

/** Cross-selling's scorecard, straight from the facts; of uplifts all but the interval. */
export const naiveCrossSell = (question: NaiveQuestion) => {
  const orders = judgedOrders(question).filter(({ placedAt }) => isIn(question.period, placedAt));
  const isAttached = (order: Order): boolean => creditsFor(question, 'CROSS_SELL', order).length > 0;
  const attached = orders.filter(isAttached);
  const plain = orders.filter((order) => !isAttached(order));
  const credits = orders.flatMap((order) => creditsFor(question, 'CROSS_SELL', order));
  const isDrawnAlike = isSteady(unitsOf(question, 'CROSS_SELL', (at) => isIn(question.period, at)));
  const pairs = [...new Set(credits.map(({ anchorId, productId }) => JSON.stringify([anchorId, productId])))].map((pair) => {
    const of = credits.filter(({ anchorId, productId }) => JSON.stringify([anchorId, productId]) === pair);
    return { pair, anchorId: of[0]?.anchorId ?? null, productId: of[0]?.productId, orderLines: of.length, revenueMinor: sum(of.map(({ revenue }) => revenue)) };
  });
  return {
    ...shared(question, 'CROSS_SELL'),
    orders: orders.length,
    averageOrderValueMinor: moneyOver(revenueOfAll(orders), orders.length),
    averageOrderValueWithCrossSellMinor: moneyOver(revenueOfAll(attached), attached.length),
    averageOrderValueWithoutMinor: moneyOver(revenueOfAll(plain), plain.length),
    attachRate: over(attached.length, orders.length),
    revenueShare: over(creditedRevenue(question, 'CROSS_SELL', orders), revenueOfAll(orders)),
    unitsPerOrder: over(sum(orders.flatMap(({ lines }) => lines.map(({ quantity }) => quantity))), orders.length),
    topPairs: pairs
      .filter(({ anchorId }) => anchorId !== null)
      .toSorted((a, b) => b.revenueMinor - a.revenueMinor || (a.pair < b.pair ? -1 : 1))
      .slice(0, 10)
      .map(({ anchorId, productId, orderLines, revenueMinor }) => ({ anchorId, productId, orderLines, revenueMinor })),
    byWeek: weeksOf(question.period).map((week) => {
      const within = orders.filter(({ placedAt }) => isIn(week, placedAt));
      return {
        from: week.from,
        orders: within.length,
        averageOrderValueMinor: moneyOver(revenueOfAll(within), within.length),
        attachRate: over(within.filter(isAttached).length, within.length),
        revenueShare: over(creditedRevenue(question, 'CROSS_SELL', within), revenueOfAll(within)),
      };
    }),
    uplift: isDrawnAlike ? upliftOfMoney(question, perOrder(question, orders)) : null,
    upliftPerVisit: isDrawnAlike ? upliftOfMoney(question, perVisit(question, orders)) : null,
  };
};

const customersOf = (orders: readonly Order[]): readonly string[] => [...new Set(orders.flatMap(({ customerId }) => customerId ?? []))];

const retentionOf = (question: NaiveQuestion, days: number) => {
  const known = judgedOrders(question);
  const newest = Math.max(...standingOrders(question.log).map(({ placedAt }) => placedAt.getTime()));
  const firstTimers = customersOf(known).flatMap((customer) => {
    const times = known.filter(({ customerId }) => customerId === customer).map(({ placedAt }) => placedAt.getTime()).toSorted((a, b) => a - b);
    const [first = 0] = times;
    const isJudged = isIn(question.period, new Date(first)) && first + days * DAY <= newest;
    return isJudged ? [{ cameBack: times.filter((time) => time <= first + days * DAY).length > 1 }] : [];
  });
  return { days, rate: over(firstTimers.filter(({ cameBack }) => cameBack).length, firstTimers.length), customers: firstTimers.length };
};

/** Personalisation's scorecard, straight from the facts; of uplifts all but the interval. */
export const naivePersonalisation = (question: NaiveQuestion) => {
  const ever = judgedOrders(question).filter(({ customerId }) => customerId !== null);
  const orders = ever.filter(({ placedAt }) => isIn(question.period, placedAt));
  const customers = customersOf(orders);
  const ordersOf = (customer: string, among: readonly Order[]): readonly Order[] => among.filter(({ customerId }) => customerId === customer);
  const soFar = ever.filter(({ customerId, placedAt }) => placedAt < question.period.until && customers.some((customer) => customer === customerId));
  return {
    ...shared(question, 'PERSONALISATION'),
    customers: customers.length,
    orders: orders.length,
    repeatPurchaseRate: over(customers.filter((customer) => ordersOf(customer, orders).length >= 2).length, customers.length),
    retention: [30, 60, 90].map((days) => retentionOf(question, days)),
    lifetimeValueMinor: moneyOver(revenueOfAll(soFar), customers.length),
    revenueShare: over(creditedRevenue(question, 'PERSONALISATION', orders), revenueOfAll(orders)),
    byWeek: weeksOf(question.period).map((week) => {
      const within = orders.filter(({ placedAt }) => isIn(week, placedAt));
      const hadOrdered = (customer: string): boolean => ordersOf(customer, ever).some(({ placedAt }) => placedAt < week.from);
      return {
        from: week.from,
        customers: customersOf(within).length,
        returningShare: over(customersOf(within).filter(hadOrdered).length, customersOf(within).length),
        revenueShare: over(creditedRevenue(question, 'PERSONALISATION', within), revenueOfAll(within)),
      };
    }),
    repeatPurchaseUplift: upliftOfShare(question, perCustomer(question, orders, (all) => (all.length >= 2 ? 1 : 0))),
    lifetimeValueUplift: upliftOfMoney(question, perCustomer(question, orders, revenueOfAll)),
  };
};
