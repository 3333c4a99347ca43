import type { CrossSellDocument, PersonalisationDocument, ReportDocument, UpliftDocument } from '../document.js';

/** Nothing to divide by is an empty cell. */
type Value = number | string | null;

/** One figure of one scorecard: a line of the table. */
export interface FigureRow {
  /** `cross-sell` or `personalisation`. */
  readonly scorecard: string;
  /** Empty for all of the lane. */
  readonly placement: string;
  readonly source: string;
  /** Where it stands in the JSON document: `byWeek.orders`. */
  readonly figure: string;
  /** UTC days; `until` is the first that does not count. */
  readonly from: string;
  readonly until: string;
  readonly value: Value;
  /** Ends of the 95 % interval, of uplifts only. */
  readonly low: Value;
  readonly high: Value;
  /** Of amounts only. */
  readonly currency: string;
  /** Of pairs only; ids and titles are other people's words. */
  readonly anchorId: string;
  readonly anchorTitle: string;
  readonly productId: string;
  readonly productTitle: string;
}

const BLANK: FigureRow = {
  scorecard: '',
  placement: '',
  source: '',
  figure: '',
  from: '',
  until: '',
  value: null,
  low: null,
  high: null,
  currency: '',
  anchorId: '',
  anchorTitle: '',
  productId: '',
  productTitle: '',
};

type Part = Partial<FigureRow>;

const figures = (values: Readonly<Record<string, Value>>, rest: Part = {}, prefix = ''): readonly Part[] =>
  Object.entries(values).map(([name, value]) => ({ ...rest, figure: prefix + name, value }));

const upliftRows = (figure: string, uplift: UpliftDocument<Value> | null, currency: string): readonly Part[] => {
  if (uplift === null) return [{ figure }];
  const { treatment, holdout, difference, low, high, treatmentSize, holdoutSize } = uplift;
  return [
    { figure, value: difference, low, high, currency },
    ...figures({ treatment, holdout }, { currency }, `${figure}.`),
    ...figures({ treatmentSize, holdoutSize }, {}, `${figure}.`),
  ];
};

/** From and until of each week: a week ends where the next begins. */
const weeksOf = <W extends { readonly from: string }>(weeks: readonly W[], until: string): readonly { readonly week: W; readonly span: Part }[] =>
  weeks.map((week, index) => ({ week, span: { from: week.from, until: weeks[index + 1]?.from ?? until } }));

const commonRows = (card: CrossSellDocument | PersonalisationDocument, currency: string): readonly Part[] => [
  ...figures({ orders: card.orders, ordersInOtherCurrencies: card.ordersInOtherCurrencies, revenueShare: card.revenueShare }),
  ...figures({ ...card.funnel }, {}, 'funnel.'),
  ...figures({ ...card.shownBy }, {}, 'shownBy.'),
  ...card.bySource.flatMap(({ source, revenue, ...counts }) => [
    ...figures(counts, { source }, 'bySource.'),
    { source, figure: 'bySource.revenue', value: revenue, currency },
  ]),
];

const crossSellRows = (card: CrossSellDocument, until: string): readonly Part[] => {
  const currency = card.currencyCode ?? '';
  const { averageOrderValue, averageOrderValueWithCrossSell, averageOrderValueWithout, attachRate, unitsPerOrder } = card;
  return [
    ...figures({ averageOrderValue, averageOrderValueWithCrossSell, averageOrderValueWithout }, { currency }),
    ...figures({ attachRate, unitsPerOrder }),
    ...commonRows(card, currency),
    ...upliftRows('uplift', card.uplift, currency),
    ...upliftRows('upliftPerVisit', card.upliftPerVisit, currency),
    ...card.topPairs.flatMap(({ anchorId, anchorTitle, productId, productTitle, orderLines, revenue }) => {
      const pair = { anchorId, anchorTitle: anchorTitle ?? '', productId, productTitle: productTitle ?? '' };
      return [...figures({ orderLines }, pair, 'topPairs.'), ...figures({ revenue }, { ...pair, currency }, 'topPairs.')];
    }),
    ...weeksOf(card.byWeek, until).flatMap(({ week: { from: _, averageOrderValue: value, ...rates }, span }) => [
      ...figures(rates, span, 'byWeek.'),
      { ...span, figure: 'byWeek.averageOrderValue', value, currency },
    ]),
  ];
};

const personalisationRows = (card: PersonalisationDocument, until: string): readonly Part[] => {
  const currency = card.currencyCode ?? '';
  return [
    ...figures({ customers: card.customers, repeatPurchaseRate: card.repeatPurchaseRate }),
    ...figures({ lifetimeValue: card.lifetimeValue }, { currency }),
    ...commonRows(card, currency),
    ...upliftRows('repeatPurchaseUplift', card.repeatPurchaseUplift, ''),
    ...upliftRows('lifetimeValueUplift', card.lifetimeValueUplift, currency),
    ...card.retention.flatMap(({ days, rate, customers }) => figures({ rate, customers }, {}, `retention.${days}.`)),
    ...weeksOf(card.byWeek, until).flatMap(({ week: { from: _, ...rates }, span }) => figures(rates, span, 'byWeek.')),
  ];
};

/** Every figure of a report, one a row, in an order that is always the same. */
export const figureRows = (document: ReportDocument): readonly FigureRow[] => {
  const { from, until } = document.period;
  const filled = (scorecard: string, placement: string | null, parts: readonly Part[]): readonly FigureRow[] =>
    parts.map((part) => ({ ...BLANK, scorecard, placement: placement ?? '', from, until, ...part }));
  return [
    ...[document.crossSell, ...document.crossSellByPlacement].flatMap((card) => filled('cross-sell', card.placement, crossSellRows(card, until))),
    ...[document.personalisation, ...document.personalisationBySurface].flatMap((card) =>
      filled('personalisation', card.placement, personalisationRows(card, until)),
    ),
  ];
};
