import { completeHabits } from '../domain/personalisation/earlier-habits.js';
import type { BehaviourProfile, ProfileWriter } from '../domain/personalisation/profile.js';
import { DEFAULT_HALF_LIVES, DEFAULT_PROFILE_SETTINGS, type ProfileSettings } from '../domain/personalisation/profile-settings.js';
import type { Collections, ProfileDocument } from './collections.js';
import { insertNew, saysTheSame } from './facts/record-new.js';

const toDocument = ({ customerId, ...rest }: BehaviourProfile, revision: number): ProfileDocument => ({
  _id: customerId,
  revision,
  ...rest,
});

/** A stored profile as the domain knows it; one that was stored before there were typical prices has none, and rhythms are guessed. */
export const toProfile = ({
  _id,
  revision: _,
  typicalPrice = null,
  purchaseHalfLifeDays = DEFAULT_HALF_LIVES.purchaseHalfLifeDays,
  products,
  ...rest
}: ProfileDocument): BehaviourProfile => ({
  customerId: _id,
  ...rest,
  products: completeHabits(products, rest.orders),
  typicalPrice,
  purchaseHalfLifeDays,
});

interface Swap {
  readonly profile: BehaviourProfile;
  readonly expected: number;
}

/** Where behaviour profiles are kept, and how this shop folds them. */
export const createProfileStore = (
  { profiles }: Pick<Collections, 'profiles'>,
  settings: ProfileSettings = DEFAULT_PROFILE_SETTINGS,
): ProfileWriter => {
  const insertFirst = async (swaps: readonly Swap[]): Promise<readonly string[]> => {
    const taken = await insertNew(
      profiles,
      swaps.map(({ profile }) => toDocument(profile, 1)),
    );
    return swaps.filter((_, index) => taken.has(index)).map(({ profile }) => profile.customerId);
  };

  const replaceKnown = async (swaps: readonly Swap[]): Promise<readonly string[]> => {
    if (swaps.length === 0) return [];
    const { matchedCount } = await profiles.bulkWrite(
      swaps.map(({ profile, expected }) => ({
        replaceOne: {
          filter: { _id: profile.customerId, revision: expected },
          replacement: toDocument(profile, expected + 1),
        },
      })),
      { ordered: false },
    );
    if (matchedCount === swaps.length) return [];
    // A bulk write answers sums only. Profiles that another writer swapped meanwhile do not hold what was written here.
    const ids = swaps.map(({ profile }) => profile.customerId);
    const held = new Map((await profiles.find({ _id: { $in: ids } }).toArray()).map((document) => [document._id, document]));
    return swaps
      .filter(({ profile }) => {
        const document = held.get(profile.customerId);
        return document === undefined || !saysTheSame(toProfile(document), toProfile(toDocument(profile, 0)));
      })
      .map(({ profile }) => profile.customerId);
  };

  return {
    settings,

    async revisions(customerIds) {
      const found = await profiles
        .find({ _id: { $in: [...customerIds] } }, { projection: { revision: 1 }, batchSize: 5_000 })
        .toArray();
      const held = new Map(found.map(({ _id, revision }) => [_id, revision]));
      return new Map(customerIds.map((id) => [id, held.get(id) ?? 0]));
    },

    async swap(swaps) {
      const first = await insertFirst(swaps.filter(({ expected }) => expected === 0));
      const known = await replaceKnown(swaps.filter(({ expected }) => expected > 0));
      return [...first, ...known];
    },
  };
};
