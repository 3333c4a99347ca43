// Collects orders as learning does and writes them as columns: node prepare.mjs FILE synthetic LINES PRODUCTS | node prepare.mjs FILE online-retail CSV
import { built } from '../built.mjs';
import { onlineRetailOrders } from './online-retail.mjs';
import { writeOrders } from './orders-file.mjs';
import { sizesOf, syntheticOrders } from './synthetic-shop.mjs';

const { FactCollector, learningWindows } = await built('domain/learning/collect-facts.js');
const { DEFAULT_LEARNING_SETTINGS } = await built('domain/learning/settings.js');

const sources = {
  synthetic: (lines, products) => syntheticOrders(sizesOf(Number(lines), Number(products))),
  'online-retail': (csv) => onlineRetailOrders(csv),
};

const [file, source, ...rest] = process.argv.slice(2);
// Two years that hold every order of either source.
const asOf = new Date(Date.UTC(source === 'synthetic' ? 2026 : 2012, 2, 1));
const settings = { ...DEFAULT_LEARNING_SETTINGS, windowDays: 730 };
const collector = new FactCollector(learningWindows({ order: asOf, interaction: null }, settings));
for (const order of sources[source](...rest)) collector.addBasket(order);
const facts = collector.close().finish();
writeOrders(file, facts);
const { count, products } = facts.orders;
console.log(JSON.stringify({ orders: count, lines: products.length, products: facts.productIds.length, asOf: asOf.getTime() }));
