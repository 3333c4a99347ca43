import type { Interaction } from './interaction.js';
import type { Order } from './order.js';

/** How facts of one sort are told apart within a batch. */
export interface FactShape<T> {
  readonly id: (fact: T) => string;
  /** Facts with the same id and version must have the same contents. */
  readonly version: (fact: T, index: number) => string;
  readonly contents: (fact: T) => string;
}

/** What to do with one fact of a batch: write it in a round, or treat it like an earlier one of the batch. */
export type Placing =
  | { readonly kind: 'write'; readonly round: number }
  | { readonly kind: 'repeat'; readonly of: number }
  | { readonly kind: 'conflict' };

/** Orders: each `updatedAt` is a version of its own. */
export const ORDER_SHAPE: FactShape<Order> = {
  id: (order) => order.id,
  version: (order) => order.updatedAt.toISOString(),
  contents: (order) => JSON.stringify(order),
};

/** Interactions never change: one version. */
export const INTERACTION_SHAPE: FactShape<Interaction> = {
  id: (interaction) => interaction.id,
  version: () => '',
  contents: (interaction) => JSON.stringify(interaction),
};

/** Facts of which a later one may always replace an earlier one: products and consents. */
export const replaceable = <T>(id: (fact: T) => string): FactShape<T> => ({
  id,
  version: (_, index) => String(index),
  contents: () => '',
});

/**
 * Plans a batch so that no round holds an id twice: written round after round, a batch ends as if its facts had come one by one.
 * Of two with the same id and version, the first is written; the other is a repeat of it, or in conflict when its contents differ.
 */
export const planBatch = <T>(facts: readonly T[], shape: FactShape<T>): readonly Placing[] => {
  const firsts = new Map<string, { readonly index: number; readonly contents: string }>();
  const rounds = new Map<string, number>();
  return facts.map((fact, index): Placing => {
    const id = shape.id(fact);
    const key = JSON.stringify([id, shape.version(fact, index)]);
    const contents = shape.contents(fact);
    const first = firsts.get(key);
    if (first !== undefined) return first.contents === contents ? { kind: 'repeat', of: first.index } : { kind: 'conflict' };
    firsts.set(key, { index, contents });
    const round = rounds.get(id) ?? 0;
    rounds.set(id, round + 1);
    return { kind: 'write', round };
  });
};
