import type { CopyVariantRecord } from './copy-variant.js';

/** What creating a variant answered, for a repeated call; the variant as it stands where its history no longer reaches back. */
export const copyAsCreated = (standing: CopyVariantRecord): CopyVariantRecord => {
  const first = standing.history.at(-1);
  if (first?.version !== 1) return standing;
  return {
    ...standing,
    ...first.contents,
    state: first.state,
    version: 1,
    approvedBy: null,
    updatedAt: first.at,
    editedBy: first.by,
    history: [first],
  };
};
