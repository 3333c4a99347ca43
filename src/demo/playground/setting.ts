import { daysBefore, midnightOf } from '../shop/day.js';
import type { DemoCaller } from '../tokens.js';
import type { Example } from './example.js';

/** What examples need: tokens for the callers they speak as, and the time for what they record. */
export interface ExampleSetting {
  readonly tokens: Readonly<Record<DemoCaller, string>>;
  readonly now: Date;
}

/** The headers of a request by this caller. */
export const as = (caller: DemoCaller, { tokens }: ExampleSetting): Example['headers'] => ({ authorization: `Bearer ${tokens[caller]}` });

/** A key unlike any of a page that was opened before, so that a page that is opened anew writes a rule and a text of its own. */
export const keyOf = ({ now }: ExampleSetting): string => `playground-${now.getTime()}`;

/** The days that the sample shop measured, and today: as a period for a scorecard. */
export const lastMonth = ({ now }: ExampleSetting): { readonly from: string; readonly until: string } => ({
  from: daysBefore(midnightOf(now), 30, 0).toISOString(),
  until: daysBefore(midnightOf(now), -1, 0).toISOString(),
});
