import { approveCopy, createCopy, type CopyChangeDependencies } from '../../domain/copy/change-copy.js';
import type { CopyVariantRecord } from '../../domain/copy/copy-variant.js';
import type { ChangeResult } from '../../domain/merchandising/changing/failure.js';
import { SAMPLE_COPY, type SampleCopy } from './copy-texts.js';

/** What the sample shop's texts are written with. */
export type CopyTextStores = Pick<CopyChangeDependencies, 'decisions' | 'finder'>;

const writing = ({ decisions, finder }: CopyTextStores, by: string, at: Date): CopyChangeDependencies => ({
  decisions,
  finder,
  actor: { by, at },
  twoPersons: true,
  newId: () => {
    throw new Error('Every text of the sample shop has a key');
  },
});

/** The variant, or null where somebody came first: what people changed since stays as they left it. */
const unlessChanged = (result: ChangeResult<CopyVariantRecord>, { key }: SampleCopy): CopyVariantRecord | null => {
  if (result.ok) return result.value;
  if (result.failure.kind !== 'INVALID') return null;
  throw new Error(`The sample shop's text "${key}" cannot be written: ${result.failure.problems.map(({ path, message }) => `${path} ${message}`).join('; ')}`);
};

const writeText = async (copy: SampleCopy, stores: CopyTextStores, now: Date): Promise<void> => {
  const { key, approved, ...variant } = copy;
  const written = unlessChanged(await createCopy({ idempotencyKey: key, variant }, writing(stores, 'mia', now)), copy);
  if (!approved || written?.version !== 1) return;
  const { id, version } = written;
  unlessChanged(await approveCopy({ id, version, note: null }, writing(stores, 'noor', now)), copy);
};

/** Writes those of the sample shop's texts that are not there yet: by Mia, and approved by Noor. Can be interrupted and run again. */
export const writeCopyTexts = async (stores: CopyTextStores, now: Date): Promise<void> => {
  for (const copy of SAMPLE_COPY) await writeText(copy, stores, now);
};
