import type { Popularity, ScoredNeighbours, SimilarityStats } from '../learning/model.js';
import { propose, type Proposal, type RecommendationSource } from '../ranking/candidate.js';
import type { BehaviourProfile, FacetWeight, ProductHabit } from './profile.js';

/** What the scorer of picks may look at: documents that are loaded anyway. */
export interface PickEvidence {
  readonly profile: BehaviourProfile;
  /** Of the customer's recent products and the product being viewed. */
  readonly similarity: ReadonlyMap<string, SimilarityStats>;
  readonly popularity: ReadonlyMap<string, Popularity>;
  /** PRODUCT_PAGE: the product being viewed. */
  readonly viewedId: string | null;
  readonly categoryPaths: ReadonlyMap<string, readonly string[]>;
  /** CATEGORY: favourites are looked for inside the category being browsed only. */
  readonly withinCategory: string | null;
}

/** Scores what suits a customer; better models come in here. */
export type PickScorer = (evidence: PickEvidence) => readonly Proposal[];

/** How much each kind of evidence weighs against the customer's own strongest habit, which is 1. */
const WEIGHTS = { similar: 0.45, shoppers: 0.35, favourite: 0.15 } as const;

/** Buying something once is a weaker sign of a habit than buying it again. */
const BOUGHT_ONCE = 0.5;
const SEEDS = 20;
const FAVOURITE_CATEGORIES = 5;
const FAVOURITE_DEPTH = 20;
const MOST_PROPOSALS = 200;

interface Share {
  readonly productId: string;
  readonly source: RecommendationSource;
  readonly score: number;
  readonly becauseId: string | null;
}

const normalised = (shares: readonly Share[], weight: number): readonly Share[] => {
  const most = shares.reduce((max, { score }) => Math.max(max, score), 0);
  return most === 0 ? [] : shares.map((share) => ({ ...share, score: (weight * share.score) / most }));
};

const habitScore = ({ purchases, purchaseWeight }: ProductHabit): number =>
  purchases === 1 ? purchaseWeight * BOUGHT_ONCE : purchaseWeight;

const buyAgain = (products: readonly ProductHabit[]): readonly Share[] =>
  products
    .filter(({ purchases, notInterested }) => purchases > 0 && !notInterested)
    .map((habit) => ({ productId: habit.productId, source: 'BUY_AGAIN', score: habitScore(habit), becauseId: null }));

interface Seed {
  readonly productId: string;
  readonly weight: number;
}

/** Sums the neighbours of the seeds; the seed that speaks loudest is the reason. */
const fromNeighbours = (
  seeds: readonly Seed[],
  neighboursOf: (productId: string) => ScoredNeighbours | undefined,
  source: RecommendationSource,
): readonly Share[] => {
  const sums = new Map<string, { score: number; loudest: number; becauseId: string }>();
  for (const { productId: becauseId, weight } of seeds) {
    neighboursOf(becauseId)?.ids.forEach((id, index) => {
      const score = weight * (neighboursOf(becauseId)?.scores[index] ?? 0);
      const sum = sums.get(id) ?? { score: 0, loudest: 0, becauseId };
      sums.set(id, {
        score: sum.score + score,
        loudest: Math.max(sum.loudest, score),
        becauseId: score > sum.loudest ? becauseId : sum.becauseId,
      });
    });
  }
  return [...sums].map(([productId, { score, becauseId }]) => ({ productId, source, score, becauseId }));
};

const favouriteCategories = ({ profile, categoryPaths, withinCategory }: PickEvidence): readonly FacetWeight[] =>
  profile.categories
    .filter(({ id }) => withinCategory === null || (categoryPaths.get(id) ?? [id]).includes(withinCategory))
    .slice(0, FAVOURITE_CATEGORIES);

const favourites = (evidence: PickEvidence): readonly Share[] =>
  favouriteCategories(evidence).flatMap(({ id, weight }) => {
    const { popularity } = evidence;
    const sells = popularity.get(id);
    const most = sells?.scores[0] ?? 0;
    return (sells?.ids.slice(0, FAVOURITE_DEPTH) ?? []).map((productId, index) => ({
      productId,
      source: 'FAVOURITE_CATEGORY' as const,
      score: most === 0 ? 0 : (weight * (sells?.scores[index] ?? 0)) / most,
      becauseId: null,
    }));
  });

