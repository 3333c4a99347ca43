import { byCodePoint } from '../../facts/text-order.js';
import type { PairDecision } from '../decided-pair.js';
import type { AllDecisions } from '../kept/decision-lists.js';
import { policyContentsOf } from '../changing/write-policy.js';
import { contentsOf } from '../changing/rule-contents.js';
import type { RuleFile } from './rule-file.js';
import { CROSS_SELL_PLACEMENTS, PERSONAL_SURFACES, type RuleState } from '../rule.js';

/** What of a shop goes into a file. */
export interface FiledChoice {
  readonly states: readonly RuleState[];
  readonly decisions: readonly PairDecision[];
  /** Whether each entry names the version that it was written against. */
  readonly versions: boolean;
}

const PLACES: readonly string[] = [
  ...CROSS_SELL_PLACEMENTS.map((placement) => `CROSS_SELL ${placement}`),
  ...PERSONAL_SURFACES.map((surface) => `PERSONALISATION ${surface}`),
];

const placeOf = ({ lane, placement }: { readonly lane: string; readonly placement: string }): number => PLACES.indexOf(`${lane} ${placement}`);

/**
 * What a shop holds, as a file: rules by id, policies lane by lane in the order of their placements, pairs by anchor, then complement. An
 * edit never moves an entry, whatever it changes, so that two files differ only where the decisions do.
 */
export const fileOf = ({ rules, policies, pairs, shopAutopilot }: AllDecisions, { states, decisions, versions }: FiledChoice): RuleFile => {
  const basedOn = ({ version }: { readonly version: number }) => ({ basedOn: versions ? version : null });
  return {
    rules: rules
      .filter(({ state }) => states.includes(state))
      .toSorted((a, b) => byCodePoint(a.id, b.id))
      .map((rule) => ({ ...contentsOf(rule), ...basedOn(rule) })),
    policies: policies
      .toSorted((a, b) => placeOf(a) - placeOf(b))
      .map((policy) => ({ lane: policy.lane, placement: policy.placement, ...policyContentsOf(policy), ...basedOn(policy) })),
    pairs: pairs
      .filter(({ decision }) => decisions.includes(decision))
      .toSorted((a, b) => byCodePoint(a.anchorId, b.anchorId) || byCodePoint(a.complementId, b.complementId))
      .map((pair) => ({ anchorId: pair.anchorId, complementId: pair.complementId, decision: pair.decision, note: pair.note, ...basedOn(pair) })),
    shopAutopilot: shopAutopilot && { autopilot: shopAutopilot.autopilot, note: shopAutopilot.note, ...basedOn(shopAutopilot) },
  };
};
