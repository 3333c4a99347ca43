import { DAY_MS } from '../../../domain/learning/decay.js';
import type { Period } from '../../../domain/measurement/scorecard.js';
import type { Report } from '../../report.js';
import { count, currencyWords, dayWords, instantWords } from '../format.js';
import { foreign, html, type Markup } from '../markup.js';

/** Where the page says what its words mean. */
export const GUIDE_ID = 'how-to-read';

/** `1 October 2026 to 31 October 2026`: the last day counts too, as people say it. */
export const periodWords = ({ from, until }: Period): string => {
  const last = new Date(until.getTime() - DAY_MS);
  return last.getTime() <= from.getTime() ? dayWords(from) : `${dayWords(from)} to ${dayWords(last)}`;
};

const lengthWords = ({ from, until }: Period): string => {
  const days = Math.round((until.getTime() - from.getTime()) / DAY_MS);
  return days === 1 ? '1 day' : `${count(days)} days`;
};

const currencies = ({ crossSell, personalisation }: Report): string => {
  const codes = [...new Set([crossSell.currencyCode, personalisation.currencyCode].filter((code) => code !== null))];
  return codes.length === 0 ? 'no orders yet' : codes.map(currencyWords).join(' and ');
};

const measured = ({ crossSell: { measuredAt }, period: { until } }: Report): Markup =>
  measuredAt === null
    ? html`never`
    : html`<time datetime="${measuredAt.toISOString()}">${instantWords(measuredAt)}</time>${measuredAt < until ? ', before the period ends' : ''}`;

/** What the report is about. */
export const headPart = (report: Report): Markup => html`<header>
<h1>${foreign(report.title)}</h1>
<p class="period">${periodWords(report.period)}</p>
<dl class="about"><div><dt>Length</dt><dd>${lengthWords(report.period)}, UTC</dd></div>
<div><dt>Currency</dt><dd>${currencies(report)}</dd></div>
<div><dt>Counted until</dt><dd>${measured(report)}</dd></div></dl>
<p class="guide"><a href="#${GUIDE_ID}">How to read this</a>, at the end of the page</p>
</header>`;
