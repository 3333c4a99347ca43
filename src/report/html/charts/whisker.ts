import { coordinate } from '../format.js';
import { html, type Markup } from '../markup.js';

/** A difference and the ends of its interval, in any unit. */
export interface Interval {
  readonly difference: number;
  readonly low: number;
  readonly high: number;
}

/** How much of the width the widest interval takes. */
const REACH = 46;

const MIDDLE = 50;

const Y = 16;

/**
 * An interval as a line with its difference as a dot, zero always in the middle, so that left is less and right is more at a glance. The dot is
 * hollow where zero is in the interval: then there may be no difference at all.
 */
export const whisker = ({ difference, low, high }: Interval, label: string): Markup => {
  const widest = Math.max(Math.abs(low), Math.abs(high), Math.abs(difference)) || 1;
  const at = (value: number): string => `${coordinate(MIDDLE + (REACH * value) / widest)}%`;
  const telling = low > 0 || high < 0;
  return html`<svg class="whisker" role="img" aria-label="${label}" width="100%" height="46">
<line class="hair" x1="4%" x2="96%" y1="${Y}" y2="${Y}"/>
<line class="zero" x1="50%" x2="50%" y1="0" y2="32"/>
<text x="50%" y="44" text-anchor="middle">0</text>
<line class="span" x1="${at(low)}" x2="${at(high)}" y1="${Y}" y2="${Y}"/>
<line class="end" x1="${at(low)}" x2="${at(low)}" y1="10" y2="22"/>
<line class="end" x1="${at(high)}" x2="${at(high)}" y1="10" y2="22"/>
<circle class="${telling ? 'dot' : 'dot hollow'}" cx="${at(difference)}" cy="${Y}" r="6"/>
</svg>`;
};
