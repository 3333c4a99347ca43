import { ownerOf, type Proposal } from './candidate.js';
import { sortIntoSlotOrder } from './order.js';

const merged = <P extends Proposal>(held: P, other: P): P => {
  if (ownerOf(held.source) === 'learned' && other.source === 'POPULAR') return { ...held, popularScore: other.score };
  return held.source === other.source && other.quantity > held.quantity ? { ...held, quantity: other.quantity } : held;
};

/**
 * One proposal per product: the one that comes first in slot order. A companion that several rules require keeps the larger quantity,
 * and a learned product that is popular too remembers it.
 */
export const mergeDuplicates = <P extends Proposal>(proposals: readonly P[]): readonly P[] => {
  const best = new Map<string, P>();
  for (const proposal of sortIntoSlotOrder(proposals)) {
    const held = best.get(proposal.productId);
    best.set(proposal.productId, held === undefined ? proposal : merged(held, proposal));
  }
  return [...best.values()];
};
