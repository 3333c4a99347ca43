// The cases that the picks' scorecard is fitted on: customer × product, with the product's own reasons, and whether the next basket held it.
import { built } from '../../built.mjs';

const MODULES = [
  'buy-again.js',
  'pick-scorecard.js',
  'purchase-reach.js',
  'shopping-days.js',
];

/** The product's own functions, from the build. */
export const scorecardModules = async () => Object.assign({}, ...(await Promise.all(MODULES.map((name) => built(`domain/personalisation/${name}`)))));

/** Cards that are 1 for one reason and 0 for the others: the log-odds by such a card are that reason. So no formula is written down twice. */
const unitCards = (card) => Object.keys(card).map((one) => Object.fromEntries(Object.keys(card).map((name) => [name, name === one ? 1 : 0])));

/**
 * What is known of one customer and one product. `reasons` are in the order of the card's names.
 * @typedef {{ productId: string, reasons: readonly number[], wait: number, isBought: boolean }} Case
 */

/**
 * A function that answers a customer's cases: `again` of the products they bought, `first` of those that their purchases lead to and of those
 * that are wanted most.
 * @param {Awaited<ReturnType<typeof scorecardModules>>} program
 */
export const casesOf = (program) => {
  const againCards = unitCards(program.BUY_AGAIN_CARD);
  const firstCards = unitCards(program.FIRST_TIME_CARD);

  const again = ({ profile, demand, now }, truth) => {
    const shoppingDays = program.shoppingDaysOf(profile);
    return program.habitsOf(profile).map((habit) => {
      const wanted = demand.of(habit.productId);
      const record = program.recordOf(habit, shoppingDays);
      return {
        productId: habit.productId,
        reasons: againCards.map((card) => program.buyAgainLogOdds(card, record, wanted)),
        wait: program.waitOf(habit, wanted, now),
        isBought: truth.has(habit.productId),
      };
    });
  };

  const first = (evidence, truth) => {
    const { profile, demand, wantedIds } = evidence;
    const { rows, first: from, bought } = program.reachedFrom(evidence);
    const logOddsOf = firstCards.map((card) => program.firstTimeLogOdds(card, program.shoppingDaysOf(profile)));
    for (const id of wantedIds) rows.rowOf(id);
    const found = [];
    for (let row = from; row < rows.size; row += 1) {
      const productId = rows.idAt(row);
      const wanted = demand.of(productId);
      const neighbours = bought.sums[row] ?? 0;
      found.push({ productId, reasons: logOddsOf.map((of) => of(neighbours, wanted)), wait: 1, isBought: truth.has(productId) });
    }
    return found;
  };

  return (evidence, truth) => ({ again: again(evidence, truth), first: first(evidence, truth) });
};
