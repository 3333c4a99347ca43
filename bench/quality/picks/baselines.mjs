import { CHOSEN, PUBLISHED_TIFU } from '../baselines/chosen.mjs';
import { hybrid } from '../baselines/hybrid.mjs';
import { itemNeighbours, shrunkCosine } from '../baselines/item-knn.mjs';
import { PAIR_SCORES } from '../baselines/pair-scores.mjs';
import { topFrequencyByRecency, topFrequencyFirstSeen } from '../baselines/personal.mjs';
import { recentPopularity } from '../baselines/recent-popularity.mjs';
import { tifuKnn } from '../baselines/tifu-knn.mjs';

/** On the validation part of Online Retail 3 and 7 are alike and find more than 14 and 30; in a small shop 3 would be noise. */
const RECENT_HALF_LIFE_DAYS = 7;

/** Cosine neighbours of one of the two countings: of baskets, or of all that each customer bought. */
export const cosineNeighbours = ({ facts, ofCustomers }, { of, shrinkage, neighbours, decay }) =>
  itemNeighbours(of === 'baskets' ? facts : ofCustomers, { score: shrunkCosine(shrinkage), neighbours })(decay);

/** The hybrid, whose neighbours are confidences between all that customers bought: counted once, for any weights. */
export const hybridBaseline = ({ facts, ofCustomers }) => {
  const neighbours = itemNeighbours(ofCustomers, { score: PAIR_SCORES.confidence, neighbours: 50 });
  return (weights) => hybrid(facts, neighbours(weights.decay), weights);
};

/**
 * The baselines of picks: a name, how a customer's scores are added, and whether a short list is filled up by popularity.
 * @param {ReturnType<typeof import('./facts.mjs').pickFactsOf>} pickFacts
 * @param {import('../shapes.mjs').Dataset} dataset
 */
export const pickBaselines = (pickFacts, { key, picks }) => {
  const { tifu, knn, hybrid: weights } = CHOSEN[key];
  const { facts, histories } = pickFacts;
  const ofHistory = (add) => ({ history }, scores) => add(history, scores);
  const tifuBaseline = (name, parameters) => {
    const nearest = tifuKnn(histories, facts.products, parameters);
    return { name, add: ({ id }, scores) => nearest(id, scores), isPadded: true };
  };
  const addRecent = recentPopularity(picks.training.orders, facts, RECENT_HALF_LIFE_DAYS);
  return [
    { name: 'popularity', add: () => undefined, isPadded: true },
    { name: 'popularity of late', add: (_, scores) => addRecent(scores), isPadded: true },
    { name: 'P-TopFreq', add: ofHistory(topFrequencyFirstSeen), isPadded: false },
    { name: 'GP-TopFreq, ties by recency', add: ofHistory(topFrequencyByRecency), isPadded: true },
    { name: 'item-kNN cosine', add: ofHistory(cosineNeighbours(pickFacts, knn)), isPadded: true },
    tifuBaseline('TIFU-KNN, published', PUBLISHED_TIFU),
    ...(tifu === null ? [] : [tifuBaseline('TIFU-KNN, chosen', tifu)]),
    { name: 'hybrid: decayed + neighbours + popular', add: ofHistory(hybridBaseline(pickFacts)(weights)), isPadded: true },
  ];
};
