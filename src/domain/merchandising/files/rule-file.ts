import type { PolicyContents } from '../kept/decisions.js';
import type { DecidedPair } from '../decided-pair.js';
import type { Autopilot, PlacementPolicy } from '../policy.js';
import type { RuleContents } from '../rule.js';

/** The version that an entry of a file was written against: the entry is refused when another one stands. Null where the file does not say. */
export interface BasedOn {
  readonly basedOn: number | null;
}

export type FiledRule = RuleContents & BasedOn;
export type FiledPolicy = Pick<PlacementPolicy, 'lane' | 'placement'> & PolicyContents & BasedOn;
export type FiledPair = Pick<DecidedPair, 'anchorId' | 'complementId' | 'decision' | 'note'> & BasedOn;
export type FiledShopAutopilot = { readonly autopilot: Autopilot; readonly note: string | null } & BasedOn;

/** What a rules file says, before it meets what the shop holds. */
export interface RuleFile {
  readonly rules: readonly FiledRule[];
  readonly policies: readonly FiledPolicy[];
  readonly pairs: readonly FiledPair[];
  /** How far the whole shop may run by itself; null where the file does not say. */
  readonly shopAutopilot: FiledShopAutopilot | null;
}
