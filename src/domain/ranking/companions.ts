import type { Candidate } from './candidate.js';

/** What is left of a list where nothing but required companions may be shown: a toy without its batteries is a defect, not an experiment. */
export const keepCompanions = (candidates: readonly Candidate[]): readonly Candidate[] =>
  candidates.filter(({ source }) => source === 'REQUIRED_COMPANION');
