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

/** What both scorecards show of an effect, of the way from the list to the order line, and of who filled the lists. */
export const SCORECARD_FIELDS = `
fragment UpliftFields on Uplift {
  treatment
  holdout
  difference
  low
  high
  treatmentSize
  holdoutSize
  method
}
fragment FunnelFields on Funnel {
  lists
  impressions
  clicks
  basketAdds
  orderLines
}
fragment SourceFields on SourceContribution {
  source
  impressions
  clicks
  basketAdds
  orderLines
  revenue { amount }
}`;
