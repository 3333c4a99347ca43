import type { ByKind } from '../../domain/learning/anchor-learner.js';

/** What groups are: orders, visits, or what each customer bought. */
export type GroupKind = keyof ByKind<unknown>;

/**
 * One order, one visit, or all that one customer bought, while a learning run has the database count. Holds who bought what, so that it is dropped with the
 * run, and expires where a run was stopped before it could. Key: the text that names the group.
 */
export interface GroupDocument {
  _id: string;
  kind: GroupKind;
  /** Names the customer, or the order or visit itself where there is none; null for a visit of several customers, until one is chosen. */
  owner: string | null;
  /** Customers of a visit. */
  customers?: readonly string[];
  /** When the group ends. */
  at: Date;
  /** The products that are counted: all of them, or so many as the cap allows. */
  products: readonly string[];
  /** The others of a group that is larger than the cap. */
  uncounted?: readonly string[];
  /** Different products, whether they are counted or not. */
  size: number;
  /** What the group counts: less with age and size. */
  weight: number;
  /** Of an order or customer: 1 where it is known who bought, else 0. */
  known?: number;
  /** Of an order: what it counts by its age alone, in the long run and of late. */
  usual?: number;
  recent?: number;
  /** When the run began: groups expire after that. */
  startedAt: Date;
}

/** Two products that meet in groups, from the side of one of them. Key: both. */
export interface PairDocument {
  _id: { readonly anchor: string; readonly neighbour: string };
  anchor: string;
  neighbour: string;
  /** Orders, visits and customers with both. */
  bought: number;
  viewed: number;
  owned: number;
  boughtWeight: number;
  viewedWeight: number;
  ownedWeight: number;
  /** Different customers among those orders and visits. */
  buyers: number;
  viewers: number;
}
