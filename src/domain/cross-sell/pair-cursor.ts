import type { PairStrength } from './pair-strength.js';

const MOST_ID_LENGTH = 128;

const isId = (value: unknown): value is string => typeof value === 'string' && value.length > 0 && value.length <= MOST_ID_LENGTH;

/**
 * Names the pair that a page ended with by its strength and not by how far the list was read, so that pairs decided between two pages
 * neither shift the rest nor leave a gap.
 */
export const encodePairCursor = ({ logLikelihoodRatio, anchorId, complementId }: PairStrength): string =>
  Buffer.from(JSON.stringify([logLikelihoodRatio, anchorId, complementId])).toString('base64url');

/** Where a cursor stands; null when it is none of ours. */
export const decodePairCursor = (cursor: string): PairStrength | null => {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (!Array.isArray(parts) || parts.length !== 3) return null;
    const [logLikelihoodRatio, anchorId, complementId]: unknown[] = parts;
    if (typeof logLikelihoodRatio !== 'number' || !(logLikelihoodRatio >= 0) || !isId(anchorId) || !isId(complementId)) return null;
    const position = { logLikelihoodRatio, anchorId, complementId };
    return encodePairCursor(position) === cursor ? position : null;
  } catch {
    return null;
  }
};
