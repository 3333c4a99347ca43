import { createHmac } from 'node:crypto';

import type { Lane } from '../merchandising/rule.js';
import type { Candidate } from '../ranking/candidate.js';

const PREFIX: Readonly<Record<Lane, string>> = { CROSS_SELL: 'x', PERSONALISATION: 'p' };

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
  const outcome = candidates.map(({ productId, source, pinnedSlot }) => [productId, source, pinnedSlot]);
  const digest = createHmac('sha256', salt).update(JSON.stringify([lane, question, outcome])).digest();
  return `${PREFIX[lane]}-${digest.subarray(0, 16).toString('base64url')}`;
};
