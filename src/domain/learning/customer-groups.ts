import { floatAt, intAt, sharedFloats, sharedUints, uintAt } from './columns.js';
import { decay, sizeWeight } from './decay.js';
import type { Grouping, Groups } from './groups.js';
import { type Occasions, ownerStarts } from './occasions.js';

/** Copies the distinct products of some orders, those of the newest order first, into a column. Answers how many. */
type GatherProducts = (from: number, to: number, into: Uint32Array) => number;

const gatherProducts = ({ offsets, products }: Occasions, productCount: number): GatherProducts => {
  const lastGathering = new Int32Array(productCount);
  let gathering = 0;
  return (from, to, into) => {
    gathering += 1;
    let size = 0;
    for (let order = to - 1; order >= from; order -= 1) {
      for (let place = uintAt(offsets, order); place < uintAt(offsets, order + 1); place += 1) {
        const product = uintAt(products, place);
        if (intAt(lastGathering, product) === gathering) continue;
        lastGathering[product] = gathering;
        into[size] = product;
        size += 1;
      }
    }
    return size;
  };
};

/**
 * One group per customer: the products of all their orders, of the most recent ones where they are more than the cap. It weighs by the age of
 * the newest order. An anonymous order is a customer of its own.
 */
export const groupByCustomer = (orders: Occasions, grouping: Grouping): Groups => {
  const { productIds, asOf, halfLifeDays, cap } = grouping;
  const starts = ownerStarts(orders);
  const count = starts.length - 1;
  const gather = gatherProducts(orders, productIds.length);
  const distinct = new Uint32Array(productIds.length);
  const members = sharedUints(orders.products.length);
  const offsets = sharedUints(count + 1);
  const weights = sharedFloats(count);
  const owners = sharedUints(count);
  let capped = 0;
  for (let owner = 0; owner < count; owner += 1) {
    const [from, to] = [uintAt(starts, owner), uintAt(starts, owner + 1)];
    const size = gather(from, to, distinct);
    if (size > cap) capped += 1;
    const kept = distinct.subarray(0, Math.min(size, cap));
    // Those of a single order are sorted already.
    members.set(to - from === 1 ? kept : kept.sort(), uintAt(offsets, owner));
    offsets[owner + 1] = uintAt(offsets, owner) + kept.length;
    owners[owner] = owner;
    weights[owner] = sizeWeight(size) * decay(floatAt(orders.times, to - 1), asOf, halfLifeDays);
  }
  return {
    count,
    products: productIds.length,
    offsets,
    members: members.subarray(0, uintAt(offsets, count)),
    owners,
    weights,
    capped,
  };
};
