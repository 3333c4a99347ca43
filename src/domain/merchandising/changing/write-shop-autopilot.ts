import type { ShopAutopilotRecord } from '../kept/decisions.js';
import { describeContentsChange } from './describe-change.js';
import { withVersion } from './kept-history.js';
import type { Autopilot } from '../policy.js';
import type { Writing } from './write-policy.js';

/** How far a shop runs by itself while nobody has decided: as far as its placements' own policies go. */
export const DEFAULT_SHOP_AUTOPILOT: Autopilot = 'ASSIST';

/** The next version of how far the whole shop may run by itself. */
export const writeShopAutopilot = (
  held: ShopAutopilotRecord | null,
  { autopilot, note }: Pick<ShopAutopilotRecord, 'autopilot' | 'note'>,
  { by, at, via }: Writing,
): ShopAutopilotRecord => {
  const version = (held?.version ?? 0) + 1;
  const summary = describeContentsChange({ autopilot: held?.autopilot ?? DEFAULT_SHOP_AUTOPILOT }, { autopilot }, note);
  const history = withVersion({ version, at, by, via, summary, autopilot, note }, held?.history ?? []);
  return { autopilot, note, version, updatedBy: by, updatedAt: at, history };
};
