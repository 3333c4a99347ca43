import type { ApplicableRule } from '../merchandising/in-force/rule-index.js';
import type { ListStep } from './candidate.js';
import { sortIntoSlotOrder } from './order.js';
import { movedByRules, rulesThat } from './rule-selection.js';
import { scaled } from './stand-in.js';

/** Multiplies scores by the weights of the BOOST and BURY rules that select the product, and names the rule where no other placed it. Answers in slot order. */
export const boostAndBury: ListStep<{ readonly rules: readonly ApplicableRule[] }> = (candidates, { rules }) => {
  const movers = rulesThat(rules, 'BOOST', 'BURY');
  if (movers.length === 0) return candidates;
  const moved = candidates.map((candidate) => {
    const { weight, rule } = movedByRules(candidate.product, movers);
    return rule === null ? candidate : { ...scaled(candidate, weight), rule: candidate.rule ?? rule };
  });
  return sortIntoSlotOrder(moved);
};
