import type { ProposedPairFacts, ProposedPairsPage } from '../domain/cross-sell/proposed-pairs.js';
import type { ProposedPairsReading } from '../domain/cross-sell/proposed-pairs-reading.js';
import { pairId, type PairRecord } from '../domain/merchandising/kept/decisions.js';
import { productOf, type ProductReference } from './mappers.js';

/** A decided pair in the words of the contract. */
export const decidedPairAnswer = (pair: PairRecord) => ({
  id: pairId(pair),
  anchor: productOf(pair.anchorId),
  complement: productOf(pair.complementId),
  decision: pair.decision,
  note: pair.note,
  decidedBy: pair.decidedBy,
  decidedAt: pair.decidedAt,
  history: pair.history.map(({ at, by, decision, note }) => ({ at, by, decision, note })),
});

/** A proposed pair whose orders are looked for only when somebody asks for them. */
export interface ProposedPairNode extends Pick<ProposedPairFacts, 'id' | 'evidence' | 'logLikelihoodRatio'> {
  readonly anchor: ProductReference;
  readonly complement: ProductReference;
  sampleOrderIds(): Promise<readonly string[]>;
}

/** A page of proposed pairs in the words of the contract; the first pair that is asked for its orders looks for those of all. */
export const proposedPairsAnswer = (
  { pairs, hasNextPage }: ProposedPairsPage,
  isFirst: boolean,
  reading: Pick<ProposedPairsReading, 'sampleOrders'>,
) => {
  let samples: ReturnType<ProposedPairsReading['sampleOrders']> | null = null;
  const sampleOrders = (): NonNullable<typeof samples> => (samples ??= reading.sampleOrders(pairs));
  const nodeOf = ({ id, anchorId, complementId, evidence, logLikelihoodRatio }: ProposedPairFacts): ProposedPairNode => ({
    id,
    anchor: productOf(anchorId),
    complement: productOf(complementId),
    evidence,
    logLikelihoodRatio,
    sampleOrderIds: async () => (await sampleOrders()).get(id) ?? [],
  });
  return {
    edges: pairs.map((pair) => ({ node: nodeOf(pair), cursor: pair.cursor })),
    pageInfo: {
      hasNextPage,
      hasPreviousPage: !isFirst,
      startCursor: pairs.at(0)?.cursor ?? null,
      endCursor: pairs.at(-1)?.cursor ?? null,
    },
  };
};
