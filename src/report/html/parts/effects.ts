import { whisker } from '../charts/whisker.js';
import { claimOf, type Effect, sizesOf } from '../effect.js';
import { count } from '../format.js';
import { html, type Markup } from '../markup.js';
import { nothing, section } from '../section.js';

const CLAIM_WORDS = { more: 'above zero', less: 'below zero', none: 'zero is in it' } as const;

/** Where zero is in the interval: what size would have shown. */
const unseen = (effect: Effect): Markup | null => {
  const { uplift, unit, writeRough } = effect;
  const half = (uplift.high - uplift.low) / 2;
  return claimOf(uplift) !== 'none' || !(half > 0)
    ? null
    : html`\n<p class="note">With this many ${unit}, a difference of less than about ${writeRough(half)} does not show. Wait longer, or hold out more.</p>`;
};

const drawn = (effect: Effect): Markup => {
  const { name, uplift, write, suffix, writeMeans, unit } = effect;
  const [difference = '', low = '', high = ''] = write([uplift.difference, uplift.low, uplift.high], 'signed');
  const [treatment = '', holdout = ''] = writeMeans([uplift.treatment, uplift.holdout]);
  const claim = claimOf(uplift);
  const label = `${name}: difference ${difference}${suffix}, 95% interval ${low} to ${high}${suffix}, ${CLAIM_WORDS[claim]}; ${sizesOf(effect)}`;
  return html`<figure class="effect ${claim}">
<figcaption><span>${name}</span><b>${difference}${suffix}</b></figcaption>
${whisker(uplift, { label, low, high })}
<table class="arms"><caption>${name}: the two sides and their difference</caption>
<tbody><tr><th scope="row">Served as usual</th><td>${treatment}</td><td>${count(uplift.treatmentSize)} ${unit}</td></tr>
<tr><th scope="row">Held out</th><td>${holdout}</td><td>${count(uplift.holdoutSize)} ${unit}</td></tr>
<tr><th scope="row">95% interval</th><td colspan="2">${low} to ${high}${suffix}</td></tr></tbody></table>${unseen(effect)}
</figure>`;
};

/** The effect of a lane: treatment against holdout. */
export const effectsPart = (effects: readonly Effect[]): Markup =>
  section(
    'Effect',
    effects.length === 0 ? nothing('There is no interval to draw yet.') : effects.map(drawn),
    effects.length === 0 ? null : 'Who was held out was decided at random, so only these figures speak of effect. Hollow dot: zero is in the interval.',
  );
