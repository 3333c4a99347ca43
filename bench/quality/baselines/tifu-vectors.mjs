// A customer's vector in TIFU-KNN (Hu et al., SIGIR 2020), as the authors' code has it: baskets decay by age, are averaged in groups, and
// the groups decay by age again.

/** Sizes of the groups, the oldest first: as even as can be, the newer ones larger. */
const groupSizes = (baskets, groups) => {
  if (baskets < groups) return Array.from({ length: baskets }, () => 1);
  const [base, larger] = [Math.floor(baskets / groups), baskets % groups];
  return Array.from({ length: groups }, (_, at) => base + (at >= groups - larger ? 1 : 0));
};

/**
 * @param {readonly (readonly number[])[]} history
 * @param {{ groups: number, basketDecay: number, groupDecay: number }} parameters
 * @returns {{ products: Int32Array, weights: Float64Array }}
 */
export const tifuVector = (history, { groups, basketDecay, groupDecay }) => {
  const sizes = groupSizes(history.length, groups);
  const vector = new Map();
  let basket = 0;
  sizes.forEach((size, group) => {
    const groupWeight = groupDecay ** (groups - 1 - group) / size / sizes.length;
    for (const end = basket + size; basket < end; basket += 1) {
      const weight = groupWeight * basketDecay ** (history.length - 1 - basket);
      for (const product of history[basket]) vector.set(product, (vector.get(product) ?? 0) + weight);
    }
  });
  return { products: Int32Array.from(vector.keys()), weights: Float64Array.from(vector.values()) };
};
