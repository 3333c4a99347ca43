import type { ChangeFailure } from '../merchandising/changing/failure.js';
import { productIdProblems } from './copy-problems.js';
import type { CopyAudience, CopyVariantRecord } from './copy-variant.js';
import { audienceName } from './audience-name.js';
import { catalogueTextOf, type CatalogueText } from './catalogue-text.js';
import type { CopyChangeDependencies } from './change-copy.js';
import { checkGenerated } from './check-generated.js';
import { readAudience, type AudienceParts } from './read-audience.js';
import { writeCopy } from './write-copy.js';

/** Audiences that one call asks drafts for at most. */
export const MOST_AUDIENCES = 10;

/** What the copy writer is given: nothing of any customer. */
export interface CopyRequest {
  readonly product: CatalogueText;
  /** In words; one text is wanted for each. */
  readonly audiences: readonly string[];
}

/** What the copy writer answered: a text for each audience, null where it has none; or one sentence that says why there is nothing. */
export type CopyAnswer =
  | { readonly ok: true; readonly texts: readonly (string | null)[]; readonly model: string }
  | { readonly ok: false; readonly message: string };

/** Asks whatever writes drafts; never throws for what the other side does wrong. */
export type AskCopyWriter = (request: CopyRequest) => Promise<CopyAnswer>;

/** A text that was not saved. */
export interface RefusedCopy {
  /** The audience's place in the input, 0 first. */
  readonly audience: number;
  /** At most 1,000 characters of it; null where there was none. */
  readonly text: string | null;
  readonly reason: string;
}

/** What became of a request for drafts. */
export type DraftResult =
  | { readonly ok: true; readonly variants: readonly CopyVariantRecord[]; readonly refused: readonly RefusedCopy[] }
  | { readonly ok: false; readonly failure: ChangeFailure | CopyWriterFailure };

/** The copy writer did not do its part; the message says why. */
export interface CopyWriterFailure {
  readonly kind: 'COPY_WRITER';
  readonly message: string;
}

/** What is asked for. */
export interface DraftRequest {
  readonly productId: string;
  readonly audiences: readonly AudienceParts[];
}

type Dependencies = Pick<CopyChangeDependencies, 'decisions' | 'finder' | 'actor' | 'newId'> & { readonly ask: AskCopyWriter };

const readAudiences = (parts: readonly AudienceParts[]) => {
  if (parts.length < 1 || parts.length > MOST_AUDIENCES) {
    return { audiences: [], problems: [{ path: 'audiences', message: `must be 1 to ${MOST_AUDIENCES} audiences, got ${parts.length}` }] };
  }
  const readings = parts.map((each, index) => readAudience(each, `audiences[${index}]`));
  return {
    audiences: readings.flatMap((reading) => (reading.ok ? [reading.audience] : [])),
    problems: readings.flatMap((reading) => (reading.ok ? [] : reading.problems)),
  };
};

const MOST_TOLD = 1_000;

/** A text that was left out, as far as people need it. */
const told = (text: string): string => (text.length > MOST_TOLD ? `${[...text].slice(0, MOST_TOLD - 1).join('')}…` : text);

const failed = (failure: ChangeFailure | CopyWriterFailure): DraftResult => ({ ok: false, failure });

const judge = (text: string | null, audience: number, product: CatalogueText): RefusedCopy | null => {
  if (text === null) return { audience, text, reason: 'The copy writer gave no text for this audience' };
  const reasons = checkGenerated(text, product);
  return reasons.length === 0 ? null : { audience, text: told(text), reason: `The text ${reasons.join('; it ')}` };
};

/** Saves the texts that passed as drafts, all of them or none. */
const save = (
  texts: readonly { readonly text: string; readonly audience: CopyAudience }[],
  productId: string,
  model: string,
  { decisions, actor, newId }: Dependencies,
): Promise<readonly CopyVariantRecord[]> => {
  const drafts = texts.map((draft) => ({ id: newId(), ...draft }));
  if (drafts.length === 0) return Promise.resolve([]);
  return decisions.commit({ copyIds: drafts.map(({ id }) => id) }, () => {
    const copies = drafts.map(({ id, text, audience }) =>
      writeCopy(id, null, { productId, text, audience }, { ...actor, via: 'API', state: 'DRAFT', origin: 'GENERATED', model }),
    );
    return { writes: { copies }, result: copies };
  });
};

/**
 * Asks the copy writer for a draft for each audience. It is told what the catalogue says and the audiences' names, nothing else. What passes
 * `checkGenerated` is saved as drafts that state their origin and wait for a person; the rest is answered with the reasons.
 */
export const draftCopy = async ({ productId, audiences: parts }: DraftRequest, deps: Dependencies): Promise<DraftResult> => {
  const { audiences, problems: wrong } = readAudiences(parts);
  const problems = [...productIdProblems(productId), ...wrong];
  if (problems.length > 0) return failed({ kind: 'INVALID', problems });
  const facts = (await deps.finder.productsByIds([productId])).get(productId);
  if (facts === undefined) return failed({ kind: 'NOT_FOUND', id: productId });
  const product = catalogueTextOf(facts);
  const answer = await deps.ask({ product, audiences: audiences.map(audienceName) });
  if (!answer.ok) return failed({ kind: 'COPY_WRITER', message: answer.message });
  const drafts = audiences.map((audience, index) => {
    const text = answer.texts[index]?.trim() ?? null;
    return { audience, text, refusal: judge(text, index, product) };
  });
  const passed = drafts.flatMap(({ audience, text, refusal }) => (refusal === null && text !== null ? [{ audience, text }] : []));
  return {
    ok: true,
    variants: await save(passed, productId, answer.model, deps),
    refused: drafts.flatMap(({ refusal }) => refusal ?? []),
  };
};
