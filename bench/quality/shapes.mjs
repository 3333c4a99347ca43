// What passes between the parts of the harness. Nothing is run here; the types are for readers and editors.

/**
 * One line of an order, in the import form.
 * @typedef {{ productId: string, title: string, quantity: number, unitPrice: string }} OrderLine
 */

/**
 * One order. `at` is milliseconds since 1970; `customerId` is null where nobody is known.
 * @typedef {{ id: string, customerId: string | null, at: number, currency: string, lines: readonly OrderLine[] }} Order
 */

/**
 * What the product may learn from. `interactions` are in the import form; `catalogue` is the words of an import done first, null for
 * a catalogue derived from the orders. `unsold` is in the catalogue and in no order; absent where that is so of nothing.
 * @typedef {{
 *   orders: readonly Order[], interactions: readonly object[], catalogue: readonly string[] | null,
 *   unsold?: readonly { productId: string, title: string }[],
 * }} Training
 */

/**
 * One held-out basket: its distinct known products, pairs of (query, hidden) for one anchor, and products hidden from the rest of the basket.
 * @typedef {{ id: string, productIds: readonly string[], one: readonly (readonly [string, string])[], all: readonly string[] }} TestBasket
 */

/**
 * What complements are measured on. Lists are asked for as of `now`.
 * @typedef {{ training: Training, baskets: readonly TestBasket[], now: Date }} ComplementTask
 */

/**
 * One scored customer: the known products of the held-out basket, and when the list is asked for.
 * @typedef {{ id: string, truth: readonly string[], now: Date }} TestCustomer
 */

/**
 * What picks are measured on. `histories` are the training baskets of every customer, oldest first.
 * @typedef {{ training: Training, histories: ReadonlyMap<string, readonly (readonly string[])[]>, customers: readonly TestCustomer[] }} PickTask
 */

/**
 * A data set with its cases. `key` names the parameters that were chosen for its baselines. `groupOf` answers the group of products that
 * may stand in for each other, null where none is known; `groups` says in words what a group is, null where there are none.
 * @typedef {{
 *   name: string, key: 'online-retail' | 'ta-feng' | 'any', part: 'test' | 'validation', protocol: readonly string[],
 *   complements: ComplementTask | null, picks: PickTask | null,
 *   groups: string | null, groupOf: (productId: string) => string | null,
 * }} Dataset
 */

export {};
