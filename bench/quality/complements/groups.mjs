import { eachMeetingRow } from '../baselines/pair-rows.mjs';

/** The group of each product by number; null where none is known. */
export const groupsOf = (facts, groupOf) => facts.ids.map(groupOf);

/** Share of all meetings of two products in training baskets that are of one group: what shoppers do by themselves. */
export const sameGroupRate = (facts, groups) => {
  let [same, all] = [0, 0];
  eachMeetingRow(facts, ({ anchor, touched, size, together }) => {
    for (let at = 0; at < size; at += 1) {
      const other = touched[at];
      all += together[other];
      if (groups[anchor] !== null && groups[anchor] === groups[other]) same += together[other];
    }
  });
  return all === 0 ? 0 : same / all;
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
