import { familyOf } from '../../domain/catalogue/product.js';
import type { Interaction, InteractionKind } from '../../domain/facts/interaction.js';
import { daysBefore } from './day.js';
import type { UnnumberedOrder } from './order-of.js';
import type { Shopper } from './people.js';
import { createRandom, type Random } from './random.js';
import { chooseCategory, chooseFamily, chooseVariant, leafOf } from './shelf-choice.js';
import { BROWSING_DAYS } from './shopping-year.js';
import type { SampleProduct, Stock } from './stock.js';

/** An interaction that has no id yet: ids follow the time of all interactions. */
export type UnnumberedInteraction = Omit<Interaction, 'id'>;

/** Who is visiting, and when it began. */
export interface Visit {
  readonly customerId: string | null;
  readonly sessionId: string;
  readonly startsAt: Date;
}

/** Writes down what happens on a visit, a little later every time, but not after midnight. */
export const visitLog = (visit: Visit, midnight: Date, random: Random) => {
  const seen: UnnumberedInteraction[] = [];
  let at = visit.startsAt.getTime();
  const note = (kind: InteractionKind, product: SampleProduct | null, query: string | null = null): void => {
    at = Math.min(at + random.between(8, 150) * 1_000, midnight.getTime() - 1);
    const { customerId, sessionId } = visit;
    const productId = product?.id ?? null;
    seen.push({ kind, customerId, sessionId, productId, categoryId: null, query, at: new Date(at), recommendationId: null, slot: null });
  };
  return { seen, note };
};

const isOnSale = ({ inStock, active }: SampleProduct): boolean => inStock && active;

/** Different products of one leaf category: what people compare before they choose one. */
const compare = (stock: Stock, category: string, howMany: number, random: Random): readonly SampleProduct[] => {
  const compared = new Map<string, SampleProduct>();
  for (let attempt = 0; attempt < howMany * 3 && compared.size < howMany; attempt++) {
    const product = chooseVariant(stock, chooseFamily(stock, category, random), random);
    if (product !== undefined && isOnSale(product)) compared.set(familyOf(product), product);
  }
  return [...compared.values()];
};

const leafIn = (stock: Stock, category: string, random: Random): string => {
  const product = chooseVariant(stock, chooseFamily(stock, category, random), random);
  return product === undefined ? category : leafOf(product);
};

/** Looks at a few substitutes, and perhaps puts the last one in the basket. */
const browse = (stock: Stock, shopper: Shopper, visit: Visit, midnight: Date, random: Random): readonly UnnumberedInteraction[] => {
  const { seen, note } = visitLog(visit, midnight, random);
  const leaf = leafIn(stock, chooseCategory(stock, shopper.personas, visit.startsAt, random), random);
  if (random.chance(0.15)) note('SEARCH', null, leaf.replaceAll('-', ' '));
  const compared = compare(stock, leaf, random.between(2, 4), random);
  for (const product of compared) note('VIEW', product);
  const liked = random.chance(0.25) ? compared.at(-1) : undefined;
  if (liked !== undefined) note('ADD_TO_BASKET', liked);
  if (liked !== undefined && random.chance(0.3)) note('REMOVE_FROM_BASKET', liked);
  return seen;
};

/** A month of visits without an order; one in six was not signed in. */
export const browsingMonth = (stock: Stock, shopper: Shopper, midnight: Date, seed: number): readonly UnnumberedInteraction[] => {
  const random = createRandom(seed, `month of ${shopper.id}`);
  const visits = random.chance(0.55) ? random.between(1, 2) : 0;
  return Array.from({ length: visits }, (_, at): Visit => ({
    customerId: random.chance(1 / 6) ? null : shopper.id,
    sessionId: `visit-${shopper.id}-${at}`,
    startsAt: daysBefore(midnight, random.between(1, BROWSING_DAYS), random.between(7, 22)),
  })).flatMap((visit) => browse(stock, shopper, visit, midnight, random));
};

/** The visit that led to an order: what was bought was viewed, next to what was not. Empty for an order without a visit. */
export const buyingVisit = (stock: Stock, order: UnnumberedOrder, midnight: Date, seed: number): readonly UnnumberedInteraction[] => {
  const { customerId, sessionId, placedAt, lines } = order;
  const oldest = daysBefore(midnight, BROWSING_DAYS, 0);
  if (sessionId === null || placedAt < oldest) return [];
  const random = createRandom(seed, `purchase ${sessionId}`);
  const startsAt = new Date(Math.max(placedAt.getTime() - 2_400_000, oldest.getTime()));
  const { seen, note } = visitLog({ customerId, sessionId, startsAt }, placedAt, random);
  const bought = lines.map(({ productId }) => stock.products.find(({ id }) => id === productId)).filter((product) => product !== undefined);
  const [first] = bought;
  if (first !== undefined) for (const other of compare(stock, leafOf(first), random.between(0, 2), random)) note('VIEW', other);
  for (const product of bought) {
    note('VIEW', product);
    note('ADD_TO_BASKET', product);
  }
  return seen;
};

/** Gives interactions their ids, e-000001 and up, by time; those of the same instant keep the order they were given in. */
export const numberInteractions = (interactions: readonly UnnumberedInteraction[]): readonly Interaction[] =>
  [...interactions]
    .sort((a, b) => a.at.getTime() - b.at.getTime())
    .map((interaction, at) => ({ id: `e-${String(at + 1).padStart(6, '0')}`, ...interaction }));
