import { createHash } from 'node:crypto';
import { differencesOf } from './differences.js';
import type { MerchandisingRule, ProductSelector, RuleContents } from '../rule.js';

/** What somebody says of a rule: its id and state are not theirs to say. */
export type RuleWording = Omit<RuleContents, 'id' | 'state'>;

/** The contents of a rule, in one order of fields and without whatever else comes with it. */
export const contentsOf = (rule: RuleContents | MerchandisingRule): RuleContents => ({
  id: rule.id,
  name: rule.name,
  lane: rule.lane,
  action: rule.action,
  when: rule.when,
  then: rule.then,
  placements: rule.placements,
  slot: rule.slot,
  weight: rule.weight,
  quantity: rule.quantity,
  priority: rule.priority,
  validFrom: rule.validFrom,
  validUntil: rule.validUntil,
  state: rule.state,
  note: rule.note,
});

/** Whether two rules say the same, wherever they stand. */
export const saySame = (a: RuleContents, b: RuleContents): boolean =>
  differencesOf(contentsOf({ ...a, state: 'DRAFT' }), contentsOf({ ...b, state: 'DRAFT' })).length === 0;

const each = <T>(values: readonly T[]): readonly T[] => [...new Set(values)];

const eachText = (values: readonly string[]): readonly string[] => each(values.map((value) => value.trim()));

const tidySelector = (selector: ProductSelector | null): ProductSelector | null =>
  selector && {
    productIds: each(selector.productIds),
    categoryIds: each(selector.categoryIds),
    brands: eachText(selector.brands),
    tags: eachText(selector.tags),
    minPrice: selector.minPrice,
    maxPrice: selector.maxPrice,
    maxPriceRatio: selector.maxPriceRatio,
  };

/** A note without the space around it; null when nothing is left. */
export const tidyNote = (note: string | null): string | null => note?.trim() || null;

/** Wording as it is kept: text without the space around it, every value of a list once. For wording without problems. */
export const tidyWording = (wording: RuleWording): RuleWording => ({
  ...wording,
  name: wording.name.trim(),
  when: tidySelector(wording.when),
  then: tidySelector(wording.then),
  placements: each(wording.placements),
  note: tidyNote(wording.note),
});

/** Fingerprint of what a rule says (SHA-256): the same wording has the same one, whatever the rule's id and state. */
export const fingerprintOf = (contents: RuleContents): string =>
  createHash('sha256')
    .update(JSON.stringify(contentsOf({ ...contents, id: '', state: 'DRAFT' })))
    .digest('base64url');
