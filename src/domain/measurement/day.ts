import { DAY_MS } from '../learning/decay.js';

/** The UTC day of an instant: `2026-11-21`. */
export const dayOf = (at: Date): string => at.toISOString().slice(0, 10);

/** 00:00 UTC of a day. */
export const startOf = (day: string): Date => new Date(`${day}T00:00:00.000Z`);

/** The day so many days later; earlier for a negative number. */
export const daysAfter = (day: string, days: number): string => dayOf(new Date(startOf(day).getTime() + days * DAY_MS));
