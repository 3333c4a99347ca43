import { startEmbeddedStore, type EmbeddedStore } from '../../../src/embedded/index.js';
import { readPublished, type Published } from './published.js';

/** Runs something over the store of a folder that no program has open. */
export const withStoreOf = async <T>(folder: string, run: (store: EmbeddedStore) => Promise<T>): Promise<T> => {
  const store = await startEmbeddedStore({ directory: folder });
  try {
    return await run(store);
  } finally {
    await store.close();
  }
};

/** What is published in a folder that no program has open. */
export const publishedIn = (folder: string): Promise<Published> => withStoreOf(folder, ({ uri }) => readPublished(uri));
