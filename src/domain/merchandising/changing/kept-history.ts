import type { RuleVersion } from '../kept/decisions.js';
import { saySame } from './rule-contents.js';

/** How many versions of one decision keep who, when and what. */
export const MOST_KEPT_VERSIONS = 1_000;

/** How many of them, the newest, keep what the rule said, so that the past can be replayed. */
export const MOST_KEPT_CONTENTS = 200;

/** How much the kept contents of one rule may come to (bytes of JSON): a document holds 16 MB, and a rule may name thousands of products. */
export const MOST_KEPT_BYTES = 4_000_000;

/** A history with one more version, newest first. */
export const withVersion = <T>(newest: T, history: readonly T[]): readonly T[] => [newest, ...history].slice(0, MOST_KEPT_VERSIONS);

/** A version whose contents the newest one keeps for both, as an approval does; else as it is. */
const besideNewest = (version: RuleVersion, newest: RuleVersion): RuleVersion =>
  version.contents !== null && newest.contents !== null && saySame(version.contents, newest.contents)
    ? { ...version, contents: null, saysAsNext: true }
    : version;

/** The same for a rule; the newest version keeps its contents, older ones as many and as much as can be kept, and what is said again once. */
export const withRuleVersion = (newest: RuleVersion, history: readonly RuleVersion[]): readonly RuleVersion[] => {
  const [previous, ...older] = history;
  const beside = previous === undefined ? [] : [besideNewest(previous, newest), ...older];
  let bytes = 0;
  return withVersion(newest, beside).map((entry, place) => {
    if (entry.contents === null) return entry;
    bytes += Buffer.byteLength(JSON.stringify(entry.contents));
    return place === 0 || (place < MOST_KEPT_CONTENTS && bytes <= MOST_KEPT_BYTES) ? entry : { ...entry, contents: null };
  });
};
