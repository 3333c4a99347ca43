import type { ServingReader } from '../serving/reader.js';
import type { Snapshot } from '../serving/snapshot.js';
import { loadCustomer, type PersonalisationSettings } from './customer-state.js';
import type { BehaviourProfile } from './profile.js';

/** What a customer may see of what is held about them. */
export interface ProfileView {
  readonly consent: boolean;
  readonly interactions: number;
  readonly since: Date | null;
  readonly updatedAt: Date | null;
  /** Shares of the interest in all top-level categories, strongest first, 0 to 1. */
  readonly categories: readonly { readonly categoryId: string; readonly affinity: number }[];
  readonly recentProductIds: readonly string[];
}

const affinities = (profile: BehaviourProfile, paths: ReadonlyMap<string, readonly string[]>): ProfileView['categories'] => {
  const isTop = (id: string): boolean => (paths.get(id)?.length ?? 1) === 1;
  const all = profile.categories.filter(({ id }) => isTop(id)).reduce((sum, { weight }) => sum + weight, 0);
  return profile.categories.map(({ id, weight }) => ({ categoryId: id, affinity: all === 0 ? 0 : Math.min(1, weight / all) }));
};

/** What is held about a customer; null when it cannot be read. A customer nobody knows has an empty profile. */
export const profileViewFor = async (
  customerId: string,
  { reader, snapshot, settings }: { reader: ServingReader; snapshot: Snapshot; settings: PersonalisationSettings },
): Promise<ProfileView | null> => {
  const { consent, profile, unreadable } = await loadCustomer(customerId, reader, settings);
  if (unreadable) return null;
  return {
    consent,
    interactions: profile?.interactions ?? 0,
    since: profile?.since ?? null,
    updatedAt: profile?.asOf ?? null,
    categories: profile === null ? [] : affinities(profile, snapshot.categoryPaths),
    recentProductIds: profile?.recentProductIds ?? [],
  };
};
