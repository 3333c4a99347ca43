import type { ByKind, LearnedAnchors } from '../domain/learning/anchor-learner.js';
import type { AnchorRange } from '../domain/learning/anchor-ranges.js';
import { learnAnchors } from '../domain/learning/learn-pairs.js';
import { scorersOf } from '../domain/learning/learn-statistics.js';
import { type Explained, explainProducts, type Weighing } from '../domain/learning/neighbour-weights.js';
import { type CountedGroups, countersOf } from '../domain/learning/pair-groups.js';
import type { LearningSettings } from '../domain/learning/settings.js';

/** Counting the pairs of a range of anchors and learning from them. */
export interface AnchorsTask {
  readonly kinds: ByKind<CountedGroups>;
  readonly families: Uint32Array;
  readonly settings: LearningSettings;
  readonly range: AnchorRange;
  /** What counting may take for each kind, in bytes. */
  readonly bytes: number;
  /** One number in shared memory: how many anchors all tasks together have done. */
  readonly done: Int32Array;
}

/** Explaining products by their neighbours, several times over: pieces are taken by whoever has time. */
export interface WeighingTask {
  readonly weighings: readonly Weighing[];
  /** Products in a piece. */
  readonly piece: number;
  /** One number in shared memory: the next piece that nobody has taken. */
  readonly next: Int32Array;
}

/** Some products, explained. */
export interface ExplainedPiece {
  /** The number of the piece: those of the first weighing come first, in the order of its products. */
  readonly place: number;
  readonly explained: Explained;
}

/** What can be asked of a thread, by name. */
export interface PairTasks {
  readonly anchors: AnchorsTask;
  readonly weighing: WeighingTask;
}

/** What it answers. */
export interface PairAnswers {
  readonly anchors: LearnedAnchors;
  readonly weighing: readonly ExplainedPiece[];
}

/** A task on its way to a thread. */
export type PairRequest = { readonly [K in keyof PairTasks]: { readonly kind: K; readonly task: PairTasks[K] } }[keyof PairTasks];

const learnPart = ({ kinds, families, settings, range, bytes, done }: AnchorsTask): LearnedAnchors => {
  const counters = countersOf(kinds, settings, { ...range, bytes });
  return learnAnchors(counters, { families, settings, scorers: scorersOf(settings) }, range, () => void Atomics.add(done, 0, 1));
};

/** Pieces of one weighing of so many products. */
export const piecesOf = ({ occurrenceWeights: { length } }: Weighing, piece: number): number => Math.ceil(length / piece);

const explainPieces = ({ weighings, piece, next }: WeighingTask): readonly ExplainedPiece[] => {
  const ranges = weighings.flatMap((weighing) =>
    Array.from({ length: piecesOf(weighing, piece) }, (_, place) => ({
      weighing,
      range: { from: place * piece, until: Math.min((place + 1) * piece, weighing.occurrenceWeights.length) },
    })),
  );
  const explained: ExplainedPiece[] = [];
  for (let place = Atomics.add(next, 0, 1); place < ranges.length; place = Atomics.add(next, 0, 1)) {
    const taken = ranges[place];
    if (taken !== undefined) explained.push({ place, explained: explainProducts(taken.weighing, taken.range) });
  }
  return explained;
};

/** Does what is asked, in the thread that calls it. */
export const answerTo = (request: PairRequest): PairAnswers[keyof PairAnswers] =>
  request.kind === 'anchors' ? learnPart(request.task) : explainPieces(request.task);
