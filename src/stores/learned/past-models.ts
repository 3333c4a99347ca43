import type { Popularity } from '../../domain/learning/model.js';
import { type ModelsOfThePast, publishedAt } from '../../domain/learning/model-history.js';
import { NotRetained } from '../../domain/merchandising/kept/not-retained.js';
import type { Collections } from '../collections.js';
import { toTrait, versioned } from './model-documents.js';
import { historyOf, THE_POINTER } from './model-pointer.js';
import { type Deadline, readAll } from '../serving-store.js';

/** Reads what was learned as it stood, each read within its own deadline. */
export const createPastModels = ({ models, popularity, traits }: Pick<Collections, 'models' | 'popularity' | 'traits'>) => ({
  within: (deadline: Deadline): ModelsOfThePast => {
    const bestSellers = async (version: string): Promise<Popularity | null> => {
      const [sells] = await readAll(popularity, { _id: versioned(version, '') }, deadline);
      return sells === undefined ? null : { categoryId: sells.categoryId, ids: sells.ids, scores: sells.scores };
    };
    return {
      bestSellers,
      async traits(version, names) {
        const found = await readAll(traits, { _id: { $in: names.map((name) => versioned(version, name)) } }, deadline);
        return new Map(found.map((document) => [document.trait, toTrait(document)]));
      },
      async modelAt(at) {
        const [pointer] = await readAll(models, THE_POINTER, deadline);
        const history = historyOf(pointer ?? null);
        const model = publishedAt(history, at);
        // Every version with orders says what sells: where that is gone, so are its other statistics.
        if (model !== null && model.orders > 0 && (await bestSellers(model.version)) === null)
          throw new NotRetained('What had been learned', history.completeSince);
        return model;
      },
    };
  },
});
export type PastModels = ReturnType<typeof createPastModels>;
