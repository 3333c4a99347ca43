import { describe, expect, it } from 'vitest';
import { bar } from '../../src/report/html/charts/bar.js';
import { shareBar } from '../../src/report/html/charts/share-bar.js';
import { roundTop, trend, type TrendPoint } from '../../src/report/html/charts/trend.js';
import { whisker } from '../../src/report/html/charts/whisker.js';

const attributes = (markup: string, element: string, name: string): readonly string[] =>
  [...markup.matchAll(new RegExp(`<${element} [^>]*\\b${name}="([^"]*)"`, 'g'))].map(([, value = '']) => value);

const spoken = { label: 'a difference', low: 'LOW', high: 'HIGH' };

const points = (...values: readonly (number | null)[]): readonly TrendPoint[] => values.map((value) => ({ value, partial: false }));

const drawn = (...values: readonly (number | null)[]): string => trend(points(...values), { label: 'a measure', write: (value) => `top ${value}` }).markup;

describe('an interval', () => {
  it('has zero in the middle and the widest end near the edge', () => {
    const { markup } = whisker({ low: -1, difference: 1, high: 2 }, spoken);
    expect(attributes(markup, 'circle', 'cx')).toEqual(['73%']);
    expect(markup).toContain('<line class="span" x1="27%" x2="96%"');
    expect(markup).toContain('<line class="zero" x1="50%" x2="50%"');
  });

  it('is hollow where zero is in it and filled where it is not', () => {
    const dot = (low: number, high: number): readonly string[] => attributes(whisker({ low, difference: (low + high) / 2, high }, spoken).markup, 'circle', 'class');
    expect([dot(-1, 1), dot(0, 1), dot(-1, 0), dot(1, 2), dot(-2, -1)].flat()).toEqual(['dot hollow', 'dot hollow', 'dot hollow', 'dot', 'dot']);
  });

  it('stays on the page where everything is zero', () => {
    expect(attributes(whisker({ low: 0, difference: 0, high: 0 }, spoken).markup, 'circle', 'cx')).toEqual(['50%']);
  });

  it('names its ends where they are, and apart where they are too near', () => {
    const ends = (low: number, high: number): readonly string[] => attributes(whisker({ low, difference: (low + high) / 2, high }, spoken).markup, 'text', 'x').slice(1);
    expect([ends(-1, 2), ends(1, 2), ends(1.9, 2), ends(-2, -1.9)]).toEqual([['27%', '96%'], ['73%', '96%'], ['76%', '96%'], ['4%', '24%']]);
    expect(whisker({ low: -1, difference: 1, high: 2 }, spoken).markup).toMatch(/x="27%"[^>]*>LOW<.*x="96%"[^>]*>HIGH</);
  });
});

describe('a trend', () => {
  it('is drawn from zero to a round number, point by point', () => {
    const markup = drawn(0, 5, 8);
    expect(markup).toContain('top 8');
    expect(attributes(markup, 'circle', 'cx')).toEqual(['1.5%', '50%', '98.5%']);
    expect(attributes(markup, 'circle', 'cy')).toEqual(['80', '41.25', '18']);
  });

  it('breaks where a value is missing', () => {
    expect(attributes(drawn(1, null, 2, 3), 'path', 'class').filter((name) => name === 'line')).toHaveLength(2);
  });

  it('shows one week in the middle, and nothing at all without values', () => {
    expect(attributes(drawn(4), 'circle', 'cx')).toEqual(['50%']);
    expect(attributes(drawn(null, null), 'circle', 'cx')).toEqual([]);
    expect(drawn(null)).not.toContain('top');
  });

  it('has a labelled axis where all is zero', () => {
    expect(drawn(0, 0, null)).toContain('top 0</text>');
    expect(drawn(0, 0)).not.toContain('class="hair"');
  });

  it('leaves dots out where they would touch, but not those that stand alone', () => {
    const years = Array.from({ length: 100 }, (_, index) => (index === 50 || index === 52 ? null : index));
    expect(attributes(drawn(...years), 'circle', 'cx')).toHaveLength(1);
  });

  it('is hollow in weeks that the period cuts short', () => {
    const markup = trend([{ value: 1, partial: true }, { value: 2, partial: false }], { label: '', write: String }).markup;
    expect(attributes(markup, 'circle', 'class')).toEqual(['dot hollow', 'dot']);
  });

  it('has a round top that is large enough', () => {
    for (const largest of [0.00012, 0.0723, 0.99, 1, 1.2, 9.99, 10, 2512, 987_654_321]) {
      expect(roundTop(largest)).toBeGreaterThanOrEqual(largest);
      expect(roundTop(largest)).toBeLessThan(2 * largest + 1e-12);
    }
    expect([2512, 880, 0.158].map(roundTop)).toEqual([3000, 1000, 0.2]);
  });
});

describe('bars', () => {
  it('are as long as their share, and never longer than the page', () => {
    expect([0, 0.25, 1, 7, -1].map((share) => attributes(bar(share).markup, 'rect', 'width')[0])).toEqual(['0%', '25%', '100%', '100%', '0%']);
  });

  it('stand side by side as parts of a whole, those of nothing left out', () => {
    const parts = [{ tone: 'strong', value: 1 }, { tone: 'soft', value: 0 }, { tone: 'neutral', value: 3 }] as const;
    const { markup } = shareBar(parts, 'parts');
    expect(attributes(markup, 'rect', 'x')).toEqual(['0%', '25%']);
    expect(attributes(markup, 'rect', 'width')).toEqual(['25%', '75%']);
    expect(shareBar(parts.map(({ tone }) => ({ tone, value: 0 })), '').markup).not.toContain('<rect');
  });
});
