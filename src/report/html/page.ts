import type { Report } from '../report.js';
import { crossSellEffects, type Effect, personalisationEffects } from './effect.js';
import { html, type Markup } from './markup.js';
import { retentionPart, withAndWithout } from './parts/beside.js';
import { effectsPart } from './parts/effects.js';
import { crossSellFigures, personalisationFigures } from './parts/figures.js';
import { filledPart } from './parts/filled.js';
import { footPart } from './parts/foot.js';
import { funnelPart } from './parts/funnel.js';
import { headPart } from './parts/head.js';
import { pairsPart } from './parts/pairs.js';
import { placementsPart } from './parts/placements.js';
import { sourcesPart } from './parts/sources.js';
import { crossSellWeeks, personalisationWeeks } from './parts/weeks.js';
import { STYLE } from './style.js';
import { type Judged, verdict } from './verdict.js';

const LANES = {
  crossSell: { className: 'cross-sell', name: 'Cross-selling', judged: 'judged by what it does to an order', whose: 'orders' },
  personalisation: {
    className: 'personalisation',
    name: 'Personalisation',
    judged: 'judged by what it does to the relationship',
    whose: 'orders of known customers',
  },
} as const;

type LaneWords = (typeof LANES)[keyof typeof LANES];

const inShort = ({ className, name, judged, whose }: LaneWords, lane: Omit<Judged, 'whose'>): Markup => {
  const [lead, ...others] = verdict({ ...lane, whose });
  return html`<section class="${className}"><h2>${name} <small>${judged}</small></h2>
<p class="lead">${lead ?? null}</p>${others.map((other) => html`\n<p>${other}</p>`)}
</section>\n`;
};

const lane = ({ className, name }: LaneWords, parts: readonly Markup[]): Markup =>
  html`<article class="lane ${className}" aria-label="${name}"><h2>${name}</h2>
${parts.map((part) => html`${part}\n`)}</article>\n`;

const crossSellLane = ({ crossSell, placements, period }: Report, effects: readonly Effect[]): Markup =>
  lane(LANES.crossSell, [
    effectsPart(effects),
    crossSellFigures(crossSell),
    withAndWithout(crossSell),
    crossSellWeeks(crossSell, period),
    funnelPart(crossSell.funnel),
    filledPart(crossSell.shownBy),
    sourcesPart(crossSell.bySource, crossSell.currencyCode),
    placementsPart('By placement', placements),
  ]);

const personalisationLane = ({ personalisation, surfaces, period }: Report, effects: readonly Effect[]): Markup =>
  lane(LANES.personalisation, [
    effectsPart(effects),
    personalisationFigures(personalisation),
    retentionPart(personalisation),
    personalisationWeeks(personalisation, period),
    funnelPart(personalisation.funnel),
    filledPart(personalisation.shownBy),
    sourcesPart(personalisation.bySource, personalisation.currencyCode),
    placementsPart('By surface', surfaces),
  ]);

const body = (report: Report): Markup => {
  const crossSell = crossSellEffects(report.crossSell);
  const personalisation = personalisationEffects(report.personalisation);
  return html`${headPart(report)}
<main>
<div class="short">
${inShort(LANES.crossSell, { ...report.crossSell, effects: crossSell })}${inShort(LANES.personalisation, { ...report.personalisation, effects: personalisation })}</div>
<div class="lanes">
${crossSellLane(report, crossSell)}${personalisationLane(report, personalisation)}</div>
${pairsPart(report)}
</main>
${footPart(report)}`;
};

/** The report as one page that needs nothing but itself: no script, no font, no picture, no connection. */
export const renderPage = (report: Report): string =>
  html`<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${report.title}</title>
<style>
${STYLE}
</style>
</head>
<body>
${body(report)}
</body>
</html>
`.markup;
