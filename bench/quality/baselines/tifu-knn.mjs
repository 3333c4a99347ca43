import { tifuVector } from './tifu-vectors.mjs';

/** Which customers' vectors hold each product, with what weight. */
const holdersIn = (vectors, products) => {
  const holders = Array.from({ length: products }, () => []);
  vectors.forEach(({ products: held, weights }, customer) => held.forEach((product, at) => holders[product].push(customer, weights[at])));
  return holders;
};

const squaredNorm = ({ weights }) => weights.reduce((sum, weight) => sum + weight * weight, 0);

/**
 * TIFU-KNN (Hu et al., SIGIR 2020): a customer's own vector mixed with the mean of those of the nearest customers by Euclidean distance.
 * @param {ReadonlyMap<string, readonly (readonly number[])[]>} histories Of every customer; nobody is a neighbour of their own.
 * @param {{ neighbours: number, groups: number, basketDecay: number, groupDecay: number, own: number }} parameters
 */
export const tifuKnn = (histories, products, parameters) => {
  const customers = [...histories.keys()];
  const at = new Map(customers.map((id, number) => [id, number]));
  const vectors = customers.map((id) => tifuVector(histories.get(id), parameters));
  const norms = Float64Array.from(vectors, squaredNorm);
  const holders = holdersIn(vectors, products);
  const dots = new Float64Array(customers.length);
  const distances = new Float64Array(customers.length);

  const nearest = (self) => {
    dots.fill(0);
    const { products: held, weights } = vectors[self];
    held.forEach((product, place) => {
      const some = holders[product];
      for (let pair = 0; pair < some.length; pair += 2) dots[some[pair]] += weights[place] * some[pair + 1];
    });
    for (let other = 0; other < customers.length; other += 1) distances[other] = norms[other] - 2 * dots[other];
    distances[self] = Number.POSITIVE_INFINITY;
    const limit = distances.toSorted()[Math.min(parameters.neighbours, customers.length - 1) - 1];
    const [nearer, equal] = [[], []];
    distances.forEach((distance, other) => {
      if (distance < limit) nearer.push(other);
      else if (distance === limit) equal.push(other);
    });
    return [...nearer, ...equal.slice(0, parameters.neighbours - nearer.length)];
  };

  /** Adds a customer's scores. */
  return (id, scores) => {
    const self = at.get(id);
    const { own } = parameters;
    const add = (vector, share) => vector.products.forEach((product, place) => scores.add(product, share * vector.weights[place]));
    add(vectors[self], own);
    const near = nearest(self);
    for (const other of near) add(vectors[other], (1 - own) / near.length);
  };
};
