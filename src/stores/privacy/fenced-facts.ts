import type { FactReader } from '../../domain/facts/reading.js';
import type { FactWriter } from '../../domain/facts/recording.js';
import { interactionRefusal, orderRefusal, tracesOfInteractions, tracesOfOrders } from '../../domain/privacy/fence.js';
import { writeFenced, type FenceDeps } from './fenced-writes.js';
import type { FactRemoval } from './fact-removal.js';

interface FencedFactsDeps extends FenceDeps {
  readonly removable: FactRemoval;
  readonly recordConsents: FactWriter['recordConsents'];
}

/** Facts without those that must not come back: they are rejected, by a message that names nobody. All else is as it was. */
export const fencedFacts = <F extends FactReader & FactWriter>(facts: F, deps: FencedFactsDeps): F => ({
  ...facts,
  recordConsents: deps.recordConsents,

  recordOrders: async (orders) =>
    writeFenced(orders, { traces: tracesOfOrders, refusal: orderRefusal, write: facts.recordOrders, removable: deps.removable.orders }, deps),

  recordInteractions: async (interactions) =>
    writeFenced(
      interactions,
      { traces: tracesOfInteractions, refusal: interactionRefusal, write: facts.recordInteractions, removable: deps.removable.interactions },
      deps,
    ),
});
