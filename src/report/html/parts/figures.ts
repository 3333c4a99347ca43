import type { CrossSellScorecard, PersonalisationScorecard } from '../../../domain/measurement/scorecard.js';
import { amount, count, decimal, NOTHING, percent } from '../format.js';
import { html, type Markup } from '../markup.js';
import { hasLists, NO_LIST } from '../recorded.js';
import { section } from '../section.js';

interface Figure {
  readonly name: string;
  readonly value: string;
  readonly note: string;
}

const figure = ({ name, value, note }: Figure): Markup =>
  html`<div><dt>${name}</dt><dd><b>${value}</b> <small>${note}</small></dd></div>\n`;

const drawn = (figures: readonly Figure[], note: string | null): Markup =>
  section('In figures', html`<dl class="figures">\n${figures.map(figure)}</dl>`, note);

/** A share of what lists led to. */
const ledTo = (card: CrossSellScorecard | PersonalisationScorecard, name: string, share: number | null, note: string): Figure =>
  hasLists(card) ? { name, value: percent(share), note } : { name, value: NOTHING, note: NO_LIST };

/** `1 order`, `2 orders`. */
const counted = (many: number, one: string): string => `${count(many)} ${one}${many === 1 ? '' : 's'}`;

const leftOut = (orders: number): string | null =>
  orders === 0 ? null : `${counted(orders, 'order')} in other currencies ${orders === 1 ? 'is' : 'are'} left out: money of different currencies is never added up.`;

/** What cross-selling is judged by. */
export const crossSellFigures = (card: CrossSellScorecard): Markup =>
  drawn(
    [
      { name: 'Average order value', value: amount(card.averageOrderValueMinor, card.currencyCode), note: `over ${counted(card.orders, 'order')}` },
      ledTo(card, 'Attach rate', card.attachRate, 'of orders hold a cross-sold line'),
      ledTo(card, 'Share of revenue', card.revenueShare, 'is in cross-sold lines'),
      { name: 'Units per order', value: decimal(card.unitsPerOrder), note: 'of all products' },
    ],
    leftOut(card.ordersInOtherCurrencies),
  );

/** What personalisation is judged by. */
export const personalisationFigures = (card: PersonalisationScorecard): Markup =>
  drawn(
    [
      { name: 'Repeat purchase rate', value: percent(card.repeatPurchaseRate), note: 'ordered twice or more' },
      { name: 'Lifetime value', value: amount(card.lifetimeValueMinor, card.currencyCode), note: 'per customer to date' },
      ledTo(card, 'Share of revenue', card.revenueShare, 'is credited to picks'),
      { name: 'Customers', value: count(card.customers), note: `with ${counted(card.orders, 'order')}` },
    ],
    leftOut(card.ordersInOtherCurrencies),
  );
