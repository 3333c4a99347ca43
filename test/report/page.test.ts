import { describe, expect, it } from 'vitest';
import { renderReport } from '../../src/report/render-report.js';
import {
  aCrossSellScorecard,
  anEmptyCrossSellScorecard,
  anEmptyPersonalisationScorecard,
  anEmptyReport,
  aPersonalisationScorecard,
  anUplift,
  aReport,
  NO_FUNNEL,
  OCTOBER,
  WEEKS,
} from '../support/scorecards.js';
import { misnested, textOf } from './reading.js';

const page = (report = aReport()): string => renderReport(report, 'html');

const HOSTILE = `</title></style><script>alert(1)</script><img src=x onerror="alert('2')"> & "quoted" 'single' 🍳 מחבת \u202Eturned \u0000`;

const number = (value: number, digits = 0): string => value.toLocaleString('en-GB', { minimumFractionDigits: digits, maximumFractionDigits: digits });
const pounds = (minor: number): string => `£${number(Math.abs(minor) / 100, 2)}`;
const percent = (share: number): string => `${number(100 * share, 1)}%`;

const SHARES = new Set(['attachRate', 'revenueShare', 'repeatPurchaseRate', 'rate', 'returningShare']);

const write = (name: string, value: number, inPoints: boolean): string => {
  if (/Size$/.test(name)) return number(value);
  if (['treatment', 'holdout'].includes(name)) return inPoints ? percent(value) : pounds(value);
  if (['difference', 'low', 'high'].includes(name)) return inPoints ? number(Math.abs(100 * value), 1) : pounds(value);
  if (name.endsWith('Minor')) return pounds(value);
  if (name === 'unitsPerOrder') return number(value, 2);
  return SHARES.has(name) ? percent(value) : number(value);
};

/** Every number in a scorecard, as a reader should find it. */
const figuresIn = (value: unknown, name: string, inPoints = false): readonly string[] => {
  if (typeof value === 'number') return [write(name, value, inPoints)];
  if (value === null || typeof value !== 'object' || value instanceof Date) return [];
  return Object.entries(value).flatMap(([key, child]) => figuresIn(child, Array.isArray(value) ? name : key, inPoints || name === 'repeatPurchaseUplift'));
};

