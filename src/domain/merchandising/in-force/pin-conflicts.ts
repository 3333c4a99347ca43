import { windowsOverlap } from './rule-window.js';
import type { ProductSelector, RuleContents } from '../rule.js';

/** Two pins that want the same slot of the same list. */
export interface PinConflict {
  readonly ruleId: string;
  /** The rule that stands before it in the order given. */
  readonly otherRuleId: string;
  readonly slot: number;
}

const sorted = (values: readonly string[]): readonly string[] => [...new Set(values)].sort();

const conditionKey = (when: ProductSelector | null): string =>
  JSON.stringify(
    when && [
      sorted(when.productIds),
      sorted(when.categoryIds),
      sorted(when.brands),
      sorted(when.tags),
      when.minPrice,
      when.maxPrice,
      when.maxPriceRatio,
    ],
  );

/** Whether two rules ask for the same, however they list it. */
export const sameCondition = (a: Pick<RuleContents, 'when'>, b: Pick<RuleContents, 'when'>): boolean =>
  conditionKey(a.when) === conditionKey(b.when);

const shareAPlacement = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === 0 || b.length === 0 || a.some((placement) => b.includes(placement));

const meet = (a: RuleContents, b: RuleContents): boolean => shareAPlacement(a.placements, b.placements) && windowsOverlap(a, b);

/**
 * Pins of one lane that ask for the same slot under the same condition, on a common placement at a common time: only the first of them
 * in the order of precedence gets it. Each rule is reported once at most; retired rules are left out.
 */
export const pinConflicts = (rules: readonly RuleContents[]): readonly PinConflict[] => {
  const earlier = new Map<string, RuleContents[]>();
  return rules.flatMap((rule): PinConflict[] => {
    if (rule.action !== 'PIN' || rule.slot === null || rule.state === 'RETIRED') return [];
    const key = `${rule.lane} ${rule.slot} ${conditionKey(rule.when)}`;
    const rivals = earlier.get(key) ?? [];
    const rival = rivals.find((other) => meet(rule, other));
    earlier.set(key, rivals);
    rivals.push(rule);
    return rival === undefined ? [] : [{ ruleId: rule.id, otherRuleId: rival.id, slot: rule.slot }];
  });
};
