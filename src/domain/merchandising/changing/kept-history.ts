import type { RuleVersion } from '../kept/decisions.js';

/** How many versions of one decision keep who, when and what. */
export const MOST_KEPT_VERSIONS = 1_000;

/** How many of them, the newest, keep what the rule said, so that the past can be replayed. */
export const MOST_KEPT_CONTENTS = 200;

/** How much the kept contents of one rule may come to (bytes of JSON): a document holds 16 MB, and a rule may name thousands of products. */
export const MOST_KEPT_BYTES = 4_000_000;

/** A history with one more version, newest first. */
export const withVersion = <T>(newest: T, history: readonly T[]): readonly T[] => [newest, ...history].slice(0, MOST_KEPT_VERSIONS);

/** The same for a rule; the newest version keeps its contents, older ones as many and as much as can be kept. */
export const withRuleVersion = (newest: RuleVersion, history: readonly RuleVersion[]): readonly RuleVersion[] => {
  let bytes = 0;
  return withVersion(newest, history).map((entry, place) => {
    if (entry.contents === null) return entry;
    bytes += Buffer.byteLength(JSON.stringify(entry.contents));
    return place === 0 || (place < MOST_KEPT_CONTENTS && bytes <= MOST_KEPT_BYTES) ? entry : { ...entry, contents: null };
  });
};
