import { Readable } from 'node:stream';

import { CommandFailure, type CommandContext } from '../../src/commands/command.js';
import { rulesCommand } from '../../src/commands/rules.js';
import type { Stores } from '../../src/stores/open.js';
import { aSnapshot, NOW } from '../support/builders.js';
import { aFinder } from '../support/in-memory-finder.js';
import { createInMemoryDecisions, type InMemoryDecisions } from '../support/in-memory-decisions.js';
import { productWith } from '../unit/merchandising/samples.js';

/** What a command was given and what it did. */
export interface Run {
  readonly out: string[];
  readonly err: string[];
  opened: number;
  failure: CommandFailure | null;
}

/** Where and how a command runs. */
export interface Surroundings {
  readonly env?: NodeJS.ProcessEnv;
  readonly stdin?: string;
  /** The shop's decisions; a shop of its own when left out. */
  readonly decisions?: InMemoryDecisions;
  readonly colours?: boolean;
  /** What a look at the clock answers. */
  readonly now?: () => Date;
}

/** Stores of a shop whose catalogue holds one product, `known`. */
const storesWith = (decisions: InMemoryDecisions): Stores => {
  const finder = aFinder([productWith({ id: 'known' })]);
  const nothing = () => Promise.resolve(new Map<string, never>());
  const stores = {
    facts: { productsByIds: finder.productsByIds },
    decisions,
    finder,
    snapshots: { read: () => Promise.resolve({ snapshot: aSnapshot({ model: null }), state: '' }) },
    serving: {
      products: finder.productsByIds,
      coPurchase: nothing,
      similarity: nothing,
      decidedPairs: nothing,
      profiles: nothing,
      consents: nothing,
    },
  };
  return stores as unknown as Stores;
};

/** Runs `tandem rules …` without a process. */
export const runRules = async (args: readonly string[], surroundings: Surroundings = {}): Promise<Run> => {
  const { env = {}, stdin = '', decisions = createInMemoryDecisions(), colours = false, now = () => NOW } = surroundings;
  const result: Run = { out: [], err: [], opened: 0, failure: null };
  const context: CommandContext = {
    env,
    out: (line) => result.out.push(line),
    err: (line) => result.err.push(line),
    now,
    stdin: Readable.from([Buffer.from(stdin)]),
    interactive: false,
    colours,
    withStores: (use) => {
      result.opened += 1;
      return use(storesWith(decisions));
    },
  };
  try {
    await rulesCommand(context).parseAsync([...args], { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommandFailure)) throw error;
    result.failure = error;
  }
  return result;
};