describe('the page', () => {
  it('is the same bytes for the same report', () => {
    expect(page()).toBe(page());
    expect(page(anEmptyReport())).toBe(page(anEmptyReport()));
  });

  it('shows every figure of the cross-sell scorecard', () => {
    const text = textOf(page());
    expect(figuresIn(aCrossSellScorecard(), 'scorecard').filter((figure) => !text.includes(figure))).toEqual([]);
  });

  it('shows every figure of the personalisation scorecard', () => {
    const text = textOf(page());
    expect(figuresIn(aPersonalisationScorecard(), 'scorecard').filter((figure) => !text.includes(figure))).toEqual([]);
  });

  it('shows when it was counted, the currency, every method, source, place and title', () => {
    const text = textOf(page());
    for (const words of ['1 October 2026 to 31 October 2026', '1 November 2026 at 06:12 UTC', 'British Pound (GBP)']) expect(text).toContain(words);
    for (const words of ['Welch t interval (Welch 1947)', 'Bootstrap-t (Efron 1981)', 'Newcombe hybrid score (Newcombe 1998)']) expect(text).toContain(words);
    for (const words of ['Recommended by a rule', 'Bought together', 'Shoppers like you', 'Product page', 'Home']) expect(text).toContain(words);
    for (const words of ['Silicone handle cover', 'Ridge tent for four']) expect(text).toContain(words);
  });

  it('names a product that the catalogue does not know by its id', () => {
    expect(textOf(page())).toContain('lost-and-gone');
  });

  it('says association where it is no effect', () => {
    const text = textOf(page());
    expect(text).toContain('Average value. Association, not effect');
    expect(text).toContain('Credited, not caused');
  });

  it('says so when it was counted before the period ended', () => {
    const early = aReport({ crossSell: aCrossSellScorecard({ measuredAt: new Date('2026-10-20T00:00:00Z') }) });
    expect(textOf(page(early))).toContain('20 October 2026 at 00:00 UTC , before the period ends');
    expect(textOf(page())).not.toContain('before the period ends');
  });

  it('is well formed, full, empty and hostile', () => {
    const hostile = aReport({ title: HOSTILE, titles: new Map([['pegs', HOSTILE]]) });
    for (const report of [aReport(), anEmptyReport(), hostile]) expect(misnested(page(report))).toEqual([]);
  });

  it('shows titles of strangers as they are written, and runs none of them', () => {
    const report = aReport({ title: HOSTILE, titles: new Map([['pegs', HOSTILE], ['tent-4', `"><svg onload=alert(3)>`]]) });
    const written = page(report);
    expect(written).not.toMatch(/<script|<img|<svg onload/i);
    expect(written).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(written).toContain('<bdi>&quot;&gt;&lt;svg onload=alert(3)&gt;</bdi>');
    expect(written).toContain('🍳 מחבת turned \ufffd');
  });

  it('shows ids of strangers like titles', () => {
    const [pair] = aCrossSellScorecard().topPairs;
    const topPairs = pair === undefined ? [] : [{ ...pair, productId: '<b>bold</b>' }];
    expect(page(aReport({ crossSell: aCrossSellScorecard({ topPairs }) }))).toContain('&lt;b&gt;bold&lt;/b&gt;');
  });

  it('fetches nothing from anywhere and runs no script', () => {
    for (const written of [page(), page(anEmptyReport())]) {
      expect(written).not.toMatch(/<script|<link|<iframe|<img|@import|@font-face|url\(/i);
      expect(written).not.toMatch(/\b(?:src|srcset|action|xlink:href)\s*=|href\s*=(?!"#)/i);
      expect(written).not.toMatch(/https?:/i);
      expect(written).not.toMatch(/\son[a-z]+\s*=/i);
      expect(written).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`);
    }
  });

  it('gives every chart words for those who do not see it', () => {
    const charts = [...page().matchAll(/<svg [^>]*class="(whisker|trend|share)"[^>]*>/g)].map(([tag]) => tag);
    expect(charts.length).toBe(12);
    for (const tag of charts) expect(tag).toMatch(/role="img" aria-label="[^"]{20,}"/);
    expect(page()).toContain('aria-label="Value of an order: difference +£1.20, 95% interval +£0.31 to +£2.11, above zero; 4,180 against 220 orders"');
  });
});

describe('the guide on the page', () => {
  it('is led to from the top, by one link', () => {
    expect([...page().matchAll(/href="#([^"]*)"/g)].map(([, id]) => id)).toEqual(['how-to-read']);
    expect(page()).toContain('<footer id="how-to-read">');
  });

  it('explains the words that a newcomer cannot know', () => {
    const text = textOf(page()).split('How to read this').at(-1) ?? '';
    for (const word of ['Held out', 'Attach rate', 'Sizes of a comparison', '95% interval']) expect(text).toContain(word);
    expect(text).toContain('only visits that asked for an arm count, and customers whose list would have been personal, whatever they did later');
  });

  it('states each method once, at the very end', () => {
    const text = textOf(page());
    expect(text.match(/Bootstrap-t \(Efron 1981\)/g)).toHaveLength(1);
    expect(text.trim()).toMatch(/For specialists: how the intervals are made .*Bootstrap-t \(Efron 1981\): revenue of a visit, revenue of a customer\. [^.]*\.$/);
  });
});

describe('an effect that cannot be told apart from chance', () => {
  const told = (low: number, high: number, currencyCode = 'GBP'): string => {
    const uplift = anUplift({ low, difference: (low + high) / 2, high });
    return page(aReport({ crossSell: aCrossSellScorecard({ uplift, upliftPerVisit: null, currencyCode }), personalisation: anEmptyPersonalisationScorecard() }));
  };

  it('says what size would have shown', () => {
    expect(textOf(told(-2000, 2140))).toContain('With this many orders, a difference of less than about £21 does not show. Wait longer, or hold out more.');
    expect(textOf(told(-756, 764))).toContain('less than about £7.60 does');
    expect(textOf(told(-0.2, 0.2))).toContain('less than about £0.0020 does');
    expect(textOf(told(-1234, 1234, 'JPY'))).toContain('less than about JP¥1,200 does');
    expect(textOf(page())).toContain('With this many customers, a difference of less than about 2.6 points does not show.');
  });

  it('does not say so of one that shows, nor of an interval without width', () => {
    for (const [low, high] of [[1, 2], [-2, -1], [0, 0], [Number.NaN, Number.NaN]] as const) expect(textOf(told(low, high))).not.toContain('does not show');
  });

  it('is written more quietly than one that can', () => {
    expect(page()).toContain('.effect.none figcaption b{font-weight:400');
    expect([...page().matchAll(/<figure class="effect (\w+)">/g)].map(([, claim]) => claim)).toEqual(['more', 'none', 'none', 'none']);
  });
});

describe('the way from the list to the order', () => {
  const funnelOf = (funnel: Partial<typeof NO_FUNNEL>): string => {
    const written = page(aReport({ crossSell: aCrossSellScorecard({ funnel: { ...NO_FUNNEL, ...funnel } }) }));
    return /From the list to the order<[^]*?<\/section>/.exec(written)?.[0] ?? '';
  };

  it('has no bar for lists, since those are no impressions', () => {
    const bars = [...funnelOf({ lists: 900, impressions: 100, clicks: 50 }).matchAll(/<rect width="([^"]*)"/g)].map(([, width]) => width);
    expect(bars).toEqual(['100%', '50%', '0%', '0%']);
  });

  it('gives no share of impressions where there were none, and none above 100%', () => {
    expect(textOf(funnelOf({ lists: 1, orderLines: 3 }))).not.toContain('%');
    expect(textOf(funnelOf({ lists: 1, impressions: 2, clicks: 1, orderLines: 3 }))).toMatch(/Clicks 50\.0% of impressions.*Order lines 3/);
  });
});

describe('the page of a shop whose lists nobody recorded', () => {
  const crossSell = aCrossSellScorecard({
    funnel: NO_FUNNEL,
    attachRate: 0,
    revenueShare: 0,
    byWeek: aCrossSellScorecard().byWeek.map((week) => ({ ...week, attachRate: 0, revenueShare: 0 })),
  });
  const text = textOf(page(aReport({ crossSell, personalisation: aPersonalisationScorecard({ funnel: NO_FUNNEL, revenueShare: 0 }) })));

  it('shows a dash and the reason where a share would be zero', () => {
    expect(text).toContain('Attach rate – No list was recorded in this period');
    expect(text.match(/Share of revenue – No list was recorded in this period/g)).toHaveLength(4);
    expect(text).not.toMatch(/\s0\.0%/);
  });

  it('shows shares where an order names a list that told of nothing else', () => {
    const funnel = { ...NO_FUNNEL, orderLines: 1 };
    expect(textOf(page(aReport({ crossSell: aCrossSellScorecard({ funnel }) })))).not.toContain('No list was recorded');
  });
});

describe('the page of a shop with little in it', () => {
  it('draws no trend of less than two weeks, but keeps its numbers', () => {
    const of = (days: number): string => page(aReport({ period: { from: OCTOBER.from, until: new Date(OCTOBER.from.getTime() + days * 86_400_000) } }));
    expect(textOf(of(13)).match(/Too short for a trend\. Numbers by week/g)).toHaveLength(2);
    expect(of(13)).not.toContain('class="trend"');
    expect(of(14)).toContain('class="trend"');
  });

  it('tells a period without first orders from one whose first orders are too young', () => {
    const retention = [30, 60, 90].map((days) => ({ days, rate: null, customers: 0 }));
    const young = (returningShare: number): string =>
      textOf(page(aReport({ personalisation: aPersonalisationScorecard({ retention, byWeek: [{ from: WEEKS[0] ?? OCTOBER.from, customers: 3, returningShare, revenueShare: 0 }] }) })));
    expect(young(0.5)).toContain('No first order is old enough yet.');
    expect(young(1)).toContain('No first orders in this period.');
  });


  it('says that nothing was counted yet, and draws nothing', () => {
    const text = textOf(page(anEmptyReport()));
    expect(text).toContain('Nothing has been counted yet.');
    for (const words of ['There is no interval to draw yet.', 'No orders to compare.', 'No first orders in this period.']) expect(text).toContain(words);
    for (const words of ['No week of this period has anything to show.', 'No list came to a screen in this period.']) expect(text).toContain(words);
    for (const words of ['Nothing was shown in this period.', 'No order line was credited to a pair']) expect(text).toContain(words);
    expect(page(anEmptyReport())).not.toContain('<svg');
    expect(text).not.toMatch(/NaN|undefined|null|Infinity/);
  });

  it('says that there are no orders once facts were counted', () => {
    const measuredAt = new Date('2026-11-01T06:12:00Z');
    const crossSell = anEmptyCrossSellScorecard({ measuredAt });
    const text = textOf(page(anEmptyReport({ crossSell, personalisation: anEmptyPersonalisationScorecard({ measuredAt }) })));
    expect(text).toContain('There are no completed orders in this period , so there is nothing to judge.');
    expect(text).toContain('There are no completed orders of known customers in this period , so there is nothing to judge.');
    expect(text).not.toContain('Nobody is held out');
  });

  it('says why there is no effect where nobody is held out', () => {
    const upliftShortfall = '3 visits are in the holdout, at least 100 are needed';
    const crossSell = aCrossSellScorecard({ uplift: null, upliftPerVisit: null, upliftShortfall });
    expect(textOf(page(aReport({ crossSell })))).toContain(`Whether it helped cannot be told. ${upliftShortfall}.`);
  });

  it('says why one of two effects is missing', () => {
    const upliftShortfall = '9 visits with an order are in the holdout, at least 10 are needed';
    const text = textOf(page(aReport({ crossSell: aCrossSellScorecard({ upliftPerVisit: null, upliftShortfall }) })));
    expect(text).toContain(`The other effect cannot be told. ${upliftShortfall}.`);
  });

  it('draws one week, gaps and a year of weeks', () => {
    const week = { from: new Date('2026-10-05T00:00:00Z'), orders: 3, averageOrderValueMinor: 1200, attachRate: null, revenueShare: 0 };
    for (const weeks of [1, 2, 53]) {
      const byWeek = Array.from({ length: weeks }, (_, index) => ({ ...week, averageOrderValueMinor: index % 5 === 3 ? null : 1200 + index }));
      const written = page(aReport({ crossSell: aCrossSellScorecard({ byWeek }) }));
      expect(misnested(written)).toEqual([]);
      expect(written).not.toMatch(/NaN|Infinity/);
    }
  });

  it('writes money of currencies without and with three decimals', () => {
    const yen = textOf(page(aReport({ crossSell: aCrossSellScorecard({ currencyCode: 'JPY' }) })));
    expect(yen).toContain('JP¥2,404');
    const dinar = textOf(page(aReport({ crossSell: aCrossSellScorecard({ currencyCode: 'KWD' }) })));
    expect(dinar).toMatch(/KWD\s2\.404/);
  });

  it('never shows as zero what is not', () => {
    const crossSell = aCrossSellScorecard({ revenueShare: 0.0002, attachRate: 0 });
    const text = textOf(page(aReport({ crossSell })));
    expect(text).toContain('0.020%');
    expect(text).toContain('0.0%');
  });
});
