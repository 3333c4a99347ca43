const DAY_MS = 86_400_000;

/** As many as could still be needed in a list of 20 after all that a customer bought was left out. */
export const MOST_POPULAR = 2_000;

/**
 * What sells of late: each training order counts half per half-life of its age. Only order matters, so that any moment serves as now.
 * @param {readonly import('../shapes.mjs').Order[]} orders
 * @param {import('../facts.mjs').Facts} facts
 * @param {number} halfLifeDays
 * @returns {(scores: import('./dense-scores.mjs').DenseScores) => void}
 */
export const recentPopularity = (orders, { numbers, products }, halfLifeDays) => {
  const newest = orders.reduce((latest, { at }) => Math.max(latest, at), 0);
  const weights = new Float64Array(products);
  for (const { at, lines } of orders) {
    const weight = 2 ** ((at - newest) / DAY_MS / halfLifeDays);
    for (const id of new Set(lines.map(({ productId }) => productId))) if (numbers.has(id)) weights[numbers.get(id)] += weight;
  }
  const ranked = Array.from(weights.keys()).sort((a, b) => weights[b] - weights[a] || a - b).slice(0, MOST_POPULAR);
  return (scores) => {
    for (const product of ranked) scores.add(product, weights[product]);
  };
};
