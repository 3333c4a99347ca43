import type { DecisionChange } from '../kept/decisions.js';
import type { Difference } from '../changing/differences.js';
import type { RuleWarning } from '../kept/rule-warning.js';

/** What an entry of a rules file is about. */
export type EntryKind = 'rule' | 'policy' | 'pair' | 'shop';

/** Names an entry: a rule by its id, a policy by its `policyKey`, a pair by its `pairId`; the shop is `shop`. */
export interface EntryName {
  readonly kind: EntryKind;
  readonly id: string;
}

/** What applying does with one entry. */
export interface PlannedEntry extends EntryName {
  readonly change: 'created' | 'updated' | 'unchanged';
  /** The version that stands; null where nothing does. */
  readonly heldVersion: number | null;
  /** What an update changes; empty for everything else. */
  readonly differences: readonly Difference[];
}

/** Why an entry may not be applied. */
export type RuleFileConflict = EntryName &
  (
    | {
        /** The file was written without having seen what stands. */
        readonly reason: 'CHANGED_SINCE';
        /** What the file was written against; null where it does not say, and the last change was no such file's. */
        readonly basedOn: number | null;
        readonly version: number;
        /** The last change; null for what was kept before changes were. */
        readonly change: DecisionChange | null;
      }
    | {
        /** The shop asks for two persons, and nobody but the editor approves. */
        readonly reason: 'SECOND_PERSON_REQUIRED';
        readonly editedBy: string;
      }
  );

/** What applying a rules file does, or did; with a conflict nothing at all is done. */
export interface RuleFilePlan {
  /** In file order: rules, policies, pairs, shop. */
  readonly entries: readonly PlannedEntry[];
  readonly conflicts: readonly RuleFileConflict[];
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  /** What is doubtful about changed rules, by rule id; rules without doubts are absent. */
  readonly warnings: ReadonlyMap<string, readonly RuleWarning[]>;
}
