import type { DecidedPair } from '../decided-pair.js';
import type { DecisionChange, PairRecord, PolicyRecord, RuleRecord, RuleVersion, ShopAutopilotRecord } from './decisions.js';
import { NotRetained } from './not-retained.js';
import type { Autopilot, PlacementPolicy } from '../policy.js';
import type { MerchandisingRule, RuleContents } from '../rule.js';

/**
 * The version in force at an instant: the highest one made at it or before. Null before the first; throws NotRetained when there were
 * versions before the oldest one kept.
 */
const versionAt = <V extends DecisionChange>(what: string, history: readonly V[], at: Date): V | null => {
  const found = history.find((version) => version.at.getTime() <= at.getTime());
  if (found !== undefined) return found;
  const oldest = history.at(-1);
  if (oldest !== undefined && oldest.version > 1) throw new NotRetained(what, oldest.at);
  return null;
};

/** What a version said, but for its state; null when it is no longer kept. */
const contentsAt = (history: readonly RuleVersion[], place: number): RuleContents | null => {
  const holder = history.slice(0, place + 1).findLast(({ saysAsNext }) => saysAsNext !== true);
  return holder?.contents ?? null;
};

/** A rule as it stood at an instant; null before it was created. Throws NotRetained when its contents of then are gone. */
export const ruleAsOf = ({ id, createdBy, history }: RuleRecord, at: Date): MerchandisingRule | null => {
  const found = versionAt(`rule ${id}`, history, at);
  if (found === null) return null;
  const contents = contentsAt(history, history.indexOf(found));
  if (contents === null) throw new NotRetained(`rule ${id}`, history.findLast((_, place) => contentsAt(history, place) !== null)?.at ?? null);
  return {
    ...contents,
    state: found.state,
    version: found.version,
    createdBy,
    approvedBy: found.approvedBy,
    updatedAt: found.at,
  };
};

/** A rule if it was approved at an instant; else null. What a draft or a retired rule said then is not needed, and may be gone. */
export const approvedRuleAsOf = (rule: RuleRecord, at: Date): MerchandisingRule | null =>
  versionAt(`rule ${rule.id}`, rule.history, at)?.state === 'APPROVED' ? ruleAsOf(rule, at) : null;

/** A placement's policy as it stood at an instant; null before somebody set it. */
export const policyAsOf = ({ lane, placement, history }: PolicyRecord, at: Date): PlacementPolicy | null => {
  const found = versionAt(`the policy of ${placement}`, history, at);
  if (found === null) return null;
  return { lane, placement, ...found.contents, version: found.version, updatedBy: found.by, updatedAt: found.at };
};

/** A decision about a pair as it stood at an instant; null before it was first decided, and while it was taken back. */
export const pairAsOf = ({ anchorId, complementId, history }: PairRecord, at: Date): DecidedPair | null => {
  const found = versionAt(`the decision about ${anchorId} and ${complementId}`, history, at);
  if (found === null || found.decision === 'REOPEN') return null;
  return { anchorId, complementId, decision: found.decision, decidedBy: found.by, decidedAt: found.at, note: found.note };
};

/** The most that any placement might do by itself at an instant; ASSIST before somebody set it. */
export const ceilingAsOf = (shop: ShopAutopilotRecord | null, at: Date): Autopilot =>
  shop === null ? 'ASSIST' : (versionAt("the shop's autopilot", shop.history, at)?.autopilot ?? 'ASSIST');
