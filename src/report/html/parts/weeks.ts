import type { CrossSellScorecard, Period, PersonalisationScorecard } from '../../../domain/measurement/scorecard.js';
import { DAY_MS } from '../../../domain/learning/decay.js';
import { trend } from '../charts/trend.js';
import { amount, count, dayWords, NOTHING, percent, shortDay } from '../format.js';
import { html, type Markup, type Piece } from '../markup.js';
import { hasLists, NO_LIST } from '../recorded.js';
import { nothing, section } from '../section.js';
import { numberTable } from '../table.js';

/** One measure, week by week. */
interface Measure {
  readonly name: string;
  readonly values: readonly (number | null)[];
  readonly write: (value: number | null) => string;
  /** Why there are no values, where there can be none. */
  readonly why: string | null;
}

interface Weeks {
  readonly starts: readonly Date[];
  readonly period: Period;
  readonly measures: readonly Measure[];
  /** What the table has beside the measures. */
  readonly counts: { readonly name: string; readonly values: readonly number[] } | null;
}

const WEEK_DAYS = 7;

/** A shorter period holds no two whole weeks to compare. */
const SHORTEST_TREND_DAYS = 2 * WEEK_DAYS;

const isPartial = (starts: readonly Date[], index: number, { until }: Period): boolean =>
  ((starts[index + 1] ?? until).getTime() - (starts[index] ?? until).getTime()) / DAY_MS < WEEK_DAYS;

const extremes = ({ values, write }: Measure): string => {
  const known = values.filter((value) => value !== null);
  const [least, most] = [write(known.reduce((a, b) => Math.min(a, b), Infinity)), write(known.reduce((a, b) => Math.max(a, b), 0))];
  return known.length === 0 ? 'no values' : least === most ? least : `${least} to ${most}`;
};

const withoutValues = (name: string, why: string): Markup =>
  html`<figure class="weekly"><figcaption>${name} <small>${NOTHING}</small></figcaption>
<p class="empty">${why}.</p></figure>\n`;

const drawn = (measure: Measure, { starts, period }: Weeks): Markup => {
  const points = measure.values.map((value, index) => ({ value, partial: isPartial(starts, index, period) }));
  const label = `${measure.name} in ${count(points.length)} week${points.length === 1 ? '' : 's'}, ${extremes(measure)}`;
  return html`<figure class="weekly"><figcaption>${measure.name} <small>${extremes(measure)}</small></figcaption>
${trend(points, { label, write: measure.write })}</figure>\n`;
};

/** The time under all charts alike. */
const scaleOf = (starts: readonly Date[]): Markup => {
  const ends = starts.length > 1 ? [starts[0], starts.at(-1)] : starts;
  return html`<p class="scale">${ends.map((day) => html`<span>${day === undefined ? '' : shortDay(day)}</span>`)}</p>`;
};

const tableOf = ({ starts, measures, counts }: Weeks): Markup =>
  numberTable({
    caption: 'Week by week, the oldest first',
    columns: ['Week from', ...(counts === null ? [] : [counts.name]), ...measures.map(({ name }) => name)],
    rows: starts.map((start, index) => [
      dayWords(start),
      ...(counts === null ? [] : [count(counts.values[index] ?? 0)]),
      ...measures.map(({ values, write }) => write(values[index] ?? null)),
    ]),
  });

const isTooShort = ({ from, until }: Period): boolean => (until.getTime() - from.getTime()) / DAY_MS < SHORTEST_TREND_DAYS;

const withTable = (shown: Piece, weeks: Weeks): Markup => html`${shown}
<details><summary>Numbers by week</summary>
${tableOf(weeks)}</details>`;

const weeksPart = (weeks: Weeks): Markup => {
  const { starts, period, measures } = weeks;
  const empty = measures.every(({ values }) => values.every((value) => (value ?? 0) === 0));
  if (empty) return section('Week by week', nothing('No week of this period has anything to show.'));
  if (isTooShort(period)) return section('Week by week', withTable(nothing('Too short for a trend.'), weeks));
  const charts = measures.filter(({ why }) => why === null).map((measure) => drawn(measure, weeks));
  const cut = starts.some((_, index) => isPartial(starts, index, period));
  return section(
    'Week by week',
    withTable([charts, scaleOf(starts), measures.map(({ name, why }) => (why === null ? null : withoutValues(name, why)))], weeks),
    cut ? 'Hollow: a week that the period cuts short.' : null,
  );
};

const ofAll = (name: string, values: Measure['values'], write: Measure['write']): Measure => ({ name, values, write, why: null });

/** A share of what lists led to. */
const ledTo = (card: CrossSellScorecard | PersonalisationScorecard, name: string, values: Measure['values']): Measure =>
  hasLists(card) ? ofAll(name, values, percent) : { name, values: values.map(() => null), write: percent, why: NO_LIST };

/** Cross-selling, week by week. */
export const crossSellWeeks = (card: CrossSellScorecard, period: Period): Markup => {
  const { byWeek, currencyCode } = card;
  return weeksPart({
    period,
    starts: byWeek.map(({ from }) => from),
    counts: { name: 'Orders', values: byWeek.map(({ orders }) => orders) },
    measures: [
      ofAll('Average order value', byWeek.map((week) => week.averageOrderValueMinor), (minor) => amount(minor, currencyCode)),
      ledTo(card, 'Attach rate', byWeek.map(({ attachRate }) => attachRate)),
      ledTo(card, 'Share of revenue', byWeek.map(({ revenueShare }) => revenueShare)),
    ],
  });
};

/** Personalisation, week by week. */
export const personalisationWeeks = (card: PersonalisationScorecard, period: Period): Markup => {
  const { byWeek } = card;
  return weeksPart({
    period,
    starts: byWeek.map(({ from }) => from),
    counts: null,
    measures: [
      ofAll('Customers', byWeek.map(({ customers }) => customers), (value) => count(value ?? 0)),
      ofAll('Had ordered before', byWeek.map(({ returningShare }) => returningShare), percent),
      ledTo(card, 'Share of revenue', byWeek.map(({ revenueShare }) => revenueShare)),
    ],
  });
};
