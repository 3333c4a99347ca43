import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';

import { QualityProblem } from '../problem.mjs';
import { openAnyShop } from './any-shop.mjs';
import { fileOf } from './imported-shop.mjs';
import { ONLINE_RETAIL_FILE, openOnlineRetail } from './online-retail.mjs';
import { openTaFeng, TA_FENG_FILE } from './ta-feng.mjs';

const KNOWN = [
  [ONLINE_RETAIL_FILE, openOnlineRetail],
  [TA_FENG_FILE, openTaFeng],
];

/**
 * Opens a data set in whichever form the folder holds. Throws QualityProblem for a folder that is not there or holds none.
 * @param {string} folder
 * @param {{
 *   part: 'test' | 'validation', earlier: number, split: 'time' | 'last-basket' | null, testFrom: number | null, groups: 'colours' | 'kinds' | null,
 * }} options
 * @returns {Promise<import('../shapes.mjs').Dataset>}
 */
export const openDataset = async (folder, { part, earlier, split, testFrom, groups }) => {
  if (!existsSync(folder) || !statSync(folder).isDirectory()) throw new QualityProblem(`There is no folder ${folder}`);
  const known = KNOWN.find(([file]) => existsSync(join(folder, file)));
  if (groups !== null && known?.[0] !== ONLINE_RETAIL_FILE) throw new QualityProblem("--groups is for Online Retail; other shops' groups are the leaf categories of their catalogue");
  if (known !== undefined) {
    if (split !== null || testFrom !== null) throw new QualityProblem(`--split and --test-from are for a shop's own orders; ${known[0]} has splits of its own`);
    return known[1](folder, { part, earlier, groups });
  }
  if (earlier > 0) throw new QualityProblem("--earlier is for Online Retail and Ta-Feng; of a shop's own orders say --part validation --test-from with an earlier date");
  if (fileOf(folder, 'orders') !== null) return openAnyShop(folder, { part, split: split ?? 'time', testFrom });
  throw new QualityProblem(`${folder} holds no data set: ${ONLINE_RETAIL_FILE}, ${TA_FENG_FILE}, or orders.csv or orders.jsonl (.gz) are looked for`);
};
