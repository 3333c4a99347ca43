import { checkNote } from './written-text.js';
import type { DecidedPair, PairDecision } from '../decided-pair.js';
import { pairOf, type DecisionOutcome, type DecisionStore, type HeldDecisions, type PairRecord } from '../kept/decisions.js';
import { made, refused, type Actor, type ChangeResult } from './failure.js';
import { tidyNote } from './rule-contents.js';
import type { RuleProblem } from './rule-problems.js';
import { writePair } from './write-pair.js';

/** How many pairs are decided at once at most. */
export const MOST_PAIRS_AT_ONCE = 500;

/** A decision about pairs. */
export interface PairsDecision {
  /** 1 to MOST_PAIRS_AT_ONCE ids of pairs; a repeated one counts once. */
  readonly pairIds: readonly string[];
  readonly decision: PairDecision;
  readonly note: string | null;
}

type Pair = Pick<DecidedPair, 'anchorId' | 'complementId'>;

/** What a decision about pairs works with. */
export interface PairsDependencies {
  readonly decisions: DecisionStore;
  readonly actor: Actor;
  /** Which of these pairs learning knows now, as `pairId`s. */
  learned(pairs: readonly Pair[]): Promise<ReadonlySet<string>>;
}

/** How many pairs now stand differently than before. */
export interface PairsDecided {
  readonly decided: number;
}

const problemsOf = ({ pairIds, note }: PairsDecision): readonly RuleProblem[] => [
  ...(pairIds.length >= 1 && pairIds.length <= MOST_PAIRS_AT_ONCE
    ? []
    : [{ path: 'pairIds', message: `must be 1 to ${MOST_PAIRS_AT_ONCE} ids, got ${pairIds.length}` }]),
  ...checkNote(note),
];

/** Pairs by their ids, without ids that name none; a product does not go with itself. */
const pairsOf = (ids: readonly string[]): ReadonlyMap<string, Pair> => {
  const pairs = new Map<string, Pair>();
  for (const id of ids) {
    const pair = pairOf(id);
    if (pair !== null && pair.anchorId !== pair.complementId) pairs.set(id, pair);
  }
  return pairs;
};

/** Whether there is nothing left to do: a decision without a note keeps the note that stands. */
const standsAlready = (held: PairRecord | undefined, { decision, note }: PairsDecision): boolean => {
  if (decision === 'REOPEN') return held === undefined || held.decision === 'REOPEN';
  return held?.decision === decision && (note === null || note === held.note);
};

const decide = (
  held: HeldDecisions['pairs'],
  pairs: ReadonlyMap<string, Pair>,
  wanted: PairsDecision,
  { actor, known }: { readonly actor: Actor; readonly known: ReadonlySet<string> },
): DecisionOutcome<ChangeResult<PairsDecided>> => {
  const unknown = wanted.pairIds.find((id) => !pairs.has(id) || (!held.has(id) && !known.has(id)));
  if (unknown !== undefined) return { writes: {}, result: refused({ kind: 'NOT_FOUND', id: unknown }) };
  const { decision, note } = wanted;
  const written = [...pairs]
    .filter(([id]) => !standsAlready(held.get(id), wanted))
    .map(([id, pair]) => writePair(held.get(id) ?? null, { ...pair, decision, note }, { ...actor, via: 'API' }));
  return { writes: { pairs: written }, result: made({ decided: written.length }) };
};

/**
 * Decides pairs that learning knows or that were decided before, all of them or none. Pairs that stand like that already are left alone,
 * with who decided them.
 */
export const decidePairs = async (
  wanted: PairsDecision,
  { decisions, actor, learned }: PairsDependencies,
): Promise<ChangeResult<PairsDecided>> => {
  const problems = problemsOf(wanted);
  if (problems.length > 0) return refused({ kind: 'INVALID', problems });
  const pairs = pairsOf(wanted.pairIds);
  const asked = [...pairs.values()];
  const known = await learned(asked);
  const tidied = { ...wanted, note: tidyNote(wanted.note) };
  return decisions.commit({ pairs: asked }, (held) => decide(held.pairs, pairs, tidied, { actor, known }));
};
