// Fills a store with the sample shop, always the same one, and learns from it.
import { built } from '../built.mjs';

const NOW = new Date('2026-03-01T00:00:00Z');
const SILENT = { err: () => undefined, now: () => NOW, interactive: false };

/** Puts the sample shop into a store. Answers the ids of its products and of its customers. */
export const fillWithSampleShop = async (address) => {
  const [{ openStores }, { generateSampleShop }, { openSampleShop }] = await Promise.all(
    ['stores/open.js', 'demo/shop/sample-shop.js', 'demo/shop/open.js'].map(built),
  );
  const shop = generateSampleShop({ now: NOW });
  const stores = openStores(address);
  try {
    await openSampleShop(shop, stores, SILENT);
  } finally {
    await stores.close();
  }
  return { productIds: shop.products.map(({ id }) => id), customerIds: shop.customers.map(({ id }) => id) };
};
