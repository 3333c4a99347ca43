import { setImmediate } from 'node:timers/promises';

import type { CopyVariantRecord } from '../../src/domain/copy/copy-variant.js';
import { byCodePoint } from '../../src/domain/facts/text-order.js';
import { approvedRuleAsOf, ceilingAsOf, pairAsOf, policyAsOf } from '../../src/domain/merchandising/kept/as-of.js';
import { checkWrites, countWrites } from '../../src/domain/merchandising/changing/check-writes.js';
import { withoutContents, type DecisionLists, type DecisionsOfThePast } from '../../src/domain/merchandising/kept/decision-lists.js';
import {
  pairId,
  pairOf,
  policyKey,
  type DecisionKeys,
  type DecisionStore,
  type DecisionWrites,
  type HeldDecisions,
  type PairRecord,
  type PolicyRecord,
  type RuleRecord,
  type ShopAutopilotRecord,
} from '../../src/domain/merchandising/kept/decisions.js';

/** Decisions in memory, with what tests look at. */
export type InMemoryDecisions = DecisionStore &
  DecisionLists &
  DecisionsOfThePast & {
    /** Everything that was written, one entry for each commit that wrote. */
    readonly commits: DecisionWrites[];
    /** Called between the reading and the writing of a commit: what it commits itself makes the commit read and decide again. */
    interfere: (() => Promise<void>) | null;
  };

const present = <T>(value: T | null | undefined): readonly T[] => (value === null || value === undefined ? [] : [value]);

const pick = <T>(all: ReadonlyMap<string, T>, ids: readonly string[]): ReadonlyMap<string, T> =>
  new Map(ids.flatMap((id) => present(all.get(id)).map((record) => [id, record] as const)));

const isNamed = <T>(names: readonly T[], name: T): boolean => names.length === 0 || names.includes(name);

const jsonOf = (id: string): string => {
  const pair = pairOf(id);
  return pair === null ? id : JSON.stringify([pair.anchorId, pair.complementId]);
};

type Order<T> = (a: T, b: T) => number;

const byPriority: Order<{ priority: number; id: string }> = (a, b) => b.priority - a.priority || byCodePoint(a.id, b.id);
const byDecision: Order<{ decidedAt: Date; id: string }> = (a, b) =>
  b.decidedAt.getTime() - a.decidedAt.getTime() || byCodePoint(jsonOf(a.id), jsonOf(b.id));
const byUpdate: Order<{ updatedAt: Date; id: string }> = (a, b) => b.updatedAt.getTime() - a.updatedAt.getTime() || byCodePoint(a.id, b.id);

const listed = <T>(records: readonly T[], order: Order<T>, after: T | null): T[] =>
  records.filter((record) => after === null || order(record, after) > 0).sort(order);

async function* streamOf<T>(records: readonly T[]): AsyncIterable<T> {
  for (const record of records) {
    await Promise.resolve();
    yield record;
  }
}

/** A `DecisionStore` with its lists and its past, without a database; `initial` is there from the start, at whatever versions it says. */
export const createInMemoryDecisions = (initial: DecisionWrites = {}): InMemoryDecisions => {
  const rules = new Map<string, RuleRecord>();
  const policies = new Map<string, PolicyRecord>();
  const pairs = new Map<string, PairRecord>();
  const copies = new Map<string, CopyVariantRecord>();
  let shop: ShopAutopilotRecord | null = null;
  let revision = 0;
  const commits: DecisionWrites[] = [];

  const put = (writes: DecisionWrites): void => {
    for (const rule of writes.rules ?? []) rules.set(rule.id, rule);
    for (const policy of writes.policies ?? []) policies.set(policyKey(policy), policy);
    for (const pair of writes.pairs ?? []) pairs.set(pairId(pair), pair);
    for (const copy of writes.copies ?? []) copies.set(copy.id, copy);
    shop = writes.shopAutopilot ?? shop;
    revision += 1;
  };
  put(initial);

  const held = (keys: DecisionKeys): HeldDecisions => ({
    rules: pick(rules, keys.ruleIds ?? []),
    policies: pick(policies, (keys.policies ?? []).map(policyKey)),
    pairs: pick(pairs, (keys.pairs ?? []).map(pairId)),
    shopAutopilot: keys.shopAutopilot === true ? shop : null,
    copies: pick(copies, keys.copyIds ?? []),
  });

  const decisions: InMemoryDecisions = {
    commits,
    interfere: null,
    read: async (keys) => Promise.resolve(held(keys)),
    async commit(keys, decide) {
      for (;;) {
        const seen = revision;
        const before = held(keys);
        const { writes, result } = decide(before);
        await setImmediate();
        const { interfere } = decisions;
        decisions.interfere = null;
        await interfere?.();
        if (seen !== revision) continue;
        if (countWrites(writes) === 0) return result;
        checkWrites(keys, before, writes);
        put(writes);
        commits.push(writes);
        return result;
      }
    },
    rules: ({ lane, states }, after) =>
      streamOf(
        listed<{ priority: number; id: string }>([...rules.values()], byPriority, after)
          .flatMap(({ id }) => present(rules.get(id)))
          .map(withoutContents)
          .filter((rule) => (lane === null || rule.lane === lane) && isNamed(states, rule.state)),
      ),
    policies: async () =>
      Promise.resolve([...policies.values()].sort((a, b) => byCodePoint(policyKey(a), policyKey(b)))),
    shopAutopilot: async () => Promise.resolve(shop),
    decidedPairs: ({ anchorId, decisions: wanted }, after) =>
      streamOf(
        listed([...pairs].map(([id, { decidedAt }]) => ({ id, decidedAt })), byDecision, after)
          .flatMap(({ id }) => present(pairs.get(id)))
          .filter((pair) => (anchorId === null || pair.anchorId === anchorId) && isNamed(wanted, pair.decision)),
      ),
    copies: ({ productId, states }, after) =>
      streamOf(
        listed<{ updatedAt: Date; id: string }>([...copies.values()], byUpdate, after)
          .flatMap(({ id }) => present(copies.get(id)))
          .filter((copy) => (productId === null || copy.productId === productId) && isNamed(states, copy.state)),
      ),
    all: async () =>
      Promise.resolve({
        rules: [...rules.values()].sort((a, b) => byCodePoint(a.id, b.id)),
        policies: [...policies.values()].sort((a, b) => byCodePoint(policyKey(a), policyKey(b))),
        pairs: [...pairs].sort(([a], [b]) => byCodePoint(jsonOf(a), jsonOf(b))).map(([, pair]) => pair),
        shopAutopilot: shop,
      }),
    asOf: async (at) =>
      Promise.resolve({
        rules: [...rules.values()].flatMap((rule) => present(approvedRuleAsOf(rule, at))),
        policies: [...policies.values()].flatMap((policy) => present(policyAsOf(policy, at))),
        ceiling: ceilingAsOf(shop, at),
        pairs: async (anchorIds) =>
          Promise.resolve(
            new Map(
              anchorIds.map((anchorId) => [
                anchorId,
                [...pairs.values()].filter((pair) => pair.anchorId === anchorId).flatMap((pair) => present(pairAsOf(pair, at))),
              ]),
            ),
          ),
      }),
  };
  return decisions;
};
