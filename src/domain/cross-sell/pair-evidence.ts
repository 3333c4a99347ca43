import type { PairEvidence } from '../ranking/candidate.js';
import { type AssociationCounts, confidence, lift, support } from './association.js';

/** What people are shown of a pair's counts. */
export const pairEvidence = (counts: AssociationCounts, windowDays: number): PairEvidence => ({
  ordersTogether: counts.together,
  support: support(counts),
  confidence: confidence(counts),
  lift: lift(counts),
  windowDays,
});
