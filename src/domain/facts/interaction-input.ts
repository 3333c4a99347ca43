import { checkId, checkOptionalId, checkText } from './check-text.js';
import { checkPastInstant, checkWhole } from './check-value.js';
import { INTERACTION_KINDS, type Interaction, type InteractionKind } from './interaction.js';
import { problem, type Problem } from './problem.js';

/** An interaction as someone sent it: the shape is the public contract's, the values are not trusted yet. */
export interface InteractionInput {
  readonly eventId?: unknown;
  readonly kind?: unknown;
  readonly customerId?: unknown;
  readonly sessionId?: unknown;
  readonly productId?: unknown;
  readonly categoryId?: unknown;
  readonly query?: unknown;
  readonly at?: unknown;
  readonly recommendationId?: unknown;
  readonly slot?: unknown;
}

/** What an interaction is checked against. */
export interface InteractionRules {
  readonly now: Date;
  /**
   * Interactions older than this many days are refused, because they expire: a replay of one that has gone must not bring it back.
   * Null takes any age.
   */
  readonly retentionDays: number | null;
}

/** A valid interaction, or everything that is wrong with it. */
export type ValidatedInteraction =
  | { readonly ok: true; readonly interaction: Interaction }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** How long interactions are kept, in days, unless the shop says otherwise. */
export const INTERACTION_RETENTION_DAYS = 400;

const DAY_MS = 86_400_000;
const LONGEST_QUERY = 500;
const SLOT = { least: 1, most: 10_000 };

const checkKind = (value: unknown, found: Problem[]): InteractionKind | null => {
  const kind = INTERACTION_KINDS.find((known) => known === value);
  if (kind === undefined) found.push(problem('kind', `must be one of ${INTERACTION_KINDS.join(', ')}`, value));
  return kind ?? null;
};

const checkAt = (value: unknown, rules: InteractionRules, found: Problem[]): Date => {
  const at = checkPastInstant(value, 'at', rules.now, found);
  if (rules.retentionDays !== null && rules.now.getTime() - at.getTime() > rules.retentionDays * DAY_MS) {
    found.push(problem('at', `must be within the last ${rules.retentionDays} days, which is how long interactions are kept`, at));
  }
  return at;
};

type Actor = Pick<Interaction, 'customerId' | 'sessionId'>;

const checkActor = (input: InteractionInput, found: Problem[]): Actor => {
  const absent = (input.customerId ?? null) === null && (input.sessionId ?? null) === null;
  if (absent) found.push(problem('customerId', 'is needed when there is no sessionId', null));
  return {
    customerId: checkOptionalId(input.customerId, 'customerId', found),
    sessionId: checkOptionalId(input.sessionId, 'sessionId', found),
  };
};

type Subject = Pick<Interaction, 'productId' | 'query' | 'categoryId'>;

const checkSubject = (input: InteractionInput, kind: InteractionKind | null, found: Problem[]): Subject => {
  if (kind !== 'SEARCH' && kind !== null && (input.productId ?? null) === null) {
    found.push(problem('productId', `is needed for ${kind}`, null));
  }
  const needsQuery = kind === 'SEARCH' || (input.query ?? null) !== null;
  return {
    productId: checkOptionalId(input.productId, 'productId', found),
    categoryId: checkOptionalId(input.categoryId, 'categoryId', found),
    query: needsQuery ? checkText(input.query, 'query', LONGEST_QUERY, found) : null,
  };
};

const checkSlot = (value: unknown, found: Problem[]): number | null =>
  value === undefined || value === null ? null : checkWhole(value, 'slot', SLOT, found);

/** Checks an interaction whole: every problem is found, not only the first. */
export const validateInteraction = (input: InteractionInput, rules: InteractionRules): ValidatedInteraction => {
  const found: Problem[] = [];
  const id = checkId(input.eventId, 'eventId', found);
  const kind = checkKind(input.kind, found);
  const actor = checkActor(input, found);
  const subject = checkSubject(input, kind, found);
  const at = checkAt(input.at, rules, found);
  const recommendationId = checkOptionalId(input.recommendationId, 'recommendationId', found);
  const slot = checkSlot(input.slot, found);
  if (found.length > 0 || kind === null) return { ok: false, problems: found };
  return { ok: true, interaction: { id, kind, ...actor, ...subject, at, recommendationId, slot } };
};
