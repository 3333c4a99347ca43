import { QualityProblem } from '../problem.mjs';
import { readImportedShop } from './imported-shop.mjs';
import { splitLastBaskets } from './split-last-basket.mjs';
import { splitByTime } from './split-time.mjs';

const SPLITS = { time: splitByTime, 'last-basket': splitLastBaskets };

/**
 * Any shop in the documented import form. Throws QualityProblem where nothing is left on one side of the split.
 * @param {string} folder
 * @param {{ part: 'test' | 'validation', split: 'time' | 'last-basket', testFrom: number | null }} options
 * @returns {Promise<import('../shapes.mjs').Dataset>}
 */
export const openAnyShop = async (folder, { part, split, testFrom }) => {
  const shop = await readImportedShop(folder);
  if (shop.orders.length === 0) throw new QualityProblem(`${folder} holds no completed orders`);
  const { complements, picks, protocol } = SPLITS[split](shop, { part, testFrom });
  if (complements.training.orders.length === 0) throw new QualityProblem('Nothing is left to train on before the split');
  if (complements.baskets.length + picks.customers.length === 0)
    throw new QualityProblem('Nothing is left to score after the split: no basket of two products and no customer with two baskets before');
  const hasGroups = [...shop.leaves.values()].some((leaf) => leaf !== null);
  return {
    name: folder,
    key: 'any',
    part,
    protocol,
    complements: complements.baskets.length === 0 ? null : complements,
    picks: picks.customers.length === 0 ? null : picks,
    groups: hasGroups ? 'the same leaf category' : null,
    groupOf: (productId) => shop.leaves.get(productId) ?? null,
  };
};

