import type { ChangeChannel, CreationKey } from '../merchandising/kept/decisions.js';
import { describeDifferences } from '../merchandising/changing/describe-change.js';
import { differencesOf } from '../merchandising/changing/differences.js';
import { withVersion } from '../merchandising/changing/kept-history.js';
import { audienceName } from './audience-name.js';
import { contentsOf, saySame } from './copy-contents.js';
import type { CopyContents, CopyOrigin, CopyState, CopyVariantRecord } from './copy-variant.js';

/** Who writes a variant, when, and as what. */
export interface CopyWriting {
  readonly by: string;
  readonly at: Date;
  readonly via: ChangeChannel;
  readonly state: CopyState;
  /** Who counts as the last editor; when absent `by` where the variant says something new, else whoever it was. */
  readonly editedBy?: string;
  /** Why, for the history. */
  readonly note?: string | null;
  /** Of the first version: who wrote the text, and with what key it was created. */
  readonly origin?: CopyOrigin;
  readonly model?: string | null;
  readonly createdWith?: CreationKey | null;
}

const toldOf = ({ text, audience }: CopyContents): object => ({ text, audience: audienceName(audience) });

const stepOf = (before: CopyState, after: CopyState): readonly string[] => {
  if (before === after) return [];
  return [after === 'DRAFT' ? 'a draft again' : after.toLowerCase()];
};

const firstSentence = (contents: CopyContents, { origin, model }: CopyWriting): string =>
  `${origin === 'GENERATED' ? `drafted by ${model ?? 'a language model'}` : 'created'} for ${audienceName(contents.audience)}`;

const sentence = (held: CopyVariantRecord | null, contents: CopyContents, writing: CopyWriting): string => {
  if (held === null) return firstSentence(contents, writing);
  const changes = [describeDifferences(differencesOf(toldOf(held), toldOf(contents))), ...stepOf(held.state, writing.state)];
  const told = changes.filter((part) => part !== '').join('; ') || 'saved without a change';
  return writing.note === null || writing.note === undefined ? told : `${told} (${writing.note})`;
};

/** The next version of a variant, the first one where none is held; whoever calls has decided that it may be written. */
export const writeCopy = (id: string, held: CopyVariantRecord | null, wanted: CopyContents, writing: CopyWriting): CopyVariantRecord => {
  const { by, at, via, state } = writing;
  const contents = contentsOf(wanted);
  const version = (held?.version ?? 0) + 1;
  const unchangedBy = held !== null && saySame(held, contents) ? held.editedBy : by;
  return {
    id,
    ...contents,
    state,
    origin: held?.origin ?? writing.origin ?? 'HUMAN',
    model: held === null ? (writing.model ?? null) : held.model,
    version,
    createdBy: held?.createdBy ?? by,
    approvedBy: state === 'APPROVED' ? by : null,
    updatedAt: at,
    editedBy: writing.editedBy ?? unchangedBy,
    createdWith: held === null ? (writing.createdWith ?? null) : held.createdWith,
    history: withVersion({ version, at, by, via, summary: sentence(held, contents, writing), state, contents }, held?.history ?? []),
  };
};
