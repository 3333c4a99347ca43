import { describe, expect, it } from 'vitest';
import { renderReport } from '../../src/report/render-report.js';
import {
  aCrossSellScorecard,
  anEmptyCrossSellScorecard,
  anEmptyPersonalisationScorecard,
  anEmptyReport,
  aPersonalisationScorecard,
  aReport,
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
      expect(written).not.toMatch(/\b(?:src|href|srcset|action|xlink:href)\s*=/i);
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

describe('the page of a shop with little in it', () => {
  it('says that nothing was counted yet, and draws nothing', () => {
    const text = textOf(page(anEmptyReport()));
    expect(text).toContain('Nothing has been counted yet.');
    for (const words of ['There is no interval to draw yet.', 'No orders to compare.', 'No first order is old enough yet.']) expect(text).toContain(words);
    for (const words of ['No week of this period has anything to show.', 'No list came to a screen in this period.']) expect(text).toContain(words);
    for (const words of ['Nothing was shown in this period.', 'No order line was credited to a pair']) expect(text).toContain(words);
    expect(page(anEmptyReport())).not.toContain('<svg');
    expect(text).not.toMatch(/NaN|undefined|null|Infinity/);
  });

  it('says that there are no orders once facts were counted', () => {
    const measuredAt = new Date('2026-11-01T06:12:00Z');
    const crossSell = anEmptyCrossSellScorecard({ measuredAt });
    const text = textOf(page(anEmptyReport({ crossSell, personalisation: anEmptyPersonalisationScorecard({ measuredAt }) })));
    expect(text.match(/There are no completed orders in this period , so there is nothing to judge\./g)).toHaveLength(2);
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
