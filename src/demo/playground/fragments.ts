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

/** A rule as its merchandisers see it. */
export const RULE_FIELDS = `
fragment RuleFields on MerchandisingRule {
  id
  name
  state
  version
  createdBy
  approvedBy
  warnings { code message }
  history { version at by state summary }
}`;

/** A copy variant as its merchandisers see it. */
export const COPY_FIELDS = `
fragment CopyFields on CopyVariant {
  id
  product { title }
  text
  audience { favouriteCategoryId favouriteBrand priceBand { minPrice maxPrice currencyCode } }
  state
  origin
  version
  createdBy
  approvedBy
  history { version by state summary }
}`;

/** Every way in which a change may fail as expected. */
export const FAILURE_FIELDS = `
fragment FailureFields on MutationError {
  message
  ... on InvalidInputError { problems { path message } }
  ... on VersionConflictError { currentVersion }
  ... on NotFoundError { notFound: id }
}`;
