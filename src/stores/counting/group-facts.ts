import type { CountingPlan } from '../../domain/learning/database-counting.js';
import type { AggregatingDatabase } from './database.js';
import { findHugeCustomers, settleHugeCustomer } from './huge-customers.js';
import { findHugeVisits, type HugeVisit, settleHugeVisit } from './huge-visits.js';
import { settleLargerGroups } from './larger-groups.js';
import { customerGroups, orderGroups } from './order-pipelines.js';
import { createGroups, type StagingNames } from './staging.js';
import { visitGroups } from './visit-pipelines.js';

/** Where facts are. */
export interface FactCollections {
  readonly orders: string;
  readonly interactions: string;
}

/** What is to be grouped, from where to where. */
export interface GroupingTask {
  readonly facts: FactCollections;
  readonly names: StagingNames;
  readonly plan: CountingPlan;
  /** Groups of more products, or interactions, are huge; as many as a document is sure to hold where nothing is said. */
  readonly most?: number | undefined;
  /** Hears of each step, of GROUPING_STEPS. */
  readonly onStep?: ((done: number) => void) | undefined;
}

/** What counting must know of groups that are too large for a document to hold all of them. */
export interface HugeGroups {
  /** Customers, by the name of the owner. */
  readonly owners: readonly string[];
  /** Products that were looked at in huge visits and are not counted there. */
  readonly uncounted: ReadonlySet<string>;
}

/** A document holds 16 MB: so many ids of 128 characters, of three bytes each, and as many again. */
const MOST_IN_A_DOCUMENT = 20_000;

interface FoundHuge {
  readonly visits: readonly HugeVisit[];
  readonly owners: readonly string[];
}

const findHuge = {
  visits: async (database: AggregatingDatabase, { facts, plan }: GroupingTask, most: number): Promise<readonly HugeVisit[]> =>
    plan.windows.interactions === null ? [] : findHugeVisits(database, { interactions: facts.interactions, window: plan.windows.interactions }, most),

  owners: async (database: AggregatingDatabase, { names, plan }: GroupingTask, most: number): Promise<readonly string[]> =>
    plan.windows.orders === null ? [] : findHugeCustomers(database, names.groups, most),
};

/** After all others are settled, since these are settled as they are made. One at a time, so that memory holds one. */
const stageHuge = async (database: AggregatingDatabase, { facts, names: { groups }, plan }: GroupingTask, { visits, owners }: FoundHuge, most: number): Promise<HugeGroups> => {
  const { orders, interactions: window } = plan.windows;
  const uncounted = new Set<string>();
  for (const visit of visits) {
    const settled = window === null ? null : await settleHugeVisit(database, { interactions: facts.interactions, window }, visit, { ...plan, most });
    if (settled === null) continue;
    await database.insert(groups, [settled.group]);
    for (const product of settled.uncounted) uncounted.add(product);
  }
  for (const owner of owners) {
    const group = orders === null ? null : await settleHugeCustomer(database, groups, owner, orders, plan);
    if (group !== null) await database.insert(groups, [group]);
  }
  return { owners, uncounted };
};

/** Has the database put the facts of the windows into groups; those that no document may hold are put together here. Answers what is to be known of these. */
export const groupFacts = async (database: AggregatingDatabase, task: GroupingTask): Promise<HugeGroups> => {
  const { facts, names, plan, most = MOST_IN_A_DOCUMENT, onStep = () => undefined } = task;
  const { orders, interactions } = plan.windows;
  await createGroups(database, names);
  if (orders !== null) await database.merge(facts.orders, orderGroups(orders, plan), names.groups);
  onStep(1);
  const visits = await findHuge.visits(database, task, most);
  const ofVisits = visits.map(({ _id }) => _id);
  if (interactions !== null) await database.merge(facts.interactions, visitGroups(interactions, plan, ofVisits), names.groups);
  onStep(2);
  const owners = await findHuge.owners(database, task, most);
  // Of the groups of orders, so that orders that come meanwhile are in neither or in both.
  if (orders !== null) await database.merge(names.groups, customerGroups(orders, plan, owners), names.groups);
  onStep(3);
  await settleLargerGroups(database, { facts, groups: names.groups }, plan);
  const huge = await stageHuge(database, task, { visits, owners }, most);
  onStep(4);
  return huge;
};
