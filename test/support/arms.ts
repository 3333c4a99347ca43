import type { HoldoutSettings } from '../../src/domain/measurement/arm.js';
import type { Exposure } from '../../src/domain/measurement/exposure.js';
import type { ServingLog } from '../../src/domain/measurement/measured-facts.js';
import type { ServedPage } from '../../src/domain/measurement/served-page.js';
import type { PersonalDependencies } from '../../src/domain/personalisation/picks-for.js';

type Shares = HoldoutSettings['holdoutShares'];

/** Everybody gets the treatment. */
export const NO_HOLDOUT: Shares = { CROSS_SELL: 0, PERSONALISATION: 0 };

/** Every customer is held out, and no visit. */
export const ALL_CUSTOMERS_HELD_OUT: Shares = { CROSS_SELL: 0, PERSONALISATION: 1 };

/** For tests that do not look at who takes part in a comparison. */
export const UNNOTED: Pick<PersonalDependencies, 'exposed'> = { exposed: () => undefined };

/** A serving log that holds what it was told, batch by batch. */
export interface InMemoryServingLog extends ServingLog {
  readonly pages: (readonly ServedPage[])[];
  readonly exposures: (readonly Exposure[])[];
}

/** A log that first does what it is told to, such as failing. */
export const aServingLog = (before: () => Promise<void> = async () => undefined): InMemoryServingLog => {
  const pages: (readonly ServedPage[])[] = [];
  const exposures: (readonly Exposure[])[] = [];
  return {
    pages,
    exposures,
    recordServed: async (some) => {
      await before();
      pages.push(some);
    },
    recordExposures: async (some) => {
      await before();
      exposures.push(some);
    },
  };
};
