import type { Funnel } from '../../domain/measurement/scorecard.js';

/** Stands where a share of what lists led to would be 0 only because no list is known. */
export const NO_LIST = 'No list was recorded in this period';

/** Whether lists are known that can have led to anything: one came to a screen, or an order names one. */
export const hasLists = ({ funnel: { lists, orderLines } }: { readonly funnel: Funnel }): boolean => lists > 0 || orderLines > 0;
