import type { DecisionChange } from '../kept/decisions.js';
import { differencesOf } from '../changing/differences.js';
import type { EntryName, PlannedEntry, RuleFileConflict } from './rule-file-plan.js';

/** A decision as it is kept, whatever it is about. */
interface Held {
  readonly version: number;
  /** Newest first. */
  readonly history: readonly DecisionChange[];
}

/** An entry of a rules file beside what the shop holds. */
export interface FiledEntry<R extends Held> extends EntryName {
  readonly basedOn: number | null;
  readonly held: R | null;
  /** What the entry says, and what stands in the same fields; null where nothing does. */
  readonly wanted: object;
  readonly standing: object | null;
  /** The next version; asked for only when something differs. */
  next(): R;
  /** A further reason against writing it; null when there is none. */
  objection?(): RuleFileConflict | null;
}

/** What becomes of one entry; `write` is null when nothing differs. */
export interface EntryOutcome<R> {
  readonly entry: PlannedEntry;
  readonly conflicts: readonly RuleFileConflict[];
  readonly write: R | null;
}

/** Without a version, an entry knows no more than what files without versions wrote. */
const hasSeen = (basedOn: number | null, { version, history }: Held): boolean =>
  basedOn === null ? (history[0]?.via ?? 'FILE') === 'FILE' : basedOn === version;

const staleness = ({ kind, id, basedOn }: EntryName & { readonly basedOn: number | null }, held: Held): RuleFileConflict | null =>
  hasSeen(basedOn, held)
    ? null
    : { kind, id, reason: 'CHANGED_SINCE', basedOn, version: held.version, change: held.history[0] ?? null };

const planned = ({ kind, id, held, wanted, standing }: FiledEntry<Held>): PlannedEntry => {
  const heldVersion = held?.version ?? null;
  if (standing === null) return { kind, id, change: 'created', heldVersion, differences: [] };
  const differences = differencesOf(standing, wanted);
  return { kind, id, change: differences.length === 0 ? 'unchanged' : 'updated', heldVersion, differences };
};

/** Plans one entry: what is the same stays untouched; what differs is written unless somebody changed it unseen, which `overwrite` allows. */
export const planEntry = <R extends Held>(filed: FiledEntry<R>, overwrite: boolean): EntryOutcome<R> => {
  const entry = planned(filed);
  if (entry.change === 'unchanged') return { entry, conflicts: [], write: null };
  const stale = filed.held === null || overwrite ? null : staleness(filed, filed.held);
  const conflicts = [stale, filed.objection?.() ?? null].filter((conflict) => conflict !== null);
  return { entry, conflicts, write: filed.next() };
};
