import { type JudgedOrders, withoutOrders } from '../../domain/measurement/scorecards/shortfall.js';
import { claimOf, sizesOf, type Effect } from './effect.js';
import { html, type Markup } from './markup.js';

/** What a lane has to show for itself. */
export interface Judged {
  readonly measuredAt: Date | null;
  readonly orders: number;
  readonly whose: JudgedOrders;
  readonly upliftShortfall: string | null;
  readonly effects: readonly Effect[];
}

const sentence = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`);

/** The size of the difference and its interval, all with the same number of digits. */
const numbersOf = ({ uplift, write, suffix }: Effect, sign: 'signed' | 'plain'): { size: string; interval: string } => {
  const { difference, low, high } = uplift;
  const [size = '', from = '', to = ''] = write([Math.abs(difference), low, high], sign);
  return { size, interval: `95% interval ${from} to ${to}${suffix}` };
};

const told = (effect: Effect, more: boolean): Markup => {
  const { size, interval } = numbersOf(effect, 'plain');
  const [before, strong, after] = effect.claim(size, more);
  return html`${before}<strong>${strong}</strong>${after} (${interval}; ${sizesOf(effect)}).`;
};

const untold = (effect: Effect): Markup =>
  html`<strong>No effect can be told apart from chance</strong> in ${effect.subject} (${numbersOf(effect, 'signed').interval}; ${sizesOf(effect)}).`;

/** What one comparison says, in a sentence that never claims more than its interval. */
export const effectSentence = (effect: Effect): Markup => {
  const claim = claimOf(effect.uplift);
  return claim === 'none' ? untold(effect) : told(effect, claim === 'more');
};

const withoutEffect = ({ measuredAt, orders, whose, upliftShortfall }: Judged): Markup => {
  if (measuredAt === null) return html`<strong>Nothing has been counted yet.</strong>`;
  if (orders === 0) return html`<strong>${withoutOrders(whose)}</strong>, so there is nothing to judge.`;
  const reason = upliftShortfall === null ? '' : ` ${sentence(upliftShortfall)}`;
  return html`<strong>Whether it helped cannot be told.</strong>${reason}`;
};

/** Whether a lane helped, in one or two sentences; the first is the main one. Of a comparison that is missing, why. */
export const verdict = (judged: Judged): readonly Markup[] => {
  const { effects, upliftShortfall } = judged;
  if (effects.length === 0) return [withoutEffect(judged)];
  return [...effects.map(effectSentence), ...(upliftShortfall === null ? [] : [html`The other effect cannot be told. ${sentence(upliftShortfall)}`])];
};
