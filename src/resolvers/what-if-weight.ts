/**
 * How much a list that is decided for once counts among the products that one request may ask about. A preview or a replay reads rules,
 * their history or the catalogue beside the list itself, which no cache holds: ten of them fill a request.
 */
export const WHAT_IF_WEIGHT = 1_000;

/** The same for the warnings of a rule that is saved: as many changes as a document may hold aliases have room in one request. */
export const WARNINGS_WEIGHT = 300;
