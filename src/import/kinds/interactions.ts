import { INTERACTION_SHAPE } from '../../domain/facts/batch-plan.js';
import type { Interaction } from '../../domain/facts/interaction.js';
import { validateInteraction, type InteractionRules } from '../../domain/facts/interaction-input.js';
import type { FactWriter } from '../../domain/facts/recording.js';
import type { CellReader } from '../fields/cells.js';
import type { FactKind } from './fact-sink.js';

/** Interactions, one per row. */
export const interactionsKind = (read: CellReader, writer: FactWriter | null, rules: InteractionRules): FactKind<Interaction> => ({
  check: (cells) => {
    const checked = validateInteraction(
      {
        eventId: read.id(cells.event_id),
        kind: read.upper(cells.kind),
        customerId: read.id(cells.customer_id),
        sessionId: read.id(cells.session_id),
        productId: read.productId(cells.product_id),
        categoryId: read.id(cells.category_id),
        query: cells.query,
        at: read.date(cells.at),
        recommendationId: read.id(cells.recommendation_id),
        slot: read.whole(cells.slot),
      },
      rules,
    );
    return checked.ok ? { ok: true, fact: checked.interaction } : checked;
  },
  shape: INTERACTION_SHAPE,
  write: writer === null ? null : (interactions) => writer.recordInteractions(interactions),
  customerOf: (interaction) => interaction.customerId,
});
