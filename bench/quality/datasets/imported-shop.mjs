// Reads a shop's files with the product's own import: a store that is filled, read back and thrown away.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { MongoClient } from 'mongodb';

import { built } from '../../built.mjs';
import { openPlace } from '../../store/places.mjs';
import { QualityProblem } from '../problem.mjs';
import { tandem } from '../product/command.mjs';

const ENDINGS = ['.csv', '.csv.gz', '.jsonl', '.jsonl.gz'];

/** The one file of a kind in a folder; null where there is none. */
export const fileOf = (folder, kind) => {
  const found = ENDINGS.map((ending) => join(folder, `${kind}${ending}`)).filter((file) => existsSync(file));
  if (found.length > 1) throw new QualityProblem(`${folder} holds ${found.length} files of ${kind}; leave one`);
  return found[0] ?? null;
};

/** Import flags by kind from quality.json, such as {"orders": ["--currency", "EUR"]}. */
const flagsIn = (folder) => {
  const file = join(folder, 'quality.json');
  if (!existsSync(file)) return {};
  try {
    const flags = JSON.parse(readFileSync(file, 'utf8'));
    if (Object.values(flags).every((words) => Array.isArray(words) && words.every((word) => typeof word === 'string'))) return flags;
  } catch (error) {
    throw new QualityProblem(`${file} is no JSON: ${error.message}`);
  }
  throw new QualityProblem(`${file} must hold lists of words by kind, such as {"orders": ["--currency", "EUR"]}`);
};

/** The words after `tandem import` for each file that is there, the catalogue first. */
export const importsOf = (folder) => {
  const flags = flagsIn(folder);
  const words = (kind, more = []) => {
    const file = fileOf(folder, kind);
    return file === null ? null : [kind, file, ...(flags[kind] ?? []), ...more];
  };
  return {
    catalogue: words('catalogue'),
    orders: words('orders', ['--derive-catalogue']),
    interactions: words('interactions', ['--retention-days', 'any']),
  };
};

const toOrder = ({ toDecimal }, titles) => ({ _id: id, customerId, placedAt, currencyCode, lines }) => ({
  id,
  customerId,
  at: placedAt.getTime(),
  currency: currencyCode,
  lines: lines.map(({ productId, quantity, unitPriceMinor }) => ({
    productId,
    title: titles.get(productId) ?? productId,
    quantity,
    unitPrice: toDecimal(unitPriceMinor, currencyCode),
  })),
});

/** In the import form, without what is empty. */
const toInteraction = ({ _id, kind, at, customerId, sessionId, productId, categoryId, query, recommendationId, slot }) =>
  Object.fromEntries(
    Object.entries({ eventId: _id, kind, at, customerId, sessionId, productId, categoryId, query, recommendationId, slot }).filter(([, value]) => value !== null),
  );

const readBack = async ({ uri, database }) => {
  const money = await built('domain/catalogue/money.js');
  const client = new MongoClient(uri);
  try {
    const db = client.db(database);
    const products = await db.collection('catalogue').find().toArray();
    const titles = new Map(products.map(({ _id, title }) => [_id, title]));
    const orders = (await db.collection('orders').find({ status: 'COMPLETED' }).toArray()).map(toOrder(money, titles));
    const interactions = (await db.collection('interactions').find().toArray()).map(toInteraction);
    return { orders, interactions, leaves: new Map(products.map(({ _id, categoryPath }) => [_id, categoryPath.at(-1) ?? null])) };
  } finally {
    await client.close();
  }
};

/**
 * All completed orders and interactions of a shop as its import understands them, and the leaf category of each product.
 * Throws QualityProblem with what the import says of a file that it refuses.
 */
export const readImportedShop = async (folder) => {
  const { catalogue, orders, interactions } = importsOf(folder);
  if (orders === null) throw new QualityProblem(`${folder} holds no orders file`);
  const scratch = mkdtempSync(join(tmpdir(), 'tandem-quality-read-'));
  const place = await openPlace(join(scratch, 'store'));
  try {
    for (const words of [catalogue, orders, interactions]) if (words !== null) await tandem(['import', ...words], place.address);
    return { ...(await readBack(place.address)), catalogue };
  } finally {
    await place.close();
    rmSync(scratch, { recursive: true, force: true });
  }
};