/** The strongest seeds of a kind. The order of a profile's products is by all interest, so that each kind is sorted anew. */
const seedsBy = (products: readonly ProductHabit[], weightOf: (habit: ProductHabit) => number): readonly Seed[] =>
  products
    .filter((habit) => !habit.notInterested && weightOf(habit) > 0)
    .map((habit) => ({ productId: habit.productId, weight: weightOf(habit) }))
    .toSorted((a, b) => b.weight - a.weight || (a.productId < b.productId ? -1 : 1))
    .slice(0, SEEDS);

const withViewed = (seeds: readonly Seed[], viewedId: string | null): readonly Seed[] =>
  viewedId === null
    ? seeds
    : [{ productId: viewedId, weight: 2 * (seeds[0]?.weight ?? 1) }, ...seeds.filter(({ productId }) => productId !== viewedId)];

/** Products whose similarity the scorer wants to read. */
export const seedIdsOf = (profile: BehaviourProfile, viewedId: string | null): readonly string[] => [
  ...new Set([
    ...withViewed(seedsBy(profile.products, ({ interestWeight }) => interestWeight), viewedId).map(({ productId }) => productId),
    ...seedsBy(profile.products, ({ purchaseWeight }) => purchaseWeight).map(({ productId }) => productId),
  ]),
];

/** Adds up the shares of each product; its source is the share that weighs most, so that the explanation names the true reason. */
const addUp = (shares: readonly Share[], profile: BehaviourProfile): readonly Proposal[] => {
  const sums = new Map<string, { score: number; main: Share }>();
  for (const share of shares) {
    const sum = sums.get(share.productId);
    if (sum === undefined) sums.set(share.productId, { score: share.score, main: share });
    else sums.set(share.productId, { score: sum.score + share.score, main: share.score > sum.main.score ? share : sum.main });
  }
  const purchases = new Map(profile.products.map((habit) => [habit.productId, habit.purchases]));
  return [...sums].map(([productId, { score, main }]) =>
    propose({
      productId,
      source: main.source,
      score,
      becauseId: main.becauseId,
      personalised: true,
      purchases: main.source === 'BUY_AGAIN' ? (purchases.get(productId) ?? null) : null,
    }),
  );
};

/**
 * The customer's own decayed habits, plus the neighbours of what they looked at and bought, plus what sells in their categories:
 * a hybrid of personal frequency and item neighbourhoods that needs no scan over customers (Hu et al. 2020 show why frequency leads).
 */
export const scorePicks: PickScorer = (evidence) => {
  const { profile, similarity, viewedId } = evidence;
  const refused = new Set(profile.products.filter(({ notInterested }) => notInterested).map(({ productId }) => productId));
  const interest = withViewed(seedsBy(profile.products, ({ interestWeight }) => interestWeight), viewedId);
  const bought = seedsBy(profile.products, ({ purchaseWeight }) => purchaseWeight);
  // What the customer owns comes back as a habit or not at all: that others who bought the one laptop bought the other says nothing here.
  const owned = new Set(profile.products.filter(({ purchases }) => purchases > 0).map(({ productId }) => productId));
  const discoveries = [
    ...normalised(fromNeighbours(interest, (id) => similarity.get(id)?.viewed, 'SIMILAR_TO_RECENT'), WEIGHTS.similar),
    ...normalised(fromNeighbours(bought, (id) => similarity.get(id)?.bought, 'SHOPPERS_LIKE_YOU'), WEIGHTS.shoppers),
    ...normalised(favourites(evidence), WEIGHTS.favourite),
  ].filter(({ productId }) => !owned.has(productId));
  const shares = [...normalised(buyAgain(profile.products), 1), ...discoveries];
  return addUp(shares.filter(({ productId, score }) => score > 0 && !refused.has(productId)), profile)
    .toSorted((a, b) => b.score - a.score || (a.productId < b.productId ? -1 : 1))
    .slice(0, MOST_PROPOSALS);
};
