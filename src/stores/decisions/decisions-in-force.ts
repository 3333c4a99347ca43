import type { Collection, Filter } from 'mongodb';

import type { CopyVariant } from '../../domain/copy/copy-variant.js';
import { policyKey } from '../../domain/merchandising/kept/decisions.js';
import type { Autopilot, PlacementPolicy } from '../../domain/merchandising/policy.js';
import type { MerchandisingRule } from '../../domain/merchandising/rule.js';
import type { CopyVariantDocument, PolicyDocument, RuleDocument, ShopAutopilotDocument } from './decision-documents.js';
import { SHOP_KEY, toCopyVariant, toPolicy, toRule, WITHOUT_HISTORY } from './decision-mapping.js';
import type { DecisionJournal } from './decision-journal.js';
import type { DecisionCollections } from './roll-forward.js';

/** How many documents are decoded at a time: requests are answered in between. */
const BATCH = 500;

/** What serving holds of people's decisions; pairs are read as they are asked for. A part that did not change stays the same object. */
export interface DecisionsInForce {
  /** The revision of the shop's decisions that this is. */
  readonly revision: number;
  /** Approved ones by id. */
  readonly rules: ReadonlyMap<string, MerchandisingRule>;
  /** By `policyKey`. */
  readonly policies: ReadonlyMap<string, PlacementPolicy>;
  readonly ceiling: Autopilot;
  /** Approved ones by id. */
  readonly copies: ReadonlyMap<string, CopyVariant>;
}

const NOTHING: DecisionsInForce = { revision: 0, rules: new Map(), policies: new Map(), ceiling: 'ASSIST', copies: new Map() };

/** Decisions that were read, in any state. */
interface Newer {
  readonly rules: readonly RuleDocument[];
  readonly policies: readonly PolicyDocument[];
  readonly shop: readonly ShopAutopilotDocument[];
  readonly copies: readonly CopyVariantDocument[];
}

/** Of what is newer every state is read, since what is no longer approved must leave; of everything only what is approved. */
const readNewer = async (collections: DecisionCollections, after: number | null): Promise<Newer> => {
  const since = after === null ? null : { revision: { $gt: after } };
  const read = async <D extends { _id: string }>(collection: Collection<D>, filter: object): Promise<readonly D[]> =>
    // The driver cannot know the fields of every document, nor that what it finds has no other id.
    (await collection.find(filter as Filter<D>, { ...WITHOUT_HISTORY, batchSize: BATCH }).toArray()) as D[];
  const [rules, policies, shop, copies] = await Promise.all([
    read(collections.rules, since ?? { state: 'APPROVED' }),
    read(collections.policies, since ?? {}),
    read(collections.shopAutopilot, since ?? {}),
    read(collections.copyVariants, since ?? { state: 'APPROVED' }),
  ]);
  return { rules, policies, shop, copies };
};

const newestOf = ({ rules, policies, shop, copies }: Newer): number =>
  [rules, policies, shop, copies].flat().reduce((newest, { revision = 0 }) => Math.max(newest, revision), 0);

/** What is held with what was read in its place; the same object when that makes no difference. */
const withRead = <D extends { readonly _id: string }, T>(
  held: ReadonlyMap<string, T>,
  documents: readonly D[],
  inForce: (document: D) => readonly [key: string, value: T | null],
): ReadonlyMap<string, T> => {
  const entries = documents.map(inForce).filter(([key, value]) => value !== null || held.has(key));
  if (entries.length === 0) return held;
  const merged = new Map(held);
  for (const [key, value] of entries)
    if (value === null) merged.delete(key);
    else merged.set(key, value);
  return merged;
};

const merged = (held: DecisionsInForce, { rules, policies, shop, copies }: Newer): DecisionsInForce => ({
  revision: held.revision,
  rules: withRead(held.rules, rules, (rule) => [rule._id, rule.state === 'APPROVED' ? toRule(rule) : null]),
  policies: withRead(held.policies, policies, (policy) => [policyKey(policy), toPolicy(policy)]),
  ceiling: shop.find(({ _id }) => _id === SHOP_KEY)?.autopilot ?? held.ceiling,
  copies: withRead(held.copies, copies, (copy) => [copy._id, copy.state === 'APPROVED' ? toCopyVariant(copy) : null]),
});

/**
 * The decisions in force, without what serving has no use for: those held, with what was decided since; all of them when none are held. Null
 * when commits kept overtaking the reading.
 */
export const readInForce = async (
  collections: DecisionCollections,
  journal: Pick<DecisionJournal, 'catchUp'>,
  held: DecisionsInForce | null,
): Promise<DecisionsInForce | null> => {
  let found = held ?? NOTHING;
  const revision = await journal.catchUp(held?.revision ?? null, async (after) => {
    const newer = await readNewer(collections, after);
    found = merged(after === null ? NOTHING : found, newer);
    return newestOf(newer);
  });
  if (revision === null) return null;
  return revision === held?.revision ? held : { ...found, revision };
};
