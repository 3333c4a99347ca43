import { groupOf, type ProductFacts } from '../catalogue/product.js';
import { type TraitedProduct, traitsOf } from '../catalogue/traits.js';
import { byCodePoint } from '../facts/text-order.js';
import { expectedTogether, ordersOfPaired } from './expected-together.js';
import type { CoPurchaseStats, ProductDemand } from './model.js';
import type { TraitAffinity } from './trait-affinity.js';

/** Products that are remembered of a trait: more than a page shows, and a look at all of them costs a list next to nothing. */
export const PRODUCTS_OF_TRAIT = 50;

/** Of one group: an anchor of it is shown none of these, and needs others. */
export const PRODUCTS_OF_GROUP = 10;

/** Traits that are published, those that most pairs speak for: 20 MB of a server's memory where each has all of its products, a quarter of it in most shops. */
export const MOST_TRAITS = 5_000;

/** Pairs are counted from both sides: one that is published of one side only may as well share a word by chance. */
const FEWEST_PAIRS = 2;

/** Added to the orders of pairs that were met and to those expected, both summed over pairs in both directions: little evidence moves little. */
const SMOOTHING = 1;

/** What is told of more than a twentieth of the range, or of fifty products in a small one, is told of the shop. */
const LARGEST = { share: 0.05, products: 50 } as const;

/** What is known of a product that sells. */
interface Traited extends Pick<ProductFacts, 'active'> {
  readonly traits: readonly string[];
  /** Null for a product without category, which is of no other's group. */
  readonly group: string | null;
}

/** What was published of pairs: how many, and in how many orders. */
interface Met {
  pairs: number;
  orders: number;
}

const meet = (met: Met, orders: number): void => {
  met.pairs += 1;
  met.orders += orders;
};

/** Takes the catalogue's products as they come, and finds which of their traits go together in what was learned. */
export class TraitCollector {
  readonly #products = new Map<string, Traited>();
  /** Each name once: products that share a trait share its text, and not a copy each. */
  readonly #names = new Map<string, string>();
  /** How much what sells is wanted, strongest first. */
  readonly #demand: ReadonlyMap<string, number>;

  /** The demand for what sells: nothing else can have been bought together. */
  constructor({ ids, demand }: Pick<ProductDemand, 'ids' | 'demand'>) {
    this.#demand = new Map(ids.map((id, place) => [id, demand[place] ?? 0]));
  }

  add(product: TraitedProduct & Pick<ProductFacts, 'id' | 'categoryPath' | 'active'>): void {
    const { id, active } = product;
    if (!this.#demand.has(id)) return;
    this.#products.set(id, { traits: traitsOf(product).map((trait) => this.#named(trait)), group: groupOf(product), active });
  }

  #named(trait: string): string {
    const known = this.#names.get(trait) ?? trait;
    this.#names.set(trait, known);
    return known;
  }

  /**
   * The traits whose products are bought together more than the shop's are, those that most pairs speak for, by name: the orders of pairs of
   * them beside what the orders of each make likely, against the same of the whole shop. It looks at published pairs and at products that are in one,
   * so that what it says is true of as many customers as they are, and at pairs of two groups only: that a shop's yogurts are bought together says
   * that shoppers vary them, and not that one goes with another.
   */
  finish(coPurchase: readonly CoPurchaseStats[]): readonly TraitAffinity[] {
    const orders = ordersOfPaired(coPurchase);
    const expectedOf = (ids: Iterable<string>): number =>
      expectedTogether(ids, (id) => orders.get(id) ?? 0, (id) => this.#products.get(id)?.group ?? null);
    const sold = [...this.#demand.keys()].filter((id) => this.#products.has(id));
    const members = this.#membersOf(sold);
    const { within, all } = this.#met(coPurchase);
    const shopRate = all.orders / expectedOf(sold);
    const strongest = this.#demand.get(sold.find((id) => this.#products.get(id)?.active === true) ?? '') ?? 0;
    const largest = Math.max(LARGEST.products, LARGEST.share * this.#products.size);
    return [...within]
      .filter(([trait, { pairs }]) => pairs >= FEWEST_PAIRS && (members.get(trait)?.length ?? 0) <= largest)
      .sort(([a, first], [b, second]) => second.pairs - first.pairs || byCodePoint(a, b))
      .slice(0, MOST_TRAITS)
      .map(([trait, met]) => {
        const ids = members.get(trait) ?? [];
        const likelier = (met.orders + SMOOTHING) / (expectedOf(ids) * shopRate + SMOOTHING);
        return { trait, weight: Math.log(likelier), ...this.#mostWanted(ids, strongest) };
      })
      .filter(({ weight }) => weight > 0)
      .sort((a, b) => byCodePoint(a.trait, b.trait));
  }

  /** What is kept of a trait's products, most wanted first, beside the strongest demand. */
  #mostWanted(ids: readonly string[], strongest: number): Pick<TraitAffinity, 'productIds' | 'relativeDemand'> {
    const ofGroups = new Map<string, number>();
    const productIds: string[] = [];
    for (const id of ids) {
      if (productIds.length === PRODUCTS_OF_TRAIT) break;
      const group = this.#products.get(id)?.group ?? null;
      const ofGroup = group === null ? 0 : (ofGroups.get(group) ?? 0);
      if (ofGroup === PRODUCTS_OF_GROUP) continue;
      if (group !== null) ofGroups.set(group, ofGroup + 1);
      productIds.push(id);
    }
    return { productIds, relativeDemand: productIds.map((id) => (this.#demand.get(id) ?? 0) - strongest) };
  }

  /** The products of each trait, in the same order. */
  #membersOf(sold: readonly string[]): ReadonlyMap<string, readonly string[]> {
    const members = new Map<string, string[]>();
    for (const id of sold) {
      for (const trait of this.#products.get(id)?.traits ?? []) {
        const known = members.get(trait);
        if (known === undefined) members.set(trait, [id]);
        else known.push(id);
      }
    }
    return members;
  }

  /** Published pairs of two groups: those whose products share each trait, and all of them. */
  #met(coPurchase: readonly CoPurchaseStats[]): { readonly within: ReadonlyMap<string, Met>; readonly all: Met } {
    const within = new Map<string, Met>();
    const all: Met = { pairs: 0, orders: 0 };
    for (const { productId, neighbourIds, ordersTogether } of coPurchase) {
      const own = this.#products.get(productId);
      if (own === undefined) continue;
      for (const [place, id] of neighbourIds.entries()) {
        const other = this.#products.get(id);
        if (other === undefined || (own.group !== null && own.group === other.group)) continue;
        const together = ordersTogether[place] ?? 0;
        meet(all, together);
        for (const trait of other.traits) {
          if (!own.traits.includes(trait)) continue;
          const met = within.get(trait) ?? { pairs: 0, orders: 0 };
          meet(met, together);
          within.set(trait, met);
        }
      }
    }
    return { within, all };
  }
}
