import type { EntryName, PlannedEntry, RuleFileConflict, RuleFilePlan } from '../domain/merchandising/files/rule-file-plan.js';
import { entryIds, inFileWords } from './entry-words.js';

const entryJson = (entry: PlannedEntry) => ({
  ...entryIds(entry),
  change: entry.change,
  heldVersion: entry.heldVersion,
  differences: entry.differences.map(inFileWords),
});

const conflictJson = (conflict: RuleFileConflict) => {
  const name = { ...entryIds(conflict), reason: conflict.reason };
  if (conflict.reason === 'SECOND_PERSON_REQUIRED') return { ...name, editedBy: conflict.editedBy };
  const { basedOn, version, change } = conflict;
  return { ...name, basedOn, version, changedBy: change?.by ?? null, changedAt: change?.at ?? null, via: change?.via ?? null, summary: change?.summary ?? null };
};

/** A plan for programs; entries that stay as they are count only. `unfiled` are decisions that the file does not name. */
export const planJson = (file: string, plan: RuleFilePlan, unfiled: readonly EntryName[] | null) => ({
  file,
  created: plan.created,
  updated: plan.updated,
  unchanged: plan.unchanged,
  entries: plan.entries.filter(({ change }) => change !== 'unchanged').map(entryJson),
  conflicts: plan.conflicts.map(conflictJson),
  warnings: [...plan.warnings].flatMap(([rule, found]) => found.map(({ code, message }) => ({ rule, code, message }))),
  ...(unfiled === null ? {} : { notInFile: unfiled.map(entryIds) }),
});
