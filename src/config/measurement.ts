/** Share of a lane's units that is held out where nothing else is said: enough to measure with, in time, and little to do without. */
export const DEFAULT_HOLDOUT_SHARE = 0.05;

/** Days for which a list may be credited where nothing else is said. */
export const DEFAULT_WINDOW_DAYS = 7;

/** The most days for which a list may be credited. */
export const LONGEST_WINDOW_DAYS = 90;
