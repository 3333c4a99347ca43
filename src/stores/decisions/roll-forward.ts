import type { AnyBulkWriteOperation, Collection } from 'mongodb';

import type { Collections } from '../collections.js';
import type { DecisionDocuments, JournalDocument } from './decision-documents.js';
import { insertNew } from '../facts/record-new.js';

/** Where decisions end up. */
export type DecisionCollections = Pick<Collections, keyof DecisionDocuments>;

interface Versioned {
  _id: string;
  version: number;
  revision: number;
}

/** First versions are inserted where absent; later ones replace only what is older: whoever writes late overwrites nothing newer. */
const writeInto = async (collection: Collection<Versioned>, documents: readonly Versioned[]): Promise<void> => {
  await insertNew(
    collection,
    documents.filter(({ version }) => version === 1),
  );
  const replacements = documents
    .filter(({ version }) => version > 1)
    .map(({ _id, ...replacement }): AnyBulkWriteOperation<Versioned> => {
      const filter = { _id, version: { $lt: replacement.version } };
      return { replaceOne: { filter, replacement } };
    });
  if (replacements.length > 0) await collection.bulkWrite(replacements, { ordered: false });
};

/**
 * Writes journalled documents to where they belong, marked with the revision that they are. It may be done again, by several at once and late:
 * the newest version stays, and its mark with it.
 */
export const rollForward = async (collections: DecisionCollections, entries: readonly JournalDocument[]): Promise<void> => {
  const groups = new Map<keyof DecisionDocuments, Versioned[]>();
  for (const { into, document, revision } of entries)
    groups.set(into, [...(groups.get(into) ?? []), { ...document, revision: revision + 1 }]);
  // Every kind of decision has an id and a version, and that is all that matters here.
  for (const [into, documents] of groups) await writeInto(collections[into] as unknown as Collection<Versioned>, documents);
};
