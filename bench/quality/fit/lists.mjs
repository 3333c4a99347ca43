// The lists that a pair of cards makes of the cases.
import { LONGEST } from '../picks/score.mjs';
import { chancesBy } from './card.mjs';

const byCustomer = ({ customers, products }, chances, count) => {
  const all = Array.from({ length: count }, () => []);
  customers.forEach((customer, at) => all[customer].push({ product: products[at], chance: chances[at] }));
  return all;
};

const best = (scored) =>
  scored
    .toSorted((a, b) => b.chance - a.chance || a.product - b.product)
    .slice(0, LONGEST)
    .map(({ product }) => product);

/**
 * Every customer's list, and their list of what they never bought. `cardsOf` answers the cards for a customer.
 * @param {{ again: import('./columns.mjs').CaseColumns, first: import('./columns.mjs').CaseColumns, customers: number }} shop
 * @param {readonly { again: Float64Array, first: Float64Array }[]} cards
 * @param {(customer: number) => number} cardOf Which of the cards ranks a customer's list.
 */
export const listsBy = ({ again, first, customers }, cards, cardOf) => {
  const made = cards.map((card) => ({
    again: byCustomer(again, chancesBy(again, card.again), customers),
    first: byCustomer(first, chancesBy(first, card.first), customers),
  }));
  return Array.from({ length: customers }, (_, customer) => {
    const { again: bought, first: neverBought } = made[cardOf(customer)];
    return { list: best([...bought[customer], ...neverBought[customer]]), novelList: best(neverBought[customer]) };
  });
};
