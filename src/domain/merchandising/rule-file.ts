import type { DecidedPair } from './decided-pair.js';
import type { PlacementPolicy } from './policy.js';
import type { MerchandisingRule } from './rule.js';

/** What a rules file says, before it meets what the shop holds: versions, authors and times are given when it is applied. */
export interface RuleFile {
  readonly rules: readonly Omit<MerchandisingRule, 'version' | 'createdBy' | 'approvedBy' | 'updatedAt'>[];
  readonly policies: readonly Omit<PlacementPolicy, 'version' | 'updatedBy' | 'updatedAt'>[];
  readonly pairs: readonly Omit<DecidedPair, 'decidedBy' | 'decidedAt'>[];
}

/** What applying a rules file changed. */
export interface RuleFileChanges {
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
}

/** Where rules, policies and decided pairs are kept. */
export interface RuleWriter {
  /**
   * Writes what differs: a rule whose contents changed rises by one version; what the file does not name is left alone.
   * Readers see the result after the revision moved, which is the last write.
   */
  applyRuleFile(file: RuleFile, by: string, at: Date): Promise<RuleFileChanges>;
}
