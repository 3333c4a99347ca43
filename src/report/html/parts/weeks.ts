import type { CrossSellScorecard, Period, PersonalisationScorecard } from '../../../domain/measurement/scorecard.js';
import { DAY_MS } from '../../../domain/learning/decay.js';
import { trend } from '../charts/trend.js';
import { amount, count, dayWords, percent, shortDay } from '../format.js';
import { html, type Markup } from '../markup.js';
import { nothing, section } from '../section.js';
import { numberTable } from '../table.js';

/** One measure, week by week. */
interface Measure {
  readonly name: string;
  readonly values: readonly (number | null)[];
  readonly write: (value: number | null) => string;
}

interface Weeks {
  readonly starts: readonly Date[];
  readonly period: Period;
  readonly measures: readonly Measure[];
  /** What the table has beside the measures. */
  readonly counts: { readonly name: string; readonly values: readonly number[] } | null;
}

const WEEK_DAYS = 7;

const isPartial = (starts: readonly Date[], index: number, { until }: Period): boolean =>
  ((starts[index + 1] ?? until).getTime() - (starts[index] ?? until).getTime()) / DAY_MS < WEEK_DAYS;

const extremes = ({ values, write }: Measure): string => {
  const known = values.filter((value) => value !== null);
  const [least, most] = [write(known.reduce((a, b) => Math.min(a, b), Infinity)), write(known.reduce((a, b) => Math.max(a, b), 0))];
  return known.length === 0 ? 'no values' : least === most ? least : `${least} to ${most}`;
};

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

const weeksPart = (weeks: Weeks): Markup => {
  const cut = weeks.starts.some((_, index) => isPartial(weeks.starts, index, weeks.period));
  const empty = weeks.measures.every(({ values }) => values.every((value) => (value ?? 0) === 0));
  return empty
    ? section('Week by week', nothing('No week of this period has anything to show.'))
    : section(
        'Week by week',
        html`${weeks.measures.map((measure) => drawn(measure, weeks))}${scaleOf(weeks.starts)}
<details><summary>Numbers by week</summary>
${tableOf(weeks)}</details>`,
        cut ? 'Hollow: a week that the period cuts short.' : null,
      );
};

/** Cross-selling, week by week. */
export const crossSellWeeks = ({ byWeek, currencyCode }: CrossSellScorecard, period: Period): Markup =>
  weeksPart({
    period,
    starts: byWeek.map(({ from }) => from),
    counts: { name: 'Orders', values: byWeek.map(({ orders }) => orders) },
    measures: [
      { name: 'Average order value', values: byWeek.map((week) => week.averageOrderValueMinor), write: (minor) => amount(minor, currencyCode) },
      { name: 'Attach rate', values: byWeek.map(({ attachRate }) => attachRate), write: percent },
      { name: 'Share of revenue', values: byWeek.map(({ revenueShare }) => revenueShare), write: percent },
    ],
  });

/** Personalisation, week by week. */
export const personalisationWeeks = ({ byWeek }: PersonalisationScorecard, period: Period): Markup =>
  weeksPart({
    period,
    starts: byWeek.map(({ from }) => from),
    counts: null,
    measures: [
      { name: 'Customers', values: byWeek.map(({ customers }) => customers), write: (value) => count(value ?? 0) },
      { name: 'Had ordered before', values: byWeek.map(({ returningShare }) => returningShare), write: percent },
      { name: 'Share of revenue', values: byWeek.map(({ revenueShare }) => revenueShare), write: percent },
    ],
  });
