/**
 * The best of many scored products: higher scores first, ties by the lower number. Products with a score of 0 or less are left out.
 * @param {Iterable<number>} candidates Numbers without repeats.
 * @param {(product: number) => number} scoreOf
 * @param {number} most
 * @returns {{ products: Int32Array, scores: Float64Array }}
 */
export const topOf = (candidates, scoreOf, most) => {
  const products = [];
  const scores = [];
  const isBefore = (a, b) => scores[a] < scores[b] || (scores[a] === scores[b] && products[a] > products[b]);
  const swap = (a, b) => {
    [products[a], products[b]] = [products[b], products[a]];
    [scores[a], scores[b]] = [scores[b], scores[a]];
  };
  const rise = (at) => {
    for (let up = (at - 1) >> 1; at > 0 && isBefore(at, up); at = up, up = (at - 1) >> 1) swap(at, up);
  };
  const sink = (size) => {
    for (let at = 0; ; ) {
      let worst = at;
      for (const child of [2 * at + 1, 2 * at + 2]) if (child < size && isBefore(child, worst)) worst = child;
      if (worst === at) return;
      swap(at, worst);
      at = worst;
    }
  };
  for (const product of candidates) {
    const score = scoreOf(product);
    if (!(score > 0)) continue;
    if (products.length < most) {
      products.push(product);
      scores.push(score);
      rise(products.length - 1);
    } else if (score > scores[0] || (score === scores[0] && product < products[0])) {
      products[0] = product;
      scores[0] = score;
      sink(products.length);
    }
  }
  const order = Array.from(products.keys()).sort((a, b) => scores[b] - scores[a] || products[a] - products[b]);
  return { products: Int32Array.from(order, (at) => products[at]), scores: Float64Array.from(order, (at) => scores[at]) };
};

/** A list filled up to `most` with the popular products that are not in it and not hidden. */
export const padded = (list, most, hidden, products) => {
  const filled = [...list];
  const held = new Set([...list, ...hidden]);
  for (let popular = 0; filled.length < most && popular < products; popular += 1) if (!held.has(popular)) filled.push(popular);
  return filled;
};
