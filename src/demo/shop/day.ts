const DAY_MS = 86_400_000;

/** Midnight (UTC) at or before an instant: what the sample shop's dates are relative to, so that its last orders are of yesterday. */
export const midnightOf = (now: Date): Date => new Date(Math.floor(now.getTime() / DAY_MS) * DAY_MS);

/** An instant so many days before midnight, at an hour of that day (0 and up, below 24; fractions are minutes). */
export const daysBefore = (midnight: Date, days: number, hour: number): Date =>
  new Date(midnight.getTime() - days * DAY_MS + Math.floor(hour * 3_600) * 1_000);
