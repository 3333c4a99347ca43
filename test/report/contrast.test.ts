import { describe, expect, it } from 'vitest';
import { DARK, LIGHT, type Palette } from '../../src/report/html/palette.js';

/** Relative luminance of `#rrggbb` (WCAG 2.2). */
const luminance = (colour: string): number => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((channel) => (channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

const contrast = (a: string, b: string): number => {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].toSorted((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
};

const readable = ({ ink, quiet, crossSell, personalisation }: Palette): readonly string[] => [ink, quiet, crossSell.strong, personalisation.strong];
const visible = ({ neutral, crossSell, personalisation }: Palette): readonly string[] => [neutral, crossSell.soft, personalisation.soft];

describe.each([
  ['by day', LIGHT],
  ['by night', DARK],
])('the colours of the page %s', (_, palette) => {
  it('let every text be read (WCAG AA: 4.5)', () => {
    for (const colour of readable(palette)) expect(contrast(colour, palette.paper)).toBeGreaterThanOrEqual(4.5);
  });

  it('let everything that is drawn be seen (WCAG AA: 3)', () => {
    for (const colour of visible(palette)) expect(contrast(colour, palette.paper)).toBeGreaterThanOrEqual(3);
  });

  it('give both lanes the same weight', () => {
    const [one, other] = [palette.crossSell.strong, palette.personalisation.strong].map((colour) => contrast(colour, palette.paper));
    expect(Math.max(one ?? 0, other ?? 0) / Math.min(one ?? 1, other ?? 1)).toBeLessThan(1.3);
  });
});
