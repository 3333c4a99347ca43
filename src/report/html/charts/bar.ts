import { coordinate } from '../format.js';
import { html, type Markup } from '../markup.js';

/** A bar as long as the share says, 0 to 1, on a hairline as long as 1. Its number stands beside it, so that it is not read out. */
export const bar = (share: number): Markup => {
  const width = coordinate(100 * Math.min(1, Math.max(0, share)));
  return html`<svg class="bar" aria-hidden="true" width="100%" height="8"><line class="hair" x1="0" x2="100%" y1="7.5" y2="7.5"/><rect width="${width}%" height="8"/></svg>`;
};
