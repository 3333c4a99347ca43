import type { RulePreview } from '../domain/what-if/preview-rule.js';
import { complementConnectionOf } from './complement-connection.js';
import { productOf } from './mappers.js';
import { pickConnectionOf } from './pick-connection.js';
import { warningAnswer } from './rule-answer.js';

/** A preview in the words of the contract. */
export const previewAnswer = ({ at, lists, picks, warnings }: RulePreview) => ({
  at,
  lists: lists.map(({ anchorId, placement, today, withDraft, displacedIds }) => ({
    anchor: productOf(anchorId),
    placement,
    today: complementConnectionOf(today).edges,
    withDraft: complementConnectionOf(withDraft).edges,
    displaced: displacedIds.map(productOf),
  })),
  picks: picks.map(({ surface, today, withDraft, displacedIds }) => ({
    surface,
    today: pickConnectionOf(today).edges,
    withDraft: pickConnectionOf(withDraft).edges,
    displaced: displacedIds.map(productOf),
  })),
  warnings: warnings.map(warningAnswer),
});
