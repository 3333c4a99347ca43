import { strongestPairs } from '../../src/domain/learning/strongest-pairs.js';
import type { CoPurchaseStats, Model } from '../../src/domain/learning/model.js';
import type { Stores } from '../../src/stores/open.js';
import { aModel, anOrder, aProduct, somePopularity, someStatistics } from '../support/builders.js';
import { tokenOf } from '../support/subgraph.js';

const WRITING = 'merchandising:read merchandising:write';

/** Two merchandisers. */
export const MIA = await tokenOf('mia', WRITING);
export const NOOR = await tokenOf('noor', WRITING);

const neighbours = (productId: string, orders: number, together: Readonly<Record<string, number>>): CoPurchaseStats => ({
  productId,
  orders,
  neighbourIds: Object.keys(together),
  ordersTogether: Object.values(together),
  neighbourOrders: Object.keys(together).map(() => 60),
  scores: Object.values(together).map((count) => count / 10),
  basketScores: Object.values(together).map((count) => count / 10),
});

const CO_PURCHASE = [
  neighbours('tent', 50, { bag: 30, mat: 20, stove: 12, lamp: 8 }),
  neighbours('bag', 40, { tent: 30, mat: 15 }),
];

/** Publishes statistics of a thousand orders in which campers buy together what they need; `coPurchase` where something else was learned. */
export const publish = async (
  { models }: Pick<Stores, 'models'>,
  changes: Partial<Model> = {},
  coPurchase: readonly CoPurchaseStats[] = CO_PURCHASE,
): Promise<void> => {
  const model = aModel(changes);
  await models.stage(
    model.version,
    someStatistics({ coPurchase, strongest: strongestPairs(coPurchase, model.orders), popularity: [somePopularity('', { bag: 9, mat: 8, stove: 7, lamp: 6 })] }),
  );
  await models.publish(model);
};

/** A camping shop with learned statistics, in which nobody has decided anything. */
export const fillCampingShop = async (stores: Stores): Promise<void> => {
  const { facts } = stores;
  await facts.recordProducts([
    aProduct('tent', { title: 'Tent', categoryPath: ['outdoor', 'tents'], priceMinor: 18_000 }),
    ...['bag', 'mat', 'stove', 'lamp', 'kettle', 'mug'].map((id) => aProduct(id, { title: id, categoryPath: ['outdoor'] })),
    aProduct('sold-out', { inStock: false, categoryPath: ['outdoor'] }),
  ]);
  const placed = (day: number) => new Date(Date.UTC(2026, 10, day));
  await facts.recordOrders([
    ...[1, 2, 3, 4, 5, 6].map((day) => anOrder(`order-${String(day)}`, ['tent', 'bag'], { placedAt: placed(day), updatedAt: placed(day) })),
    anOrder('cancelled', ['tent', 'bag'], { status: 'CANCELLED', placedAt: placed(8), updatedAt: placed(8) }),
    anOrder('alone', ['tent']),
  ]);
  await publish(stores);
};

/** What goes with the tent, and who filled the slots. */
export const COMPLEMENTS = `query ($first: Int = 4, $placement: CrossSellPlacement = PRODUCT_PAGE) {
  basketComplements(productIds: ["tent"], first: $first, placement: $placement) {
    edges { slot node { id } provenance { source rule { id version } } }
    slots { human learned fallback asked learnedShareCap }
    emptyReason
  }
}`;

/** The ids of a list, in slot order. */
export const idsOf = (list: { readonly edges: readonly { readonly node: { readonly id: string } }[] }): readonly string[] =>
  list.edges.map(({ node }) => node.id);

/** All that a rule says of itself. */
export const RULE = `fragment Rule on MerchandisingRule {
  id name lane action placements slot weight quantity priority validFrom validUntil state version note createdBy approvedBy updatedAt
  when { productIds categoryIds brands tags minPrice maxPrice maxPriceRatio }
  then { productIds categoryIds brands tags minPrice maxPrice maxPriceRatio }
  history { version at by state summary }
  warnings { code message products { id } otherRule { id name version } }
}`;

/** Every expected failure. */
export const FAILURE = `fragment Failure on MutationError {
  __typename message
  ... on InvalidInputError { problems { path message } }
  ... on VersionConflictError { currentVersion }
  ... on NotFoundError { notFound: id }
}`;

export const CREATE = `mutation ($input: CreateMerchandisingRuleInput!) {
  createMerchandisingRule(input: $input) { ... on MerchandisingRuleSaved { rule { ...Rule } } ...Failure }
}
${RULE} ${FAILURE}`;

export const UPDATE = `mutation ($input: UpdateMerchandisingRuleInput!) {
  updateMerchandisingRule(input: $input) { ... on MerchandisingRuleSaved { rule { ...Rule } } ...Failure }
}
${RULE} ${FAILURE}`;

/** Approves or retires. */
export const decide = (field: 'approveMerchandisingRule' | 'retireMerchandisingRule'): string => `mutation ($input: DecideMerchandisingRuleInput!) {
  decided: ${field}(input: $input) { ... on MerchandisingRuleSaved { rule { ...Rule } } ...Failure }
}
${RULE} ${FAILURE}`;

/** A rule that shows the mug beside the tent. */
export const MUG = { name: 'A mug with every tent', action: 'RECOMMEND', when: { productIds: ['tent'] }, then: { productIds: ['mug'] } };
