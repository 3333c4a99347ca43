import { readFile } from 'node:fs/promises';

import type { ProductFinder } from '../../domain/catalogue/product-finder.js';
import type { DaySheets, MeasuredFacts, ServingLog } from '../../domain/measurement/measured-facts.js';
import { rollUp } from '../../domain/measurement/roll-up.js';
import { demoConfig } from '../../config.js';
import { DEFAULT_LEARNING_SETTINGS } from '../../domain/learning/settings.js';
import type { ModelWriter } from '../../domain/learning/model.js';
import { applyRuleFile } from '../../domain/merchandising/files/apply-rule-file.js';
import type { DecisionStore } from '../../domain/merchandising/kept/decisions.js';
import type { ProfileWriter } from '../../domain/personalisation/profile.js';
import type { FactReader } from '../../domain/facts/reading.js';
import type { FactWriter } from '../../domain/facts/recording.js';
import { runLearning } from '../../learn/run-learning.js';
import { progressBars, progressLines } from '../../learn/show-progress.js';
import { parseRuleFile } from '../../rules/parse-rule-file.js';
import { loadSampleShop } from './load.js';
import { SAMPLE_RULES_FILE } from './rules-file.js';
import type { SampleShop } from './sample-shop.js';
import { writeCopyTexts } from './write-copy-texts.js';

/** The stores that a sample shop is put into. */
export interface SampleShopStores {
  readonly facts: FactReader & FactWriter;
  readonly models: ModelWriter;
  readonly profiles: ProfileWriter;
  readonly servingLog: ServingLog;
  readonly measured: MeasuredFacts;
  readonly sheets: DaySheets;
  readonly decisions: DecisionStore;
  readonly finder: ProductFinder;
  prepare(): Promise<void>;
}

/** Who is told how far it has come. */
export interface Audience {
  err(line: string): void;
  now(): Date;
  readonly interactive: boolean;
}

const WINDOW_DAYS = demoConfig().attributionWindowDays;

const UNMEASURED = 'This sample shop was loaded by an older version, which measured nothing: for full scorecards, start it with --fresh.';

const applySampleRules = async (decisions: DecisionStore, now: Date): Promise<void> => {
  const { file, problems } = parseRuleFile(await readFile(SAMPLE_RULES_FILE, 'utf8'));
  if (file === null) throw new Error(`The sample shop's rules cannot be read: ${problems.map(({ message }) => message).join('; ')}`);
  await applyRuleFile(decisions, file, { by: 'sample shop', now: () => now, approvedBy: null, twoPersons: false, overwrite: true });
};

const load = async (shop: SampleShop, stores: SampleShopStores, audience: Audience): Promise<void> => {
  const facts = shop.products.length + shop.orders.length + shop.interactions.length + shop.consents.length;
  audience.err(`Loading the sample shop: ${facts.toLocaleString('en-GB')} facts (products, orders, interactions, consents) …`);
  let told = 0;
  await loadSampleShop(shop, stores, (written, total) => {
    const percent = Math.floor((100 * written) / total);
    if (percent < told + 20) return;
    told = percent;
    audience.err(`  ${String(percent)} %`);
  });
};

const loadAndLearn = async (shop: SampleShop, stores: SampleShopStores, audience: Audience): Promise<void> => {
  await load(shop, stores, audience);
  await applySampleRules(stores.decisions, audience.now());
  const display = audience.interactive ? progressBars() : progressLines((line) => audience.err(line));
  try {
    await runLearning({
      ...stores,
      now: audience.now,
      settings: DEFAULT_LEARNING_SETTINGS,
      measuring: { ...stores, windowDays: WINDOW_DAYS },
      onProgress: display.onProgress,
    });
  } finally {
    display.stop();
  }
};

/** Whether lists of the month that is measured were written down when the shop was loaded. */
const knowsLists = async ({ servedPages }: SampleShop, { measured }: SampleShopStores): Promise<boolean> => {
  const ofEverybody = servedPages.filter(({ customerId }) => customerId === null).map(({ recommendationId }) => recommendationId);
  return (await measured.knownLists(ofEverybody)).size > 0;
};

/**
 * Loads the sample shop, its rules, and learns from it, where that has not been done yet; a start that was interrupted is finished. The texts
 * and the day sheets are looked after at every start, since a shop that was loaded by an older version has none.
 */
export const openSampleShop = async (shop: SampleShop, stores: SampleShopStores, audience: Audience): Promise<void> => {
  await stores.prepare();
  if ((await stores.models.published()) === null) await loadAndLearn(shop, stores, audience);
  await rollUp({ ...stores, now: audience.now(), windowDays: WINDOW_DAYS });
  if (!(await knowsLists(shop, stores))) audience.err(UNMEASURED);
  await writeCopyTexts(stores, audience.now());
};
