import { dayOf } from '../domain/measurement/day.js';
import type { CrossSellScorecard, Funnel, PersonalisationScorecard, SourceContribution, Uplift } from '../domain/measurement/scorecard.js';
import type { SlotOwner } from '../domain/ranking/candidate.js';
import { amountOf, amountOrNull } from './amount.js';
import type { Report } from './report.js';

/** An uplift as data. Of money it holds exact decimals, of shares numbers. */
export interface UpliftDocument<V> extends Omit<Uplift, 'treatment' | 'holdout' | 'difference' | 'low' | 'high'> {
  readonly treatment: V;
  readonly holdout: V;
  readonly difference: V;
  readonly low: V;
  readonly high: V;
}

type Amount = string;

interface ScorecardDocument {
  /** Null for all of the lane. */
  readonly placement: string | null;
  readonly measuredAt: string | null;
  readonly currencyCode: string | null;
  readonly orders: number;
  readonly ordersInOtherCurrencies: number;
  readonly revenueShare: number | null;
  readonly funnel: Funnel;
  readonly upliftShortfall: string | null;
  readonly bySource: readonly (Omit<SourceContribution, 'revenueMinor'> & { readonly revenue: Amount | null })[];
  readonly shownBy: Readonly<Record<SlotOwner, number>>;
}

/** A cross-sell scorecard as data: amounts are exact decimals in units of `currencyCode`, days `2026-10-01`, shares 0 to 1. */
export interface CrossSellDocument extends ScorecardDocument {
  readonly averageOrderValue: Amount | null;
  readonly averageOrderValueWithCrossSell: Amount | null;
  readonly averageOrderValueWithout: Amount | null;
  readonly attachRate: number | null;
  readonly unitsPerOrder: number | null;
  readonly uplift: UpliftDocument<Amount> | null;
  readonly upliftPerVisit: UpliftDocument<Amount> | null;
  readonly topPairs: readonly {
    readonly anchorId: string;
    readonly anchorTitle: string | null;
    readonly productId: string;
    readonly productTitle: string | null;
    readonly orderLines: number;
    readonly revenue: Amount | null;
  }[];
  readonly byWeek: readonly {
    readonly from: string;
    readonly orders: number;
    readonly averageOrderValue: Amount | null;
    readonly attachRate: number | null;
    readonly revenueShare: number | null;
  }[];
}

/** A personalisation scorecard as data. */
export interface PersonalisationDocument extends ScorecardDocument {
  readonly customers: number;
  readonly repeatPurchaseRate: number | null;
  readonly retention: PersonalisationScorecard['retention'];
  readonly lifetimeValue: Amount | null;
  readonly repeatPurchaseUplift: UpliftDocument<number> | null;
  readonly lifetimeValueUplift: UpliftDocument<Amount> | null;
  readonly byWeek: readonly {
    readonly from: string;
    readonly customers: number;
    readonly returningShare: number | null;
    readonly revenueShare: number | null;
  }[];
}

/** A report as data: what JSON holds, and what CSV is made from. */
export interface ReportDocument {
  readonly title: string;
  /** UTC days; `until` is the first that does not count. */
  readonly period: { readonly from: string; readonly until: string };
  readonly crossSell: CrossSellDocument;
  readonly crossSellByPlacement: readonly CrossSellDocument[];
  readonly personalisation: PersonalisationDocument;
  readonly personalisationBySurface: readonly PersonalisationDocument[];
}

const upliftOf = <V>(uplift: Uplift, write: (value: number) => V): UpliftDocument<V> => ({
  treatment: write(uplift.treatment),
  holdout: write(uplift.holdout),
  difference: write(uplift.difference),
  low: write(uplift.low),
  high: write(uplift.high),
  treatmentSize: uplift.treatmentSize,
  holdoutSize: uplift.holdoutSize,
  method: uplift.method,
});

const moneyUplift = (uplift: Uplift | null, currency: string | null): UpliftDocument<Amount> | null =>
  uplift === null || currency === null ? null : upliftOf(uplift, (minor) => amountOf(minor, currency));

const common = (card: CrossSellScorecard | PersonalisationScorecard, placement: string | null): ScorecardDocument => ({
  placement,
  measuredAt: card.measuredAt?.toISOString() ?? null,
  currencyCode: card.currencyCode,
  orders: card.orders,
  ordersInOtherCurrencies: card.ordersInOtherCurrencies,
  revenueShare: card.revenueShare,
  funnel: card.funnel,
  upliftShortfall: card.upliftShortfall,
  bySource: card.bySource.map(({ revenueMinor, ...counts }) => ({ ...counts, revenue: amountOrNull(revenueMinor, card.currencyCode) })),
  shownBy: card.shownBy,
});

const crossSellDocument = (card: CrossSellScorecard, placement: string | null, titles: Report['titles']): CrossSellDocument => {
  const money = (minor: number | null): Amount | null => amountOrNull(minor, card.currencyCode);
  return {
    ...common(card, placement),
    averageOrderValue: money(card.averageOrderValueMinor),
    averageOrderValueWithCrossSell: money(card.averageOrderValueWithCrossSellMinor),
    averageOrderValueWithout: money(card.averageOrderValueWithoutMinor),
    attachRate: card.attachRate,
    unitsPerOrder: card.unitsPerOrder,
    uplift: moneyUplift(card.uplift, card.currencyCode),
    upliftPerVisit: moneyUplift(card.upliftPerVisit, card.currencyCode),
    topPairs: card.topPairs.map(({ anchorId, productId, orderLines, revenueMinor }) => ({
      anchorId,
      anchorTitle: titles.get(anchorId) ?? null,
      productId,
      productTitle: titles.get(productId) ?? null,
      orderLines,
      revenue: money(revenueMinor),
    })),
    byWeek: card.byWeek.map(({ from, orders, averageOrderValueMinor, attachRate, revenueShare }) => ({
      from: dayOf(from),
      orders,
      averageOrderValue: money(averageOrderValueMinor),
      attachRate,
      revenueShare,
    })),
  };
};

const personalisationDocument = (card: PersonalisationScorecard, placement: string | null): PersonalisationDocument => ({
  ...common(card, placement),
  customers: card.customers,
  repeatPurchaseRate: card.repeatPurchaseRate,
  retention: card.retention,
  lifetimeValue: amountOrNull(card.lifetimeValueMinor, card.currencyCode),
  repeatPurchaseUplift: card.repeatPurchaseUplift === null ? null : upliftOf(card.repeatPurchaseUplift, (share) => share),
  lifetimeValueUplift: moneyUplift(card.lifetimeValueUplift, card.currencyCode),
  byWeek: card.byWeek.map(({ from, ...figures }) => ({ from: dayOf(from), ...figures })),
});

/** The report as data. */
export const documentOf = ({ title, period, crossSell, placements, personalisation, surfaces, titles }: Report): ReportDocument => ({
  title,
  period: { from: dayOf(period.from), until: dayOf(period.until) },
  crossSell: crossSellDocument(crossSell, null, titles),
  crossSellByPlacement: placements.map(({ placement, scorecard }) => crossSellDocument(scorecard, placement, titles)),
  personalisation: personalisationDocument(personalisation, null),
  personalisationBySurface: surfaces.map(({ placement, scorecard }) => personalisationDocument(scorecard, placement)),
});
