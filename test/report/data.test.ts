import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { amountOf } from '../../src/report/amount.js';
import { harmless } from '../../src/report/csv/cell.js';
import { documentOf, type CrossSellDocument, type PersonalisationDocument } from '../../src/report/document.js';
import { renderReport } from '../../src/report/render-report.js';
import { aCrossSellScorecard, anEmptyReport, aReport, NO_FUNNEL } from '../support/scorecards.js';

type Row = Readonly<Record<string, string>>;

const rowsOf = (report = aReport()): readonly Row[] => parse<Row>(renderReport(report, 'csv'), { columns: true });

/** A value as a cell holds it. */
const cell = (value: unknown): string => (typeof value === 'number' || typeof value === 'string' ? String(value) : '');

interface Found {
  readonly figure: string;
  readonly value: string;
}

const LEFT_OUT = new Set(['placement', 'measuredAt', 'currencyCode', 'upliftShortfall', 'method', 'source', 'from', 'days', 'anchorId', 'productId', 'anchorTitle', 'productTitle']);

const named = (prefix: string, key: string): string => (prefix === '' ? key : `${prefix}.${key}`);

/** Every figure of a scorecard in JSON under the name that it has in CSV. */
const figuresOf = (value: unknown, name = ''): readonly Found[] => {
  if (Array.isArray(value)) return value.flatMap((each: unknown) => figuresOf(each, isRetention(each) ? `${name}.${each.days}` : name));
  if (value === null || typeof value !== 'object') return [{ figure: name, value: cell(value) }];
  const entries = Object.entries(value).filter(([key]) => !LEFT_OUT.has(key));
  if ('difference' in value) {
    const { difference, low, high } = value as { difference: unknown; low: unknown; high: unknown };
    const others = entries.filter(([key]) => !['difference', 'low', 'high'].includes(key));
    return [{ figure: name, value: [difference, low, high].map(cell).join(' ') }, ...others.flatMap(([key, child]) => figuresOf(child, named(name, key)))];
  }
  return entries.flatMap(([key, child]) => figuresOf(child, named(name, key)));
};

const isRetention = (value: unknown): value is { readonly days: number } => typeof value === 'object' && value !== null && 'days' in value;

const told = ({ figure = '', value = '', low = '', high = '' }: Row): Found => ({ figure, value: [value, low, high].filter((part) => part !== '').join(' ') });

const sorted = (found: readonly Found[]): readonly string[] => found.map(({ figure, value }) => `${figure}=${value}`).toSorted();

const of = (rows: readonly Row[], scorecard: string, placement: string | null): readonly Row[] =>
  rows.filter((row) => row['scorecard'] === scorecard && row['placement'] === (placement ?? ''));

describe('the report as JSON', () => {
  it('is the same bytes for the same report, and ends its last line', () => {
    expect(renderReport(aReport(), 'json')).toBe(renderReport(aReport(), 'json'));
    expect(renderReport(aReport(), 'json')).toMatch(/[^\n]\n$/);
  });

  it('holds the period, both lanes and all their places', () => {
    const read = JSON.parse(renderReport(aReport(), 'json'));
    expect(read).toEqual(documentOf(aReport()));
    expect(read.period).toEqual({ from: '2026-10-01', until: '2026-11-01' });
    expect(read.crossSellByPlacement.map(({ placement }: CrossSellDocument) => placement)).toEqual(['PRODUCT_PAGE', 'BASKET', 'CHECKOUT', 'POST_PURCHASE']);
    expect(read.personalisationBySurface.map(({ placement }: PersonalisationDocument) => placement)).toEqual([
      'HOME', 'NAVIGATION', 'CATEGORY', 'SEARCH', 'PRODUCT_PAGE', 'BASKET', 'EMAIL',
    ]);
  });

  it('writes money as exact decimals, means with more digits, and shares as numbers', () => {
    const { crossSell, personalisation } = documentOf(aReport());
    expect(crossSell.averageOrderValue).toBe('24.04');
    expect(crossSell.uplift).toMatchObject({ difference: '1.20125', low: '0.305', high: '2.1075', treatmentSize: 4180 });
    expect(crossSell.upliftPerVisit).toMatchObject({ low: '-0.0425' });
    expect(crossSell.bySource[0]).toEqual({ source: 'REQUIRED_COMPANION', impressions: 3120, clicks: 512, basketAdds: 301, orderLines: 214, revenue: '854.11' });
    expect(personalisation.repeatPurchaseUplift).toMatchObject({ difference: 0.0071, low: -0.0203 });
    expect(crossSell.topPairs.at(-1)).toMatchObject({ anchorId: 'lost-and-gone', anchorTitle: null, productTitle: 'Gas cartridge, 230 g' });
  });

  it('holds every key, null where there is nothing, in a shop without orders', () => {
    const { crossSell, personalisation } = documentOf(anEmptyReport());
    expect(crossSell).toMatchObject({ currencyCode: null, averageOrderValue: null, uplift: null, topPairs: [], orders: 0, measuredAt: null });
    expect(crossSell.upliftShortfall).toBe('There are no completed orders in this period');
    expect(personalisation).toMatchObject({ lifetimeValue: null, repeatPurchaseUplift: null });
  });

  it('keeps shares of zero where no list was recorded', () => {
    const crossSell = aCrossSellScorecard({ funnel: NO_FUNNEL, attachRate: 0, revenueShare: 0 });
    expect(documentOf(aReport({ crossSell })).crossSell).toMatchObject({ attachRate: 0, revenueShare: 0 });
  });
});

