import { FEWEST_ORDERS_COMPARED, type ModelComparison } from '../domain/learning/drift-guard.js';
import { SHELF } from '../domain/learning/places-for-all.js';
import type { LearningResult } from '../learn/run-learning.js';

const count = (value: number): string => value.toLocaleString('en-GB');

const percent = (share: number | null): string => `${(100 * (share ?? 0)).toFixed(1)} %`;

/** The result's line about the comparison with what was published. */
export const comparisonLine = ({ verdict, orders, published, rival, margin }: ModelComparison): string => {
  if (verdict === 'UNCHANGED') return 'nothing: this is the published version';
  if (verdict === 'NOTHING_PUBLISHED') return 'nothing: no pairs were published before';
  if (verdict === 'TOO_FEW_ORDERS')
    return `nothing: ${count(orders)} orders of two known products or more since the published version was learned, ${FEWEST_ORDERS_COMPARED} are needed`;
  const figures = `${percent(rival)} found in ${count(orders)} newer orders, ${percent(published)} by the published version`;
  return `${figures}; ${verdict === 'WORSE' ? 'worse by more than' : 'not worse by more than'} ${percent(margin)}`;
};

/** Why a version was withheld, and what to do about it, in words for the person who asked for it. */
export const withheldMessage = ({ learned, model, comparison }: LearningResult): string =>
  [
    `version ${learned.version} is not published, as its lists are worse; version ${model.version} stays published.`,
    `Compared on ${count(comparison.orders)} orders placed after ${model.asOf.toISOString()}, which neither knew: the first ${SHELF} complements of one product`,
    `held another product of the order in ${percent(comparison.published)} of the tries by the published version, and in ${percent(comparison.rival)} as today's facts and settings`,
    `would have been learned then. A loss of more than ${percent(comparison.margin)} counts.`,
    'Facts of before that time may be missing or garbled (what was imported, replaced or removed since?), or the options of this run make lists worse.',
    'Profiles and day sheets were made as always. To publish it anyway: tandem learn --force',
  ].join('\n');
