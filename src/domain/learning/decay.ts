/** Milliseconds in a day. */
export const DAY_MS = 86_400_000;

/** What a fact of this age counts: 1 when new, half after one half-life, a quarter after two. Times in milliseconds since 1970. */
export const decay = (at: number, asOf: number, halfLifeDays: number): number =>
  Math.pow(0.5, Math.max(0, asOf - at) / (halfLifeDays * DAY_MS));

/** How much less a large group counts for each of its pairs. */
export const SIZE_EXPONENT = 0.75;

/** What one group of this many products counts: large orders say less about each of their pairs. */
export const sizeWeight = (size: number): number => Math.pow(Math.max(size - 1, 1), -SIZE_EXPONENT);
