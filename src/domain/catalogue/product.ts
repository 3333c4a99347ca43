/** What ranking and rules need to know of a product; the catalogue subgraph owns everything else about it. */
export interface ProductFacts {
  readonly id: string;
  readonly title: string;
  /** Category ids from the root to the leaf; empty when the product has none. A category's descendants hold its id in their path. */
  readonly categoryPath: readonly string[];
  readonly brand: string | null;
  readonly tags: readonly string[];
  /** In minor units of `currencyCode` (pence, cents); null when unknown, and then no price condition matches. */
  readonly priceMinor: number | null;
  readonly currencyCode: string | null;
  /** The product family this is a variant of; null when it stands alone. Family members never recommend each other. */
  readonly variantOf: string | null;
  readonly inStock: boolean;
  readonly active: boolean;
}

/** The family a product belongs to: what it is a variant of, or itself. */
export const familyOf = (product: ProductFacts): string => product.variantOf ?? product.id;

/** The group a product belongs to: its leaf category; null for a product without category. */
export const groupOf = ({ categoryPath }: Pick<ProductFacts, 'categoryPath'>): string | null => categoryPath.at(-1) ?? null;

/** Whether a product's group is one of some. */
export const isOfGroups = (product: Pick<ProductFacts, 'categoryPath'>, groups: ReadonlySet<string>): boolean => {
  const group = groupOf(product);
  return group !== null && groups.has(group);
};
