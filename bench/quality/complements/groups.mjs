import { eachMeetingRow } from '../baselines/pair-rows.mjs';

/** The group of each product by number; null where none is known. */
export const groupsOf = (facts, groupOf) => facts.ids.map(groupOf);

/**
 * Share of the meetings of two products in training baskets that are of one group: what shoppers do by themselves. Of all meetings, of which large
 * baskets have nearly all; and the mean over products of the share among their own meetings, which counts products as the share among lists does.
 */
export const sameGroupRates = (facts, groups) => {
  let [same, all, shares, products] = [0, 0, 0, 0];
  eachMeetingRow(facts, ({ anchor, touched, size, together }) => {
    let [own, met] = [0, 0];
    for (let at = 0; at < size; at += 1) {
      const other = touched[at];
      met += together[other];
      if (groups[anchor] !== null && groups[anchor] === groups[other]) own += together[other];
    }
    [same, all] = [same + own, all + met];
    if (met > 0) [shares, products] = [shares + own / met, products + 1];
  });
  return { ofMeetings: all === 0 ? 0 : same / all, ofProducts: products === 0 ? 0 : shares / products };
};

/** Share of the first places of one-anchor lists that are of the anchor's group. */
export const sameGroupShare = (lists, groups, seen) => {
  let [same, all] = [0, 0];
  for (const [anchor, list] of lists) {
    for (const product of list.slice(0, seen)) {
      all += 1;
      if (groups[anchor] !== null && groups[anchor] === groups[product]) same += 1;
    }
  }
  return all === 0 ? 0 : same / all;
};

/** Share of the pairs among some products whose groups differ; a product without group is unlike all others. Null for fewer than two products. */
const differing = (products, groups) => {
  let [unlike, all] = [0, 0];
  for (let a = 0; a < products.length; a += 1) {
    for (let b = a + 1; b < products.length; b += 1) {
      const [one, other] = [groups[products[a]] ?? null, groups[products[b]] ?? null];
      all += 1;
      if (one === null || one !== other) unlike += 1;
    }
  }
  return all === 0 ? null : unlike / all;
};

/**
 * How mixed the first places of lists are, 0 to 1: the mean over the lists of the share of pairs whose groups differ (intra-list diversity with
 * groups as the distance, after Ziegler et al., WWW 2005).
 */
export const varietyOf = (lists, groups, seen) => {
  const shares = lists.map((list) => differing(list.slice(0, seen), groups)).filter((share) => share !== null);
  return shares.length === 0 ? 0 : shares.reduce((sum, share) => sum + share, 0) / shares.length;
};
