import type { PersonalDependencies } from '../personalisation/picks-for.js';
import type { ServingReader, Unreadable } from '../serving/reader.js';

/** A customer of whom nothing is known. Ids have 1 to 128 characters, so that nobody has this one. */
export const NOBODY = '';

const ABOUT_CUSTOMERS: readonly Unreadable[] = ['behaviour_profiles', 'consents'];

/** Reads all that is known of products and nothing that is known of customers. */
const withoutCustomers = (reader: ServingReader): ServingReader => ({
  ...reader,
  profiles: async () => new Map(),
  consents: async () => new Map(),
  get unreadable() {
    return new Set([...reader.unreadable].filter((name) => !ABOUT_CUSTOMERS.includes(name)));
  },
});

/** The personalisation lane as it works for NOBODY, who is never held out either. */
export const servingNobody = (dependencies: PersonalDependencies): PersonalDependencies => ({
  ...dependencies,
  reader: withoutCustomers(dependencies.reader),
  exposed: () => undefined,
  settings: { ...dependencies.settings, holdoutShares: { CROSS_SELL: 0, PERSONALISATION: 0 } },
});
