import type { FactReader } from '../domain/facts/reading.js';
import type { ProfileWriter } from '../domain/personalisation/profile.js';
import { refreshProfiles } from '../domain/personalisation/refresh-profiles.js';
import type { Progress } from './report/progress.js';

const BATCH = 200;

/** A copy of its own: a string cut out of a chunk of the file would keep the whole chunk in memory. */
const detached = (text: string): string => Buffer.from(text).toString();

/** The customers whose facts an import brought in, for computing each profile again once. Holds their ids. */
export class TouchedCustomers {
  readonly #ids = new Set<string>();

  get size(): number {
    return this.#ids.size;
  }

  add(customerId: string): void {
    if (!this.#ids.has(customerId)) this.#ids.add(detached(customerId));
  }

  /** Computes their profiles again from the facts held. */
  async refresh(deps: { readonly facts: FactReader; readonly profiles: ProfileWriter }, progress: Progress): Promise<void> {
    const ids = [...this.#ids];
    progress.begin('computing profiles', ids.length);
    for (let from = 0; from < ids.length; from += BATCH) {
      await refreshProfiles(ids.slice(from, from + BATCH), deps);
      progress.at(Math.min(from + BATCH, ids.length), from + BATCH);
    }
  }
}
