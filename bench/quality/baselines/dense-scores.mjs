/** Scores of products that remember which were touched, so that thousands of customers share one array. */
export class DenseScores {
  /** @param {number} products */
  constructor(products) {
    this.values = new Float64Array(products);
    this.touched = new Set();
  }

  add(product, score) {
    this.values[product] += score;
    this.touched.add(product);
  }

  get(product) {
    return this.values[product];
  }

  /** The largest score, 0 where nothing was touched. */
  get most() {
    let most = 0;
    for (const product of this.touched) most = Math.max(most, this.values[product]);
    return most;
  }

  clear() {
    for (const product of this.touched) this.values[product] = 0;
    this.touched.clear();
  }
}
