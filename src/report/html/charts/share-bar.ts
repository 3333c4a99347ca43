import { coordinate } from '../format.js';
import { html, type Markup } from '../markup.js';

/** One part of a whole. `tone` names its colour: strong, soft, neutral. */
export interface Part {
  readonly tone: 'strong' | 'soft' | 'neutral';
  readonly value: number;
}

/** Parts of a whole side by side, the whole being as wide as the page lets it. */
export const shareBar = (parts: readonly Part[], label: string): Markup => {
  const total = parts.reduce((sum, { value }) => sum + value, 0);
  const starts = parts.map((_, index) => parts.slice(0, index).reduce((sum, { value }) => sum + value, 0));
  const share = (value: number): string => `${coordinate(total === 0 ? 0 : (100 * value) / total)}%`;
  const drawn = parts.map(({ tone, value }, index) =>
    value === 0 ? null : html`<rect class="${tone}" x="${share(starts[index] ?? 0)}" width="${share(value)}" height="20"/>`,
  );
  return html`<svg class="share" role="img" aria-label="${label}" width="100%" height="20">${drawn}</svg>`;
};
