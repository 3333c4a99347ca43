import { createHmac } from 'node:crypto';

import type { Lane } from '../merchandising/rule.js';
import type { Candidate, RecommendationSource } from '../ranking/candidate.js';

const PREFIX: Readonly<Record<Lane, string>> = { CROSS_SELL: 'x', PERSONALISATION: 'p' };

/** Control characters part what is written down, as neither ids nor JSON hold any. */
const [NEXT, NEXT_SOURCE, SLOT] = ['\t', '\n', '\v'];

/** The candidates in their order, in runs of one source, those of pins with their slots: less than half of what the same takes as JSON. */
const writtenDown = (candidates: readonly Candidate[]): readonly string[] => {
  const parts: string[] = [];
  let before: RecommendationSource | null = null;
  for (const { productId, source, pinnedSlot } of candidates) {
    if (source !== before) parts.push(NEXT_SOURCE, source);
    parts.push(pinnedSlot === null ? productId : `${productId}${SLOT}${pinnedSlot}`);
    before = source;
  }
  return parts;
};

/**
 * Names a served list by what was decided: the same question with the same outcome has the same id on every instance and on all pages,
 * which is what makes a publicly cached list attributable. `question` must hold all that the list depends on; the salt keeps
 * customer ids from being guessed from it. 128 bits of HMAC-SHA-256 (RFC 2104).
 */
export const recommendationIdOf = (
  lane: Lane,
  question: Readonly<Record<string, unknown>>,
  candidates: readonly Candidate[],
  salt: string,
): string => {
  const decided = [JSON.stringify([lane, question]), ...writtenDown(candidates)].join(NEXT);
  const digest = createHmac('sha256', salt).update(decided).digest();
  return `${PREFIX[lane]}-${digest.subarray(0, 16).toString('base64url')}`;
};
