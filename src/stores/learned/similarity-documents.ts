import type { LearnedStatistics, ProductDemand, ScoredNeighbours } from '../../domain/learning/model.js';
import type { LoadedNeighbours, NumberedNeighbours, SimilarProducts } from '../../domain/serving/similar-products.js';
import { packed, unpackInto } from '../measurement/packed-numbers.js';
import type { NumberedColumns, SimilarityDocument } from './learned-documents.js';
import { MOST_PRODUCTS_IN_DEMAND, versioned } from './model-documents.js';

/** The numbers of the products in the demand that is published with them, as far as it is kept. */
const numbersIn = ({ ids }: ProductDemand): ReadonlyMap<string, number> =>
  new Map(ids.slice(0, MOST_PRODUCTS_IN_DEMAND).map((id, number) => [id, number]));

interface Columns {
  readonly ids: string[];
  readonly scores: number[];
  readonly numbered: { readonly numbers: number[]; readonly scores: number[] };
}

/** Those that have a number apart from those that have none, each in their order. */
const apart = ({ ids, scores }: ScoredNeighbours, numbers: ReadonlyMap<string, number>): Columns => {
  const columns: Columns = { ids: [], scores: [], numbered: { numbers: [], scores: [] } };
  ids.forEach((id, place) => {
    const score = scores[place] ?? 0;
    const number = numbers.get(id);
    if (number === undefined) {
      columns.ids.push(id);
      columns.scores.push(score);
    } else {
      columns.numbered.numbers.push(number);
      columns.numbered.scores.push(score);
    }
  });
  return columns;
};

const packedColumns = ({ numbers, scores }: Columns['numbered']): NumberedColumns | null =>
  numbers.length === 0 ? null : { count: numbers.length, numbers: packed(numbers), scores: packed(scores) };

/** What is alike, one document per product. */
export const similarityDocuments = (version: string, { similarity, demand }: Pick<LearnedStatistics, 'similarity' | 'demand'>): SimilarityDocument[] => {
  const numbers = numbersIn(demand);
  return similarity.map((stats) => {
    const [viewed, bought] = [apart(stats.viewed, numbers), apart(stats.bought, numbers)];
    const [viewedNumbered, boughtNumbered] = [packedColumns(viewed.numbered), packedColumns(bought.numbered)];
    return {
      _id: versioned(version, stats.productId),
      version,
      productId: stats.productId,
      viewedIds: viewed.ids,
      viewedScores: viewed.scores,
      ...(viewedNumbered === null ? {} : { viewedNumbered }),
      boughtIds: bought.ids,
      boughtScores: bought.scores,
      ...(boughtNumbered === null ? {} : { boughtNumbered }),
    };
  });
};

const toNumbered = ({ count, numbers, scores }: NumberedColumns): NumberedNeighbours => ({
  numbers: unpackInto(new Uint32Array(count), numbers),
  scores: unpackInto(new Float64Array(count), scores),
});

const toNeighbours = (ids: readonly string[], scores: readonly number[], numbered: NumberedColumns | undefined): LoadedNeighbours =>
  numbered === undefined ? { ids, scores } : { ids, scores, numbered: toNumbered(numbered) };

/** What is like one product as the domain knows it. Throws where somebody has changed the document. */
export const toSimilarProducts = (document: SimilarityDocument): SimilarProducts => ({
  productId: document.productId,
  viewed: toNeighbours(document.viewedIds, document.viewedScores, document.viewedNumbered),
  bought: toNeighbours(document.boughtIds, document.boughtScores, document.boughtNumbered),
});
