import type { PersonalDependencies } from '../domain/personalisation/picks-for.js';
import { createRequestReader } from '../server/request-reader.js';
import { createLoaders } from '../stores/loaders.js';
import type { Stores } from '../stores/open.js';
import { CommandFailure } from './command.js';

const DEADLINE_MS = 30_000;

/**
 * What deciding a list needs, from a command: the shop as it is now, with a terminal's patience. Nobody's data is looked at: without consent
 * there is none. What cannot be read is a CommandFailure that names it.
 */
export const laneAccess = async ({ snapshots, serving }: Stores, now: Date): Promise<PersonalDependencies> => {
  const { snapshot } = await snapshots.read(null);
  const deadline = { maxTimeMS: DEADLINE_MS, signal: AbortSignal.timeout(DEADLINE_MS) };
  const reader = createRequestReader(createLoaders(serving, snapshot.model?.version ?? null, deadline), snapshot, (name, error) => {
    throw new CommandFailure(`${name} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  });
  const settings = { consentDefault: false, holdoutShares: { CROSS_SELL: 0, PERSONALISATION: 0 }, holdoutSalt: '' };
  return { snapshot, reader, now, idSalt: '', settings, exposed: () => undefined };
};
