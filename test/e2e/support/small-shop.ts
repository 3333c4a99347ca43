import { sampleFiles } from '../../../src/demo/shop/sample-files.js';
import { generateSampleShop, type SampleShop } from '../../../src/demo/shop/sample-shop.js';
import type { Workplace } from './workplace.js';

/**
 * A part of the sample shop that is imported and learned in a second or two: the whole range, and one customer in `share` with all that they
 * did, those with a story among them.
 */
export const smallShop = (share = 6): SampleShop => {
  const shop = generateSampleShop({ now: new Date() });
  const chosen = new Set(shop.customers.filter((_, at) => at < 4 || at % share === 0).map(({ id }) => id));
  const isChosen = ({ customerId }: { readonly customerId: string | null }): boolean => customerId !== null && chosen.has(customerId);
  return {
    ...shop,
    customers: shop.customers.filter(({ id }) => chosen.has(id)),
    consents: shop.consents.filter(isChosen),
    orders: shop.orders.filter(isChosen),
    interactions: shop.interactions.filter(isChosen),
  };
};

/** Imports a shop by the command line, file by file. */
export const importShop = async (workplace: Workplace, shop: SampleShop, dataDir: string): Promise<void> => {
  for (const { kind, name, text } of sampleFiles(shop)) {
    await workplace.succeed(['import', kind, await workplace.write(name, text)], { DATA_DIR: dataDir });
  }
};

/** `tandem learn` over a folder; answers what it says as JSON. */
export const learn = async (workplace: Workplace, dataDir: string, ...args: readonly string[]): Promise<LearningSummary> =>
  JSON.parse(await workplace.succeed(['learn', '--json', ...args], { DATA_DIR: dataDir })) as LearningSummary;

/** What tests look at in the answer of `tandem learn --json`. */
export interface LearningSummary {
  readonly model: { readonly version: string; readonly orders: number; readonly pairs: number; readonly customers: number };
  readonly alreadyPublished: boolean;
  readonly profiles: number;
}
