import { randomUUID } from 'node:crypto';

import { checkWrites, countWrites } from '../../domain/merchandising/changing/check-writes.js';
import type { DecisionLists, DecisionsOfThePast } from '../../domain/merchandising/kept/decision-lists.js';
import type { DecisionKeys, DecisionOutcome, DecisionStore, HeldDecisions } from '../../domain/merchandising/kept/decisions.js';
import { documentsOf } from './decision-mapping.js';
import type { DecisionJournal } from './decision-journal.js';
import { createDecisionLists } from './decision-lists.js';
import { readHeld } from './held-decisions.js';
import { createDecisionsOfThePast } from './past-decisions.js';
import type { DecisionCollections } from './roll-forward.js';
import { unlessOvertaken } from './unless-overtaken.js';

/** How often a commit is tried. Within a process commits queue, so each failure is a commit of another process. */
const MOST_TRIES = 100;

/** What one try came to; null when somebody else's commit came first. */
type Try<T> = { readonly result: T } | null;

/** Lets one task run at a time, in the order in which they came. */
const createQueue = (): (<T>(task: () => Promise<T>) => Promise<T>) => {
  let last: Promise<unknown> = Promise.resolve();
  return async (task) => {
    const run = last.then(task, task);
    last = run;
    return run;
  };
};

/** Where people's decisions are kept, with their history. */
export const createDecisionStore = (
  collections: DecisionCollections,
  journal: DecisionJournal,
): DecisionStore & DecisionLists & DecisionsOfThePast => {
  const queued = createQueue();

  const attempt = async <T>(keys: DecisionKeys, decide: (held: HeldDecisions) => DecisionOutcome<T>): Promise<Try<T>> => {
    const revision = await journal.settled();
    const held = await readHeld(collections, keys);
    const { writes, result } = decide(held);
    // Without writes the answer holds if what it rests on was of one moment.
    if (countWrites(writes) === 0) return (await journal.revision()) === revision ? { result } : null;
    checkWrites(keys, held, writes);
    const commitId = randomUUID();
    if (!(await journal.append(commitId, revision, documentsOf(writes)))) return null;
    // It stands: if this process cannot write it out, whoever reads next does.
    await journal.finish(commitId, revision + 1).catch(() => undefined);
    return { result };
  };

  return {
    read: async (keys) => unlessOvertaken(await journal.together(async () => readHeld(collections, keys))),

    commit: async (keys, decide) =>
      queued(async () => {
        for (let tries = 0; tries < MOST_TRIES; tries += 1) {
          const made = await attempt(keys, decide);
          if (made !== null) return made.result;
        }
        throw new Error('Decisions are being changed by too many writers');
      }),

    ...createDecisionLists(collections, journal),
    ...createDecisionsOfThePast(collections, journal),
  };
};