describe('an amount as an exact decimal', () => {
  it('has the digits of its currency, and more only where it needs them', () => {
    expect([1290, 1290.5, -3, 0, -0.00001, 12.34567].map((minor) => amountOf(minor, 'GBP'))).toEqual(['12.90', '12.905', '-0.03', '0.00', '0.00', '0.123457']);
    expect([120, 120.25, -0.5].map((minor) => amountOf(minor, 'JPY'))).toEqual(['120', '120.25', '-0.5']);
    expect(amountOf(1234.5, 'KWD')).toBe('1.2345');
  });

  it('is off by less than half of its last digit, whatever the amount', () => {
    fc.assert(
      fc.property(fc.double({ min: -1e9, max: 1e9, noNaN: true }), (minor) => {
        expect(Math.abs(Number(amountOf(minor, 'EUR')) * 100 - minor)).toBeLessThan(0.0001);
      }),
    );
  });
});

describe('the report as CSV', () => {
  it('is the same bytes for the same report, with lines ended as RFC 4180 asks', () => {
    const text = renderReport(aReport(), 'csv');
    expect(text).toBe(renderReport(aReport(), 'csv'));
    expect(text.split('\r\n').at(-1)).toBe('');
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(text.split('\r\n')[0]).toBe('scorecard,placement,source,figure,from,until,value,low,high,currency,anchorId,anchorTitle,productId,productTitle');
  });

  it('parses back to the values of the JSON, figure by figure, for the lanes and all their places', () => {
    for (const report of [aReport(), anEmptyReport()]) {
      const rows = rowsOf(report);
      const read = documentOf(report);
      const cards = [
        ...[read.crossSell, ...read.crossSellByPlacement].map((card) => ({ scorecard: 'cross-sell', card })),
        ...[read.personalisation, ...read.personalisationBySurface].map((card) => ({ scorecard: 'personalisation', card })),
      ];
      for (const { scorecard, card } of cards) expect(sorted(of(rows, scorecard, card.placement).map(told))).toEqual(sorted(figuresOf(card)));
      expect(cards.reduce((sum, { scorecard, card }) => sum + of(rows, scorecard, card.placement).length, 0)).toBe(rows.length);
    }
  });

  it('says from when until when, to the week, and the currency of money only', () => {
    const rows = of(rowsOf(), 'cross-sell', null);
    expect(rows.find(({ figure }) => figure === 'orders')).toMatchObject({ from: '2026-10-01', until: '2026-11-01', value: '4417', currency: '' });
    expect(rows.find(({ figure }) => figure === 'averageOrderValue')).toMatchObject({ value: '24.04', currency: 'GBP' });
    expect(rows.filter(({ figure }) => figure === 'byWeek.orders').map(({ from, until }) => `${from} ${until}`)).toEqual([
      '2026-10-01 2026-10-05', '2026-10-05 2026-10-12', '2026-10-12 2026-10-19', '2026-10-19 2026-10-26', '2026-10-26 2026-11-01',
    ]);
    expect(rows.find(({ figure }) => figure === 'uplift')).toMatchObject({ value: '1.20125', low: '0.305', high: '2.1075', currency: 'GBP' });
    expect(rows.find(({ figure, source }) => figure === 'bySource.clicks' && source === 'RULE')).toMatchObject({ value: '1009' });
    const personal = of(rowsOf(), 'personalisation', null);
    expect(personal.find(({ figure }) => figure === 'repeatPurchaseUplift')).toMatchObject({ value: '0.0071', currency: '' });
  });

  it('hands hostile titles back as they were, but for the apostrophe that keeps spreadsheets from running them', () => {
    const titles = ['=HYPERLINK("http://x","y")', '+1', '-1+1', '@SUM(A1)', '\t=1', ' =1', '＝1', 'a "quoted", title\r\nof two lines', 'plain', "'quoted"];
    for (const title of titles) {
      const rows = rowsOf(aReport({ titles: new Map([['scrubber', title]]) }));
      const read = rows.find(({ productId }) => productId === 'scrubber')?.['productTitle'] ?? '';
      expect(read.replace(/^'(?=[\s=+\-@＝])/, '')).toBe(title);
      expect(read).not.toMatch(/^\s*[=+\-@＝]/);
    }
  });

  it('guards ids like titles', () => {
    const [pair] = aCrossSellScorecard().topPairs;
    const topPairs = pair === undefined ? [] : [{ ...pair, anchorId: '=cmd' }];
    expect(rowsOf(aReport({ crossSell: aCrossSellScorecard({ topPairs }) })).some(({ anchorId }) => anchorId === "'=cmd")).toBe(true);
  });

  it('leaves no text that a spreadsheet would run, whatever the text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(harmless(text)).not.toMatch(/^[\s\p{Cc}]*[=+\-@]/u);
      expect(harmless(text).replace(/^'/, '')).toBe(text.replace(/^'/, ''));
    }));
  });
});
