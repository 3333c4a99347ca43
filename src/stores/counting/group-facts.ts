import type { CountingPlan } from '../../domain/learning/database-counting.js';
import type { AggregatingDatabase } from './database.js';
import { customerGroups, orderGroups, visitGroups } from './grouping-pipelines.js';
import { settleLargerGroups } from './larger-groups.js';
import { createGroups, type StagingNames } from './staging.js';

/** Where facts are. */
export interface FactCollections {
  readonly orders: string;
  readonly interactions: string;
}

/** Has the database put the facts of the windows into groups. `onStep` hears of each step, of GROUPING_STEPS. */
export const groupFacts = async (
  database: AggregatingDatabase,
  facts: FactCollections,
  names: StagingNames,
  plan: CountingPlan,
  onStep: (done: number) => void = () => undefined,
): Promise<void> => {
  const { orders, interactions } = plan.windows;
  await createGroups(database, names);
  if (orders !== null) await database.merge(facts.orders, orderGroups(orders, plan), names.groups);
  onStep(1);
  if (interactions !== null) await database.merge(facts.interactions, visitGroups(interactions, plan), names.groups);
  onStep(2);
  // Of the groups of orders, so that orders that come meanwhile are in neither or in both.
  if (orders !== null) await database.merge(names.groups, customerGroups(orders, plan), names.groups);
  onStep(3);
  await settleLargerGroups(database, { facts, groups: names.groups }, plan);
  onStep(4);
};
