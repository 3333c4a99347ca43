/** A product by its key: everything else about it is the catalogue subgraph's. */
export interface ProductReference {
  readonly __typename: 'Product';
  readonly id: string;
}

/** A customer by their key. */
export interface CustomerReference {
  readonly __typename: 'Customer';
  readonly id: string;
}

/** Refers to a product. */
export const productOf = (id: string): ProductReference => ({ __typename: 'Product', id });

/** Refers to a customer. */
export const customerOf = (id: string): CustomerReference => ({ __typename: 'Customer', id });
