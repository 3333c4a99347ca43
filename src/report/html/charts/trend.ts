import { coordinate } from '../format.js';
import { html, type Markup } from '../markup.js';

/** One point of time. */
export interface TrendPoint {
  /** Null leaves a gap. */
  readonly value: number | null;
  /** A week that the period cuts short: drawn hollow. */
  readonly partial: boolean;
}

/** How a trend is written. */
export interface TrendWords {
  readonly label: string;
  /** Writes the value at the top of the scale; 0 at its bottom where all is 0. */
  readonly write: (value: number) => string;
}

const STEPS = [1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10];

const HEIGHT = 84;
const TOP = 18;
const BOTTOM = HEIGHT - 4;
const INSET = 1.5;

/** With more points than this, dots would touch. */
const MOST_DOTS = 40;

/** A round number, at least this large; of nothing above 0. */
export const roundTop = (largest: number): number => {
  const power = 10 ** Math.floor(Math.log10(largest));
  return (STEPS.find((step) => step * power >= largest) ?? 10) * power;
};

interface Placed extends TrendPoint {
  readonly x: number;
  readonly y: number;
}

const runsOf = (placed: readonly (Placed | null)[]): readonly (readonly Placed[])[] => {
  const runs: Placed[][] = [[]];
  for (const point of placed) {
    if (point === null) runs.push([]);
    else runs.at(-1)?.push(point);
  }
  return runs.filter((run) => run.length > 0);
};

const line = (run: readonly Placed[]): string => run.map(({ x, y }) => `${coordinate(x)} ${coordinate(y)}`).join('L');

const drawnRun = (run: readonly Placed[]): Markup => {
  const [first, last] = [run[0]?.x ?? 0, run.at(-1)?.x ?? 0];
  return html`<path class="area" d="M${coordinate(first)} ${BOTTOM}L${line(run)}L${coordinate(last)} ${BOTTOM}Z"/><path class="line" d="M${line(run)}"/>`;
};

const drawnDot = ({ x, y, partial }: Placed): Markup =>
  html`<circle class="${partial ? 'dot hollow' : 'dot'}" cx="${coordinate(x)}%" cy="${coordinate(y)}" r="3"/>`;

const hair = html`<line class="hair" x1="0" x2="100%" y1="${TOP}" y2="${TOP}"/>`;

const label = (y: number, words: string): Markup => html`<text x="0" y="${y}">${words}</text>`;

/** The one line of the scale that has a number. */
const scaleOf = (largest: number, known: boolean, write: TrendWords['write']): Markup => {
  if (largest > 0) return html`${hair}${label(TOP - 5, write(roundTop(largest)))}`;
  return known ? label(BOTTOM - 10, write(0)) : hair;
};

/** A measure over time as a line on a scale from zero; the numbers stand in a table beside it. */
export const trend = (points: readonly TrendPoint[], words: TrendWords): Markup => {
  const largest = points.reduce((most, { value }) => Math.max(most, value ?? 0), 0);
  const top = largest > 0 ? roundTop(largest) : 1;
  const step = points.length < 2 ? 0 : (100 - 2 * INSET) / (points.length - 1);
  const start = points.length < 2 ? 50 : INSET;
  const placed = points.map((point, index) =>
    point.value === null ? null : { ...point, x: start + index * step, y: BOTTOM - ((BOTTOM - TOP) * point.value) / top },
  );
  const runs = runsOf(placed);
  const dots = points.length > MOST_DOTS ? runs.filter(({ length }) => length === 1).flat() : runs.flat();
  return html`<svg class="trend" role="img" aria-label="${words.label}" width="100%" height="${HEIGHT}">
<line class="base" x1="0" x2="100%" y1="${BOTTOM}" y2="${BOTTOM}"/>${scaleOf(largest, runs.length > 0, words.write)}
<svg x="0" y="0" width="100%" height="${HEIGHT}" viewBox="0 0 100 ${HEIGHT}" preserveAspectRatio="none">${runs.map(drawnRun)}</svg>
${dots.map(drawnDot)}
</svg>`;
};
