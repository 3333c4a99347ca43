// Baselines that look at the customer's own history only. Histories are baskets of product numbers, oldest first.

/** In how many baskets each product was, as adds to a score. */
const addCounts = (history, scores) => {
  for (const basket of history) for (const product of basket) scores.add(product, 1);
};

/** P-TopFreq: most frequent first, ties by what was bought first, as the published code has it. */
export const topFrequencyFirstSeen = (history, scores) => {
  addCounts(history, scores);
  const seen = [...scores.touched];
  seen.forEach((product, at) => scores.add(product, (seen.length - at) / (seen.length + 1)));
};

/** The same with ties by what was bought last. */
export const topFrequencyByRecency = (history, scores) => {
  addCounts(history, scores);
  const last = new Map(history.flatMap((basket, at) => [...basket].map((product) => [product, at])));
  for (const [product, at] of last) scores.add(product, (at + 1) / (history.length + 1));
};

/** Each basket counts `decay` times what the next one counts. */
export const decayedFrequency = (history, scores, decay) => {
  history.forEach((basket, at) => {
    const weight = decay ** (history.length - 1 - at);
    for (const product of basket) scores.add(product, weight);
  });
};
