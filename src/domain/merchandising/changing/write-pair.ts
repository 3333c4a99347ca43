import type { PairRecord } from '../kept/decisions.js';
import type { DecidedPair, PairDecision } from '../decided-pair.js';
import { withNote } from './describe-change.js';
import { withVersion } from './kept-history.js';
import type { Writing } from './write-policy.js';

const DONE: Readonly<Record<PairDecision, string>> = { APPROVE: 'approved', DISMISS: 'dismissed', REOPEN: 'reopened' };

/** What somebody decides about a pair. */
export type PairWording = Pick<DecidedPair, 'anchorId' | 'complementId' | 'decision' | 'note'>;

/** The next decision about a pair. */
export const writePair = (held: PairRecord | null, wanted: PairWording, { by, at, via }: Writing): PairRecord => {
  const { anchorId, complementId, decision, note } = wanted;
  const version = (held?.version ?? 0) + 1;
  const summary = withNote(DONE[decision], note);
  const history = withVersion({ version, at, by, via, summary, decision, note }, held?.history ?? []);
  return { anchorId, complementId, decision, decidedBy: by, decidedAt: at, note, version, history };
};
