import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Uplift } from '../../src/domain/measurement/scorecard.js';
import { renderReport } from '../../src/report/render-report.js';
import { aCrossSellScorecard, anUplift, aPersonalisationScorecard, aReport } from '../support/scorecards.js';
import { verdictsOf } from './reading.js';

const said = (uplift: Uplift): string =>
  verdictsOf(
    renderReport(
      aReport({
        crossSell: aCrossSellScorecard({ uplift, upliftPerVisit: uplift }),
        personalisation: aPersonalisationScorecard({ repeatPurchaseUplift: uplift, lifetimeValueUplift: uplift }),
      }),
      'html',
    ),
  );

const finite = fc.double({ min: -1e7, max: 1e7, noNaN: true });

const anyUplift = fc
  .tuple(finite, finite, finite)
  .map((ends) => ends.toSorted((a, b) => a - b))
  .map(([low = 0, difference = 0, high = 0]) => anUplift({ low, difference, high }));

describe('whether it helped, in a sentence', () => {
  it('says how much more with the interval and both sizes', () => {
    expect(said(anUplift())).toContain(
      'Visits that could see complements spent £1.20 more per order than visits that were held out (95% interval £0.31 to £2.11; 4,180 against 220 orders).',
    );
  });

  it('says how much less where the whole interval is below zero', () => {
    expect(said(anUplift({ difference: -80, low: -150, high: -10 }))).toContain(
      'Visits that could see complements spent £0.80 less per order than visits that were held out (95% interval −£1.50 to −£0.10; 4,180 against 220 orders).',
    );
  });

  it('says it in points where shares are compared', () => {
    const repeatPurchaseUplift = anUplift({ treatment: 0.21, holdout: 0.18, difference: 0.03, low: 0.004, high: 0.056, treatmentSize: 9510, holdoutSize: 490 });
    const report = aReport({ personalisation: aPersonalisationScorecard({ repeatPurchaseUplift }) });
    expect(verdictsOf(renderReport(report, 'html'))).toContain(
      'ordered again more often than customers who were held out, by 3.0 points (95% interval 0.4 to 5.6 points; 9,510 against 490 customers).',
    );
  });

  it('claims no direction when zero is in the interval, at its ends too', () => {
    for (const [low, high] of [[-1, 1], [0, 5], [-5, 0], [0, 0], [-0.0001, 900]] as const) {
      const text = said(anUplift({ low, difference: (low + high) / 2, high }));
      expect(text).not.toMatch(/\b(more|less)\b/);
      expect(text.match(/No effect can be told apart from chance/g)).toHaveLength(4);
    }
  });

  it('says more only above zero and less only below it, whatever the interval', () => {
    fc.assert(
      fc.property(anyUplift, (uplift) => {
        const text = said(uplift);
        expect(/\bmore\b/.test(text)).toBe(uplift.low > 0);
        expect(/\bless\b/.test(text)).toBe(uplift.high < 0);
      }),
      { numRuns: 60 },
    );
  });

  it('claims nothing of an interval that is no number', () => {
    expect(said(anUplift({ low: Number.NaN, difference: 1, high: Number.NaN }))).not.toMatch(/\b(more|less)\b/);
  });

  it('does not round an end to zero that is above it', () => {
    expect(said(anUplift({ difference: 1.2, low: 0.2, high: 2.2 }))).toContain('£0.0120 more per order than visits that were held out (95% interval £0.0020 to £0.0220');
  });
});
