import type { Candidate, RecommendationSource } from './candidate.js';

/** A candidate whose scores count more (above 1) or less, its score among the popular included. */
export const scaled = (candidate: Candidate, factor: number): Candidate => ({
  ...candidate,
  score: candidate.score * factor,
  popularScore: candidate.popularScore === null ? null : candidate.popularScore * factor,
});

/** What is learned of complements. */
const COMPLEMENTS: ReadonlySet<RecommendationSource> = new Set(['CO_PURCHASE', 'SHARED_TRAIT']);

/** What a candidate is once learning has filled its share: a learned product that is popular too stands where popularity puts it. */
export const asPopular = (candidate: Candidate): Candidate =>
  candidate.popularScore === null
    ? candidate
    : {
        ...candidate,
        source: 'POPULAR',
        score: candidate.popularScore,
        popularScore: null,
        evidence: null,
        becauseId: null,
        purchases: null,
        // Customer data chooses picks but only moves complements, and what it moved it moved among the popular as well.
        personalised: COMPLEMENTS.has(candidate.source) && candidate.personalised,
      };
