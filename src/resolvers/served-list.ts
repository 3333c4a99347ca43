import { encodeCursor } from '../domain/ranking/cursor.js';
import type { FilledSlot } from '../domain/ranking/fill-slots.js';
import { explain } from '../domain/serving/explain.js';
import { servedPageOf, type Showing } from '../domain/measurement/served-page-of.js';
import type { ServedList } from '../domain/serving/served-list.js';
import type { RequestContext } from '../server/request-context.js';
import { productOf } from './mappers.js';

/** Notes what is about to be shown, so that what comes of it can be credited to the list. */
export const noteServed = (list: ServedList, showing: Omit<Showing, 'servedAt'>, { recorder, now }: RequestContext): void => {
  const page = servedPageOf(list, { ...showing, servedAt: now });
  if (page !== null) recorder.served(page);
};

const provenanceOf = ({ candidate }: FilledSlot, { becauses, modelVersion, fallback }: ServedList) => ({
  source: candidate.source,
  explanation: explain(candidate, candidate.becauseId === null ? undefined : becauses.get(candidate.becauseId), fallback),
  personalised: candidate.personalised,
  rule: candidate.rule === null ? null : { id: candidate.rule.id, name: candidate.rule.name, version: candidate.rule.version },
  evidence: candidate.evidence,
  because: candidate.becauseId === null ? null : productOf(candidate.becauseId),
  modelVersion: isFromStatistics(candidate.source) ? modelVersion : null,
});

const isFromStatistics = (source: FilledSlot['candidate']['source']): boolean =>
  source !== 'REQUIRED_COMPANION' && source !== 'PINNED' && source !== 'RULE';

/** An edge: what both lanes' edges have in common, and what is its lane's own. */
export const edgeOf = <Own extends object>(filled: FilledSlot, list: ServedList, own: Own) => ({
  ...own,
  node: productOf(filled.candidate.productId),
  // Worked out when it is asked for: it holds a hash of each product before it.
  get cursor() {
    return encodeCursor(filled.position);
  },
  slot: filled.slot,
  provenance: provenanceOf(filled, list),
});

/** What both lanes' connections have in common. */
export const connectionOf = (list: ServedList) => ({
  recommendationId: list.recommendationId,
  pageInfo: {
    hasNextPage: list.hasNextPage,
    hasPreviousPage: list.hasPreviousPage,
    get startCursor() {
      return cursorOf(list.slots.at(0));
    },
    get endCursor() {
      return cursorOf(list.slots.at(-1));
    },
  },
  emptyReason: list.emptyReason,
  slots: list.split,
});

const cursorOf = (filled: FilledSlot | undefined): string | null => (filled === undefined ? null : encodeCursor(filled.position));
