import type { ProductFinder } from '../catalogue/product-finder.js';
import { carryOut, judgeApproval, judgeEdit, judgeRetirement, type Seen, type Verdict } from '../merchandising/changing/approval.js';
import { checkNote } from '../merchandising/changing/written-text.js';
import { createdId } from '../merchandising/changing/created-id.js';
import type { DecisionOutcome, DecisionStore } from '../merchandising/kept/decisions.js';
import { made, refused, type Actor, type ChangeResult } from '../merchandising/changing/failure.js';
import { tidyNote } from '../merchandising/changing/rule-contents.js';
import type { RuleProblem } from '../merchandising/changing/rule-problems.js';
import { copyAsCreated } from './copy-as-created.js';
import { fingerprintOf, saySame } from './copy-contents.js';
import { productIdProblems, textProblems } from './copy-problems.js';
import type { CopyContents, CopyVariantRecord } from './copy-variant.js';
import { readAudience, type AudienceParts } from './read-audience.js';
import { writeCopy, type CopyWriting } from './write-copy.js';

/** What a change of a variant works with. */
export interface CopyChangeDependencies {
  readonly decisions: DecisionStore;
  readonly finder: Pick<ProductFinder, 'productsByIds'>;
  readonly actor: Actor;
  /** Whether nobody approves their own edit. */
  readonly twoPersons: boolean;
  /** An id that no variant has. */
  newId(): string;
}

/** A new variant, as it was sent. */
export interface NewCopy {
  /** Repeated with the same key by the same actor, it is created once; null where a repeated call may write a second variant. */
  readonly idempotencyKey: string | null;
  readonly variant: { readonly productId: string; readonly text: string; readonly audience: AudienceParts };
}

/** An edit of a variant, and the version that it is based on. */
export interface CopyEdit extends Seen {
  readonly text: string;
  /** Null to leave it. */
  readonly audience: AudienceParts | null;
}

/** A decision about a variant, and the version that was seen. */
export interface CopyDecision extends Seen {
  /** Why, for the history. */
  readonly note: string | null;
}

type CopyResult = ChangeResult<CopyVariantRecord>;

/** A product that copy can be written for, or why there is none; `path` is `productId`. */
const unknownProduct = async (productId: string, { finder }: CopyChangeDependencies): Promise<readonly RuleProblem[]> => {
  const problems = productIdProblems(productId);
  if (problems.length > 0 || (await finder.productsByIds([productId])).has(productId)) return problems;
  return [{ path: 'productId', message: 'is not in the catalogue' }];
};

const settle = (verdict: Verdict<CopyVariantRecord>, write: (held: CopyVariantRecord) => CopyVariantRecord): DecisionOutcome<CopyResult> =>
  carryOut(verdict, write, (written) => ({ copies: [written] }));

/** What stands under the id of a new variant was created with the same key: answered as it was created, since nobody has seen more of it. */
const repeated = (standing: CopyVariantRecord, fingerprint: string): CopyResult =>
  standing.createdWith?.contents === fingerprint ? made(copyAsCreated(standing)) : refused({ kind: 'KEY_REUSED' });

const create = ({ idempotencyKey }: NewCopy, contents: CopyContents, deps: CopyChangeDependencies): Promise<CopyResult> => {
  const { actor, decisions } = deps;
  const id = idempotencyKey === null ? deps.newId() : createdId('copy', actor.by, idempotencyKey);
  const fingerprint = fingerprintOf(contents);
  return decisions.commit({ copyIds: [id] }, ({ copies }): DecisionOutcome<CopyResult> => {
    const standing = copies.get(id);
    if (standing !== undefined) return { writes: {}, result: repeated(standing, fingerprint) };
    const createdWith = idempotencyKey === null ? null : { contents: fingerprint };
    const written = writeCopy(id, null, contents, { ...actor, via: 'API', state: 'DRAFT', createdWith });
    return { writes: { copies: [written] }, result: made(written) };
  });
};

/** Writes a new variant as a draft, for a product of the catalogue. Paths of problems are relative to `variant`. */
export const createCopy = async (input: NewCopy, deps: CopyChangeDependencies): Promise<CopyResult> => {
  const { productId, text, audience: parts } = input.variant;
  const reading = readAudience(parts);
  const problems = [...(await unknownProduct(productId, deps)), ...textProblems(text), ...(reading.ok ? [] : reading.problems)];
  if (!reading.ok || problems.length > 0) return refused({ kind: 'INVALID', problems });
  return create(input, { productId, text: text.trim(), audience: reading.audience }, deps);
};

/**
 * Replaces the text and, where given, the audience of a variant; it is a draft afterwards, since an approval holds for exactly what was seen. An
 * edit that changes nothing writes nothing.
 */
export const updateCopy = async (edit: CopyEdit, { decisions, actor }: CopyChangeDependencies): Promise<CopyResult> => {
  const { id, text } = edit;
  const reading = edit.audience === null ? null : readAudience(edit.audience);
  const problems = [...textProblems(text), ...(reading === null || reading.ok ? [] : reading.problems)];
  if (problems.length > 0 || reading?.ok === false) return refused({ kind: 'INVALID', problems });
  return decisions.commit({ copyIds: [id] }, ({ copies }) => {
    const edited = ({ productId, audience }: CopyContents): CopyContents => ({
      productId,
      text: text.trim(),
      audience: reading?.audience ?? audience,
    });
    const verdict = judgeEdit(copies.get(id), edit, (held) => saySame(held, edited(held)));
    return settle(verdict, (held) =>
      writeCopy(id, held, edited(held), { ...actor, via: 'API', state: 'DRAFT', editedBy: actor.by }),
    );
  });
};

const decide = async (
  { id, note }: CopyDecision,
  { decisions, actor }: CopyChangeDependencies,
  state: CopyWriting['state'],
  judge: (held: CopyVariantRecord | undefined) => Verdict<CopyVariantRecord>,
): Promise<CopyResult> => {
  const problems = checkNote(note);
  if (problems.length > 0) return refused({ kind: 'INVALID', problems });
  return decisions.commit({ copyIds: [id] }, ({ copies }) =>
    settle(judge(copies.get(id)), (held) => writeCopy(id, held, held, { ...actor, via: 'API', state, note: tidyNote(note) })),
  );
};

/** Lets a draft be shown: exactly the version that was seen. */
export const approveCopy = (decision: CopyDecision, deps: CopyChangeDependencies): Promise<CopyResult> =>
  decide(decision, deps, 'APPROVED', (held) => judgeApproval(held, decision, { by: deps.actor.by, twoPersons: deps.twoPersons }));

/** Takes a variant away. */
export const retireCopy = (decision: CopyDecision, deps: CopyChangeDependencies): Promise<CopyResult> =>
  decide(decision, deps, 'RETIRED', (held) => judgeRetirement(held, decision));
