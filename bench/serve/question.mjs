// What is asked: one router's `_entities` for 20 products, each time other ones.

const REPRESENTATIONS = 20;
/** How many complements are asked for of each product. */
export const COMPLEMENTS = 4;
const BODIES = 32;

/** Complements with everything that a product page shows of them. */
export const QUERY = `query ($representations: [_Any!]!) {
  _entities(representations: $representations) {
    ... on Product {
      complements(first: ${COMPLEMENTS}) {
        edges {
          node { id }
          slot
          required
          quantity
          provenance { source explanation evidence { ordersTogether support confidence lift } }
        }
        slots { human learned fallback learnedShareCap }
      }
    }
  }
}`;

/** The ids of each body, in turns, so that every product is asked for. Needs 20 products or more. */
export const asked = (productIds) =>
  Array.from({ length: BODIES }, (_, body) =>
    Array.from({ length: REPRESENTATIONS }, (__, at) => productIds[(body * REPRESENTATIONS + at) % productIds.length]),
  );

/** A request body for some products. */
export const bodyFor = (ids) =>
  JSON.stringify({ query: QUERY, variables: { representations: ids.map((id) => ({ __typename: 'Product', id })) } });
