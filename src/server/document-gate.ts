import { parse } from 'graphql';

import { findExcess } from './document-limits.js';

/** GraphQL stops reading a document after this many tokens. */
export const MAX_TOKENS = 2_000;

const REMEMBERED = 1_000;
const REMEMBERED_LENGTH = 16_384;

/**
 * Judges documents before validation, which costs more: the answer is the limit that is exceeded, or null. Routers send the same documents
 * again and again, so those that passed are remembered.
 */
export function createDocumentGate(): (source: string) => string | null {
  const passed = new Set<string>();
  return (source) => {
    if (passed.has(source)) return null;
    const excess = judge(source);
    if (excess === null && source.length <= REMEMBERED_LENGTH) remember(passed, source);
    return excess;
  };
}

function judge(source: string): string | null {
  try {
    return findExcess(parse(source, { noLocation: true, maxTokens: MAX_TOKENS }));
  } catch {
    // Not for us to report: it fails in the same way when it is parsed to be run, and is answered then.
    return null;
  }
}

function remember(passed: Set<string>, source: string): void {
  passed.add(source);
  const [oldest] = passed;
  if (passed.size > REMEMBERED && oldest !== undefined) passed.delete(oldest);
}
