/** `part / whole`; null where there is nothing to divide by. */
export const shareOf = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);

/** Money per one, rounded to whole minor units; null where there is nothing to divide by. */
export const perOne = (minor: number, count: number): number | null => (count === 0 ? null : Math.round(minor / count));
