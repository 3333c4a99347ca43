/** A complement as the examples show it: what it is, where it stands and why. */
export const COMPLEMENT_FIELDS = `
fragment ComplementFields on ComplementEdge {
  slot
  required
  quantity
  node { id title price { amount currencyCode } }
  provenance {
    source
    explanation
    rule { id name version }
    evidence { ordersTogether confidence lift }
  }
}`;

/** A pick as the examples show it. */
export const PICK_FIELDS = `
fragment PickFields on PickConnection {
  personalisation { applied reason }
  edges {
    slot
    node { id title price { amount currencyCode } }
    provenance { source explanation because { title } }
  }
}`;
