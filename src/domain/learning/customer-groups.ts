import { FloatColumn, floatAt, intAt, UintColumn, uintAt } from './columns.js';
import { decay, sizeWeight } from './decay.js';
import type { Grouping, Groups } from './groups.js';
import type { Occasions } from './occasions.js';

/** Where each owner's occasions begin; one more than there are owners. */
const ownerStarts = ({ owners, count }: Occasions): Uint32Array => {
  const starts = new UintColumn();
  owners.forEach((owner, index) => {
    if (index === 0 || owner !== uintAt(owners, index - 1)) starts.push(index);
  });
  starts.push(count);
  return starts.values();
};

/**
 * One group per customer: the products of all their orders, of the most recent ones where they are more than the cap. It weighs by the age of
 * the newest order. An anonymous order is a customer of its own.
 */
export const groupByCustomer = (orders: Occasions, grouping: Grouping): Groups => {
  const { productIds, asOf, halfLifeDays, cap } = grouping;
  const starts = ownerStarts(orders);
  const count = starts.length - 1;
  const members = new UintColumn();
  const offsets = new Uint32Array(count + 1);
  const weights = new FloatColumn();
  const lastOwner = new Int32Array(productIds.length).fill(-1);
  let capped = 0;
  for (let owner = 0; owner < count; owner += 1) {
    const newest = uintAt(starts, owner + 1) - 1;
    const distinct: number[] = [];
    for (let order = newest; order >= uintAt(starts, owner); order -= 1) {
      for (let place = uintAt(orders.offsets, order); place < uintAt(orders.offsets, order + 1); place += 1) {
        const product = uintAt(orders.products, place);
        if (intAt(lastOwner, product) !== owner) distinct.push(product);
        lastOwner[product] = owner;
      }
    }
    if (distinct.length > cap) capped += 1;
    for (const product of Uint32Array.from(distinct.slice(0, cap)).sort()) members.push(product);
    offsets[owner + 1] = members.length;
    weights.push(sizeWeight(distinct.length) * decay(floatAt(orders.times, newest), asOf, halfLifeDays));
  }
  return {
    count,
    products: productIds.length,
    offsets,
    members: members.values(),
    owners: Uint32Array.from({ length: count }, (_, owner) => owner),
    weights: weights.values(),
    capped,
  };
};
