import type { Report } from '../../report.js';
import { crossSellEffects, type Effect, personalisationEffects } from '../effect.js';
import { html, type Markup } from '../markup.js';

const entry = (name: string, text: string): Markup => html`<div><dt>${name}</dt><dd>${text}</dd></div>\n`;

const methodsOf = (effects: readonly Effect[]): readonly Markup[] =>
  effects.map(({ name, uplift }) => entry(`Interval: ${name.toLowerCase()}`, uplift.method));

/** What the words mean, and how the intervals were made. */
export const footPart = (report: Report): Markup => html`<footer><h2>How to read this</h2>
<dl>
${entry('Two scorecards', 'Cross-selling is judged by what it does to an order, personalisation by what it does to the relationship. They are never added up.')}
${entry('Effect', 'The difference between those who were served as usual and a share, drawn at random, that was held out. Everybody counts where they were drawn, whatever they did.')}
${entry('95% interval', 'Where the true difference may well lie. If zero is in it, there may be none.')}
${entry('Credited', 'An order line follows the list it names, else the last click or basket add of the same customer or visit. That is association: it may have been bought anyway.')}
${entry('People, learning, fallback', 'What merchandisers decided, what was learned from orders and interactions, and what is popular and stood where there was neither.')}
${methodsOf([...crossSellEffects(report.crossSell), ...personalisationEffects(report.personalisation)])}</dl>
</footer>`;
