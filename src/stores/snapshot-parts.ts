import type { CopyVariant } from '../domain/copy/copy-variant.js';
import type { Popularity } from '../domain/learning/model.js';
import { proposingSelectors } from '../domain/merchandising/in-force/products-of-rules.js';
import { createRuleIndex } from '../domain/merchandising/in-force/rule-index.js';
import type { Snapshot } from '../domain/serving/snapshot.js';
import type { DecisionsInForce } from './decisions/decisions-in-force.js';
import { lastMade } from './last-made.js';
import type { FoundProducts, WantedProducts } from './product-lookups.js';

/** How many popular products memory holds the facts of. */
const MOST_KNOWN = 100;

const inOrder = (a: { readonly id: string }, b: { readonly id: string }): number => (a.id < b.id ? -1 : 1);

const byProduct = (copies: DecisionsInForce['copies']): Snapshot['copy'] => {
  const groups = new Map<string, CopyVariant[]>();
  for (const variant of [...copies.values()].sort(inOrder)) {
    const group = groups.get(variant.productId);
    if (group === undefined) groups.set(variant.productId, [variant]);
    else group.push(variant);
  }
  return groups;
};

/** What selectors are looked up for, what rules name, and what sells. */
const wantedBy = (
  rules: DecisionsInForce['rules'],
  { selectors }: Pick<WantedProducts, 'selectors'>,
  popularity: ReadonlyMap<string, Popularity>,
): WantedProducts => {
  const popular = popularity.get('')?.ids.slice(0, MOST_KNOWN) ?? [];
  return { selectors, ids: new Set([...popular, ...[...rules.values()].flatMap(({ then }) => then?.productIds ?? [])]) };
};

/** Makes the parts of a snapshot, each again only when what it is made of has changed. */
export const createSnapshotParts = () => ({
  index: lastMade((rules: DecisionsInForce['rules']) => createRuleIndex([...rules.values()])),
  policies: lastMade((policies: DecisionsInForce['policies']) => [...policies.values()]),
  copy: lastMade(byProduct),
  proposing: lastMade((rules: DecisionsInForce['rules']) => proposingSelectors([...rules.values()])),
  wanted: lastMade(wantedBy),
  ruleProducts: lastMade(
    (keys: ReadonlyMap<string, string>, { bySelector }: FoundProducts): Snapshot['ruleProducts'] =>
      new Map([...keys].map(([ruleId, key]) => [ruleId, bySelector.get(key) ?? []])),
  ),
});

/** Whether two snapshots are of the same parts. */
export const isSame = (a: Snapshot, b: Snapshot): boolean => {
  const fields = Object.keys(a) as (keyof Snapshot)[];
  return fields.every((field) => a[field] === b[field]);
};
