/**
 * One product's meetings with all others: `touched` names the `size` products it meets, `together` counts baskets with both and `weight`
 * the same with each basket counting 1/√(size − 1), so that a large basket says less of each pair (by product number).
 * @typedef {{ anchor: number, touched: Int32Array, size: number, together: Float64Array, weight: Float64Array }} MeetingRow
 */

/** What a basket counts in size-weighted counts. */
export const sizeWeight = (size) => (size < 2 ? 1 : 1 / Math.sqrt(size - 1));

/** Size-weighted baskets of each product. */
export const weightedCounts = ({ products, baskets }) => {
  const weights = new Float64Array(products);
  for (const basket of baskets) for (const product of basket) weights[product] += sizeWeight(basket.length);
  return weights;
};

/**
 * Visits each product's row in turn. The row is used again for the next one: take from it what you need.
 * @param {import('../facts.mjs').Facts} facts
 * @param {(row: MeetingRow) => void} visit
 */
export const eachMeetingRow = ({ products, baskets, holders }, visit) => {
  const row = { anchor: 0, touched: new Int32Array(products), size: 0, together: new Float64Array(products), weight: new Float64Array(products) };
  const { touched, together, weight } = row;
  for (let anchor = 0; anchor < products; anchor += 1) {
    row.anchor = anchor;
    row.size = 0;
    for (const at of holders[anchor]) {
      const basket = baskets[at];
      const counts = sizeWeight(basket.length);
      for (const other of basket) {
        if (other === anchor) continue;
        if (together[other] === 0) touched[row.size++] = other;
        together[other] += 1;
        weight[other] += counts;
      }
    }
    visit(row);
    for (let at = 0; at < row.size; at += 1) together[touched[at]] = weight[touched[at]] = 0;
  }
};
