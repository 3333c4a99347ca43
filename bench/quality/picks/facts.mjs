import { factsOf, numbersOf, renumbered } from '../facts.mjs';

/**
 * A pick task in numbers.
 * @param {import('../shapes.mjs').PickTask} task
 */
export const pickFactsOf = ({ histories, customers }) => {
  const facts = factsOf([...histories.values()].flat());
  const numbered = new Map([...histories].map(([id, history]) => [id, history.map((basket) => numbersOf(facts, basket))]));
  return {
    facts,
    histories: numbered,
    /** The same products, with all that a customer ever bought as one basket. */
    ofCustomers: renumbered(facts, [...numbered.values()].map((history) => history.flat())),
    customers: customers.map(({ id, truth, now }) => {
      const history = numbered.get(id);
      return { id, now, history, truth: new Set(numbersOf(facts, truth)), bought: new Set(history.flat()) };
    }),
  };
};
