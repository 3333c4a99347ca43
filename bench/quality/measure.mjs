import { measureComplements } from './complements/measure.mjs';
import { measurePicks } from './picks/measure.mjs';
import { QualityProblem } from './problem.mjs';
import { importShop } from './product/shop.mjs';

const SURFACES = { complements: measureComplements, picks: measurePicks };

/** What is measured of a data set, by training: surfaces that share their training share a shop. */
export const surfacesByTraining = (dataset, only) => {
  const shops = new Map();
  for (const surface of Object.keys(SURFACES)) {
    const task = dataset[surface];
    if (task === null || (only !== null && only !== surface)) continue;
    shops.set(task.training, [...(shops.get(task.training) ?? []), surface]);
  }
  return shops;
};

const measureShop = async (dataset, training, surfaces, options) => {
  const shop = await importShop(training, options.say, options.policies.length > 0 ? dataset.groupOf : null);
  try {
    const { cost, serving } = await shop.learn(options.learn);
    try {
      const measured = {};
      for (const surface of surfaces) measured[surface] = await SURFACES[surface](dataset, shop, serving, options);
      return { measured, cost: { name: surfaces.join(' and '), ...cost } };
    } finally {
      await serving.close();
    }
  } finally {
    await shop.close();
  }
};

/** Measures the product beside the baselines. */
export const measureQuality = async (dataset, options) => {
  if (options.policies.length > 0 && dataset.groups === null)
    throw new QualityProblem(`A limit on groups, or diversity, needs to know what belongs together: ${dataset.name} has no categories`);
  const found = { complements: null, picks: null };
  const costs = [];
  for (const [training, surfaces] of surfacesByTraining(dataset, options.only)) {
    const { measured, cost } = await measureShop(dataset, training, surfaces, options);
    Object.assign(found, measured);
    costs.push(cost);
  }
  const { name, part, protocol, groups } = dataset;
  return { dataset: name, part, quick: options.quick, learnFlags: options.learn, policies: options.policies, protocol, groups, ...found, costs };
};
