import { rangesOfEqualWork } from '../domain/learning/anchor-ranges.js';
import type { LearningFacts } from '../domain/learning/collect-facts.js';
import { DEFAULT_COUNTING_BYTES } from '../domain/learning/count-pairs.js';
import { joinAnchors } from '../domain/learning/join-anchors.js';
import { type OnAnchor, weighingOf } from '../domain/learning/learn-pairs.js';
import type { CountedPairs, CountedStatistics } from '../domain/learning/learn-statistics.js';
import { joinExplained, type NeighbourWeights, type Weighing, weightsFrom } from '../domain/learning/neighbour-weights.js';
import { groupsOf } from '../domain/learning/pair-groups.js';
import type { LearningSettings } from '../domain/learning/settings.js';
import { type ExplainedPiece, piecesOf } from './pair-tasks.js';
import type { PairTeam } from './pair-team.js';

/** How often whoever waits hears how far the others have come, in milliseconds. */
const TELL_EVERY_MS = 100;

/** Pieces that the weighing of each kind is cut into for each member of a team: enough for all of them to end at about the same time. */
const PIECES_EACH = 8;

/** What pairs are learned from, and who hears of it. */
export interface Counting {
  readonly facts: LearningFacts;
  readonly settings: LearningSettings;
  readonly onProgress: OnAnchor;
}

/** A number in memory that threads share. */
const sharedNumber = (): Int32Array => new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));

/** Tells from time to time how many anchors are done, for as long as something takes. */
const telling = async <T>(done: Int32Array, total: number, onProgress: OnAnchor, something: Promise<T>): Promise<T> => {
  const timer = setInterval(() => onProgress(Atomics.load(done, 0), total), TELL_EVERY_MS);
  try {
    const result = await something;
    onProgress(total, total);
    return result;
  } finally {
    clearInterval(timer);
  }
};

/** Has a team work out weights, all pieces in one go. */
const weighTogether = async (team: PairTeam, weighings: readonly Weighing[]): Promise<readonly NeighbourWeights[]> => {
  const products = weighings[0]?.occurrenceWeights.length ?? 0;
  const piece = Math.max(1, Math.ceil(products / (PIECES_EACH * team.size)));
  const next = sharedNumber();
  const members = Array.from({ length: team.size }, (_, member) => member);
  const answers = await Promise.all(members.map((member) => team.ask(member, 'weighing', { weighings, piece, next })));
  const pieces: readonly ExplainedPiece[] = answers.flat().sort((a, b) => a.place - b.place);
  return weighings.map((weighing, at) => {
    const count = piecesOf(weighing, piece);
    const explained = joinExplained(pieces.slice(at * count, (at + 1) * count).map(({ explained: one }) => one));
    return weightsFrom(explained, products, weighing.settings.neighbours);
  });
};

const learnTogether = async (team: PairTeam, counting: Counting): Promise<Pick<CountedPairs, 'totals' | 'anchors'>> => {
  const { facts, settings, onProgress } = counting;
  const totals = groupsOf(facts, settings);
  const ranges = rangesOfEqualWork(totals, team.size);
  const done = sharedNumber();
  const shared = { kinds: totals, families: facts.catalogue.families, settings, bytes: DEFAULT_COUNTING_BYTES / ranges.length, done };
  const parts = Promise.all(ranges.map((range, member) => team.ask(member, 'anchors', { ...shared, range })));
  return { totals, anchors: joinAnchors(await telling(done, facts.productIds.length, onProgress, parts)) };
};

/** Has a team count pairs and learn from them: what one thread learns, to the last bit, in the memory that one thread takes for counting. */
export const countPairsTogether = async (team: PairTeam, counting: Counting): Promise<CountedPairs> => {
  const { totals, anchors } = await learnTogether(team, counting);
  const weighing = weighingOf(anchors.kept, totals.orders, counting.settings);
  const [basketWeights] = await weighTogether(team, [weighing]);
  if (basketWeights === undefined) throw new Error('no weights were worked out');
  return { totals, anchors, basketWeights };
};

/** The same with what is bought alike. */
export const countTogether = async (team: PairTeam, counting: Counting): Promise<CountedStatistics> => {
  const { totals, anchors } = await learnTogether(team, counting);
  const ofOrders = weighingOf(anchors.kept, totals.orders, counting.settings);
  const ofCustomers = weighingOf(anchors.keptCustomers, totals.customers, counting.settings);
  const [basketWeights, boughtAlike] = await weighTogether(team, [ofOrders, ofCustomers]);
  if (basketWeights === undefined || boughtAlike === undefined) throw new Error('no weights were worked out');
  return { totals, anchors, basketWeights, boughtAlike };
};
