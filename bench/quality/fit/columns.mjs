// Cases in columns of numbers: a million of them as objects would not fit.

/**
 * Cases of all customers of one shop, of one kind. `features` holds `width` numbers per case, one case after another; `waits` is what a chance is
 * multiplied by.
 * @typedef {{
 *   width: number, size: number, customers: Int32Array, products: Int32Array, features: Float64Array, waits: Float64Array, labels: Uint8Array,
 * }} CaseColumns
 */

/** Collects cases. `add` takes those of one customer; `columns` answers all. */
export const caseCollector = (width) => {
  const held = { customers: [], products: [], features: [], waits: [], labels: [] };
  return {
    /** @param {number} customer @param {readonly import('./cases.mjs').Case[]} cases @param {ReadonlyMap<string, number>} numbers Of products; −1 stands for others. */
    add: (customer, cases, numbers) => {
      for (const { productId, reasons, wait, isBought } of cases) {
        held.customers.push(customer);
        held.products.push(numbers.get(productId) ?? -1);
        for (const reason of reasons) held.features.push(reason);
        held.waits.push(wait);
        held.labels.push(isBought ? 1 : 0);
      }
    },
    /** @returns {CaseColumns} */
    columns: () => ({
      width,
      size: held.customers.length,
      customers: Int32Array.from(held.customers),
      products: Int32Array.from(held.products),
      features: Float64Array.from(held.features),
      waits: Float64Array.from(held.waits),
      labels: Uint8Array.from(held.labels),
    }),
  };
};
