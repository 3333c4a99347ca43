import type { FactReader } from '../../domain/facts/reading.js';
import type { FactWriter } from '../../domain/facts/recording.js';
import { interactionRefusal, orderRefusal, tracesOfInteractions, tracesOfOrders, type Tombstones } from '../../domain/privacy/fence.js';
import type { FactRemoval } from './fact-removal.js';
import { writeFenced, type FenceDeps } from './fenced-writes.js';
import type { Settling } from './settling.js';

interface FencedFactsDeps extends FenceDeps {
  readonly removable: FactRemoval;
  readonly settling: Settling;
  readonly recordConsents: FactWriter['recordConsents'];
}

/**
 * Facts without those that must not come back: they are rejected, by a message that names nobody. All else is as it was. What customers say of
 * themselves erases nothing but what is theirs by name: any visit may be named by anybody.
 */
export const fencedFacts = <F extends FactReader & FactWriter>(facts: F, { removable, settling, recordConsents, ...deps }: FencedFactsDeps): F => ({
  ...facts,
  recordConsents,

  recordOrders: async (orders) => {
    const [traces, refusal, settle] = [tracesOfOrders, orderRefusal, settling.orders];
    return writeFenced(orders, { traces, refusal, settle, write: facts.recordOrders, removable: removable.orders }, deps);
  },

  recordInteractions: async (interactions, speaker) => {
    const settle = speaker === 'themself' ? async (_: unknown, tombstones: Tombstones) => tombstones : settling.visits;
    const [traces, refusal] = [tracesOfInteractions, interactionRefusal];
    return writeFenced(interactions, { traces, refusal, settle, write: facts.recordInteractions, removable: removable.interactions }, deps);
  },
});
