import { coordinate } from '../format.js';
import { html, type Markup } from '../markup.js';

/** A difference and the ends of its interval, in any unit. */
export interface Interval {
  readonly difference: number;
  readonly low: number;
  readonly high: number;
}

/** The chart in words, and what its ends are called. */
export interface WhiskerWords {
  readonly label: string;
  readonly low: string;
  readonly high: string;
}

/** How much of the width the widest interval takes. */
const REACH = 46;

const MIDDLE = 50;

const Y = 30;

/** Words of the ends that are nearer to each other, in percent of the width, would touch. */
const APART = 20;

/** Where the words of both ends stand: over them, or where that is too near, the one nearer to zero moves aside. */
const wordsAt = (low: number, high: number): readonly [low: number, high: number] =>
  low + high > 2 * MIDDLE ? [Math.min(low, high - APART), high] : [low, Math.max(high, low + APART)];

/**
 * An interval as a line with its difference as a dot, zero always in the middle, so that left is less and right is more at a glance. The dot is
 * hollow where zero is in the interval: then there may be no difference at all.
 */
export const whisker = ({ difference, low, high }: Interval, words: WhiskerWords): Markup => {
  const widest = Math.max(Math.abs(low), Math.abs(high), Math.abs(difference)) || 1;
  const place = (value: number): number => MIDDLE + (REACH * value) / widest;
  const at = (value: number): string => `${coordinate(place(value))}%`;
  const [lowWords, highWords] = wordsAt(place(low), place(high));
  const telling = low > 0 || high < 0;
  return html`<svg class="whisker" role="img" aria-label="${words.label}" width="100%" height="60">
<line class="hair" x1="4%" x2="96%" y1="${Y}" y2="${Y}"/>
<line class="zero" x1="50%" x2="50%" y1="16" y2="46"/>
<text x="50%" y="58" text-anchor="middle">0</text>
<text x="${coordinate(lowWords)}%" y="12" text-anchor="middle">${words.low}</text><text x="${coordinate(highWords)}%" y="12" text-anchor="middle">${words.high}</text>
<line class="span" x1="${at(low)}" x2="${at(high)}" y1="${Y}" y2="${Y}"/>
<line class="end" x1="${at(low)}" x2="${at(low)}" y1="24" y2="36"/>
<line class="end" x1="${at(high)}" x2="${at(high)}" y1="24" y2="36"/>
<circle class="${telling ? 'dot' : 'dot hollow'}" cx="${at(difference)}" cy="${Y}" r="6"/>
</svg>`;
};
