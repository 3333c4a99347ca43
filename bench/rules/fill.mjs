// Puts approved rules into a store, as one change.
import { built } from '../built.mjs';
import { rulesOfShop } from './shop-rules.mjs';

const NOW = new Date('2026-03-01T00:00:00Z');

/** Writes `count` rules into a shop that holds these products. */
export const fillWithRules = async (address, count, productIds, products) => {
  const [{ openStores }, { writeRule }] = await Promise.all(['stores/open.js', 'domain/merchandising/changing/write-rule.js'].map(built));
  const stores = openStores(address);
  const contents = rulesOfShop(count, productIds, products, NOW);
  const writing = { by: 'bench', at: NOW, via: 'FILE', approvedBy: 'bench', warnings: [] };
  try {
    await stores.decisions.commit({ ruleIds: contents.map(({ id }) => id) }, () => ({
      writes: { rules: contents.map((rule) => writeRule(null, rule, writing)) },
      result: null,
    }));
  } finally {
    await stores.close();
  }
};
