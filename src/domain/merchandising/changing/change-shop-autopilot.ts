import { checkNote } from './written-text.js';
import type { DecisionOutcome, DecisionStore, ShopAutopilotRecord } from '../kept/decisions.js';
import { made, refused, type Actor, type ChangeResult } from './failure.js';
import type { Autopilot } from '../policy.js';
import { tidyNote } from './rule-contents.js';
import { writeShopAutopilot } from './write-shop-autopilot.js';

/** A change of how far the whole shop may run by itself. */
export interface ShopAutopilotChange {
  readonly autopilot: Autopilot;
  /** The version that the change is based on, 0 where nobody has set one; null to change whatever stands. */
  readonly version: number | null;
  readonly note: string | null;
}

/** What a change of the shop's autopilot works with. */
export interface ShopAutopilotDependencies {
  readonly decisions: DecisionStore;
  readonly actor: Actor;
}

const decide = (
  held: ShopAutopilotRecord | null,
  change: ShopAutopilotChange,
  actor: Actor,
): DecisionOutcome<ChangeResult<ShopAutopilotRecord>> => {
  const currentVersion = held?.version ?? 0;
  if (change.version !== null && change.version !== currentVersion) {
    return { writes: {}, result: refused({ kind: 'VERSION_CONFLICT', currentVersion }) };
  }
  if (held !== null && held.autopilot === change.autopilot && held.note === change.note) return { writes: {}, result: made(held) };
  const written = writeShopAutopilot(held, change, { ...actor, via: 'API' });
  return { writes: { shopAutopilot: written }, result: made(written) };
};

/** Sets how far the whole shop may run by itself; what stands like that already, for the same reason, is not written again. */
export const setShopAutopilot = async (
  change: ShopAutopilotChange,
  { decisions, actor }: ShopAutopilotDependencies,
): Promise<ChangeResult<ShopAutopilotRecord>> => {
  const problems = checkNote(change.note);
  if (problems.length > 0) return refused({ kind: 'INVALID', problems });
  const tidied = { ...change, note: tidyNote(change.note) };
  return decisions.commit({ shopAutopilot: true }, ({ shopAutopilot }) => decide(shopAutopilot, tidied, actor));
};
