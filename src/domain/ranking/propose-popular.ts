import type { Popularity } from '../learning/model.js';
import { propose, type Proposal } from './candidate.js';

/** What sells in a category, as a fallback for everybody. */
export const proposePopular = (popularity: Popularity | undefined): readonly Proposal[] =>
  (popularity?.ids ?? []).map((productId, index) =>
    propose({ productId, source: 'POPULAR', score: popularity?.scores[index] ?? 0 }),
  );
