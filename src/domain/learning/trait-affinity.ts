import { type TraitedProduct, traitsOf } from '../catalogue/traits.js';
import { byCodePoint } from '../facts/text-order.js';
import type { CoPurchaseStats } from './model.js';

/** A trait whose products are bought together, and what sells of them. */
export interface TraitAffinity {
  /** As `traitsOf` names it. */
  readonly trait: string;
  /** Natural logarithm of how many times denser published pairs are among its products than in the shop; above 0. */
  readonly weight: number;
  /** Its products that sell most, at most PRODUCTS_OF_TRAIT, the most wanted first. */
  readonly productIds: readonly string[];
}

/** The traits that go together, by name. */
export type TraitIndex = Pick<ReadonlyMap<string, TraitAffinity>, 'get' | 'size'>;

/** Products that are remembered of a trait: more than a page shows, and a look at all of them costs a list next to nothing. */
export const PRODUCTS_OF_TRAIT = 50;

/** Traits that are published, those that most pairs speak for: some 2 MB of a server's memory. */
export const MOST_TRAITS = 5_000;

/** One pair says nothing of all others that share a trait. */
const FEWEST_PAIRS = 2;

/** Pairs that are added to what is met and to what is expected: a rare trait is believed when several pairs speak for it. */
const SMOOTHING = 1;

/** What is told of more than a twentieth of the range, or of fifty products in a small one, is told of the shop. */
const LARGEST = { share: 0.05, products: 50 } as const;

interface Shop {
  /** Products that sell and have traits. */
  readonly products: number;
  /** Published pairs of two of them. */
  readonly pairs: number;
}

/** How much denser pairs are among so many products than in the shop, smoothed. */
const densityRatio = (within: number, members: number, { products, pairs }: Shop): number => {
  const expected = (members * (members - 1) * pairs) / (products * (products - 1));
  return (within + SMOOTHING) / (expected + SMOOTHING);
};

/** Takes the catalogue's products as they come, and finds which of their traits go together in what was learned. */
export class TraitCollector {
  readonly #traits = new Map<string, readonly string[]>();
  /** Each name once: products that share a trait share its text, and not a copy each. */
  readonly #names = new Map<string, string>();
  readonly #sold: ReadonlySet<string>;

  /** Ids of the products that sell, most wanted first: nothing else can have been bought together. */
  constructor(soldIds: readonly string[]) {
    this.#sold = new Set(soldIds);
  }

  add(product: TraitedProduct & { readonly id: string }): void {
    if (this.#sold.has(product.id)) this.#traits.set(product.id, traitsOf(product).map((trait) => this.#named(trait)));
  }

  #named(trait: string): string {
    const known = this.#names.get(trait) ?? trait;
    this.#names.set(trait, known);
    return known;
  }

  /**
   * The traits whose products are bought together more than the shop's are, those that most pairs speak for, by name. It looks at published pairs
   * only, so that what it says is true of as many customers as they are.
   */
  finish(coPurchase: readonly CoPurchaseStats[]): readonly TraitAffinity[] {
    const members = this.#members();
    const { within, pairs } = this.#pairsWithin(coPurchase);
    const shop: Shop = { products: this.#traits.size, pairs };
    const largest = Math.max(LARGEST.products, LARGEST.share * shop.products);
    return [...within]
      .filter(([trait, count]) => count >= FEWEST_PAIRS && (members.get(trait)?.length ?? 0) <= largest)
      .sort(([a, first], [b, second]) => second - first || byCodePoint(a, b))
      .slice(0, MOST_TRAITS)
      .map(([trait, count]) => {
        const all = members.get(trait) ?? [];
        return { trait, weight: Math.log(densityRatio(count, all.length, shop)), productIds: all.slice(0, PRODUCTS_OF_TRAIT) };
      })
      .filter(({ weight }) => weight > 0)
      .sort((a, b) => byCodePoint(a.trait, b.trait));
  }

  /** The products of each trait, most wanted first. */
  #members(): ReadonlyMap<string, readonly string[]> {
    const members = new Map<string, string[]>();
    for (const id of this.#sold) {
      for (const trait of this.#traits.get(id) ?? []) {
        const known = members.get(trait);
        if (known === undefined) members.set(trait, [id]);
        else known.push(id);
      }
    }
    return members;
  }

  /** Published pairs whose products share each trait, and all of them. */
  #pairsWithin(coPurchase: readonly CoPurchaseStats[]): { readonly within: ReadonlyMap<string, number>; readonly pairs: number } {
    const within = new Map<string, number>();
    let pairs = 0;
    for (const { productId, neighbourIds } of coPurchase) {
      const own = this.#traits.get(productId);
      if (own === undefined) continue;
      for (const id of neighbourIds) {
        const others = this.#traits.get(id);
        if (others === undefined) continue;
        pairs += 1;
        for (const trait of others) if (own.includes(trait)) within.set(trait, (within.get(trait) ?? 0) + 1);
      }
    }
    return { within, pairs };
  }
}
