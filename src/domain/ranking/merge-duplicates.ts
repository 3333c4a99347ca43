import type { Proposal } from './candidate.js';
import { inSlotOrder } from './order.js';

/**
 * One proposal per product: the one that comes first in slot order. A companion that several rules require keeps the larger quantity.
 */
export const mergeDuplicates = <P extends Proposal>(proposals: readonly P[]): readonly P[] => {
  const best = new Map<string, P>();
  for (const proposal of proposals.toSorted(inSlotOrder)) {
    const held = best.get(proposal.productId);
    if (held === undefined) best.set(proposal.productId, proposal);
    else if (held.source === proposal.source && proposal.quantity > held.quantity)
      best.set(proposal.productId, { ...held, quantity: proposal.quantity });
  }
  return [...best.values()];
};
