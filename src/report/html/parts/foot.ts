import type { Report } from '../../report.js';
import { CREDIT_WORDS } from '../../words.js';
import { crossSellEffects, type Effect, personalisationEffects } from '../effect.js';
import { html, type Markup } from '../markup.js';
import { GUIDE_ID } from './head.js';

const entry = (name: string, text: string): Markup => html`<div><dt>${name}</dt><dd>${text}</dd></div>\n`;

/** Each method once, with the comparisons that it was used for. */
const methodsOf = (effects: readonly Effect[]): string =>
  [...new Set(effects.map(({ uplift }) => uplift.method))]
    .map((method) => `${method}: ${effects.flatMap(({ name, uplift }) => (uplift.method === method ? [name.toLowerCase()] : [])).join(', ')}.`)
    .join(' ');

const forSpecialists = (effects: readonly Effect[]): Markup | null =>
  effects.length === 0 ? null : entry('For specialists: how the intervals are made', methodsOf(effects));

/** What the words mean, and how the intervals were made. */
export const footPart = (report: Report): Markup => html`<footer id="${GUIDE_ID}"><h2>How to read this</h2>
<dl>
${entry('Two scorecards', 'Cross-selling is judged by what it does to an order, personalisation by what it does to the relationship. They are never added up.')}
${entry('Held out', 'A share, drawn at random, that goes without on purpose: visits that see no complements but required companions, customers who get the list that everybody gets.')}
${entry('Effect', 'The difference between those who were served as usual and those who were held out. Everybody counts where they were drawn, whatever they did.')}
${entry('Sizes of a comparison', 'They differ from the orders and customers of the period: only visits that asked for an arm count, and customers whose list would have been personal, whatever they did later.')}
${entry('95% interval', 'Where the true difference may well lie. If zero is in it, there may be none.')}
${entry('Attach rate', 'The share of orders in which at least one line is credited to a cross-selling list.')}
${entry('Credited', `${CREDIT_WORDS}. That is association: it may have been bought anyway.`)}
${entry('People, learning, fallback', 'What merchandisers decided, what was learned from orders and interactions, and what is popular and stood where there was neither.')}
${forSpecialists([...crossSellEffects(report.crossSell), ...personalisationEffects(report.personalisation)])}</dl>
</footer>`;
