import { hash } from 'node:crypto';

import type { Lane } from '../merchandising/rule.js';
import type { Candidate, RecommendationSource } from '../ranking/candidate.js';

const PREFIX: Readonly<Record<Lane, string>> = { CROSS_SELL: 'x', PERSONALISATION: 'p' };

/** Control characters part what is written down, as neither ids nor JSON hold any. */
const [NEXT, NEXT_SOURCE, SLOT] = ['\t', '\n', '\v'];

/** A question and the candidates in their order, in runs of one source, those of pins with their slots: less than half of what it takes as JSON. */
const writtenDown = (question: string, candidates: readonly Candidate[]): string => {
  const parts = [question];
  let before: RecommendationSource | null = null;
  for (const { productId, source, pinnedSlot } of candidates) {
    if (source !== before) parts.push(NEXT_SOURCE, source);
    parts.push(pinnedSlot === null ? productId : `${productId}${SLOT}${pinnedSlot}`);
    before = source;
  }
  return parts.join(NEXT);
};

/** As many characters of base64 as hold 128 bits. */
const LENGTH = 22;

/**
 * Names a served list by what was decided: the same question with the same outcome has the same id on every instance and on all pages,
 * which is what makes a publicly cached list attributable. `question` must hold all that the list depends on; the salt keeps
 * customer ids from being guessed from it. Half of a SHA-256 over the salt and the SHA-256 of all that was decided: what stands behind the salt
 * has always one length and half of the hash is kept back, so that nothing can be appended to it, which is what an HMAC guards against too. That
 * takes an object in native memory for each list, and three times as long.
 */
export const recommendationIdOf = (
  lane: Lane,
  question: Readonly<Record<string, unknown>>,
  candidates: readonly Candidate[],
  salt: string,
): string => {
  const decided = hash('sha256', writtenDown(JSON.stringify([lane, question]), candidates));
  return `${PREFIX[lane]}-${hash('sha256', `${salt}${NEXT}${decided}`, 'base64url').slice(0, LENGTH)}`;
};
