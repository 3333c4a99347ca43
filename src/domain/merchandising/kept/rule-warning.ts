/** What can be doubtful about a rule, in the words of the public contract. */
export const RULE_WARNING_CODES = [
  'UNKNOWN_PRODUCT',
  'OUT_OF_STOCK',
  'SAME_SLOT',
  'SHADOWED',
  'STARVES_PLACEMENT',
  'NEVER_ACTIVE',
  'NO_LONGER_IN_FORCE',
] as const;
export type RuleWarningCode = (typeof RULE_WARNING_CODES)[number];

/** Products that one warning names at most. */
export const MOST_WARNED_PRODUCTS = 20;

/** Something doubtful about a rule, found when it was saved. It keeps nobody from approving it. */
export interface RuleWarning {
  readonly code: RuleWarningCode;
  /** One sentence: what was found, and what to do. */
  readonly message: string;
  /** The products concerned, MOST_WARNED_PRODUCTS at most. */
  readonly productIds: readonly string[];
  /** The rule that it meets, as it stood; null when there is none. */
  readonly otherRule: { readonly id: string; readonly name: string; readonly version: number } | null;
}
