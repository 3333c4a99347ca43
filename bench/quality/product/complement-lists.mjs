import { askMany } from './lists.mjs';

/** How long a list is asked for, as long as those of the protocol. */
const LONGEST = 100;

/** The product's lists for all questions, in product numbers; a product that training does not know is −1. */
export const productComplements = async (serving, { anchors, rests }, facts, now, progress) => {
  const numbersIn = (lists) => lists.map((ids) => ids.map((id) => facts.numbers.get(id) ?? -1));
  const asking = (placement) => (products, reader) =>
    serving.complements({ placement, anchorIds: products.map((product) => facts.ids[product]), first: LONGEST, now }, reader);
  const one = await askMany(anchors.map((anchor) => [anchor]), asking('PRODUCT_PAGE'), serving.freshReader, progress('one-anchor lists', anchors.length));
  const basket = await askMany(rests, asking('BASKET'), serving.freshReader, progress('basket lists', rests.length));
  const numbered = numbersIn(one);
  return { one: new Map(anchors.map((anchor, at) => [anchor, numbered[at]])), basket: numbersIn(basket) };
};
