import type { Markup } from './markup.js';
import { DARK, LIGHT, type Palette } from './palette.js';

const variables = ({ paper, ink, quiet, hair, neutral, crossSell, personalisation }: Palette): string =>
  `--paper:${paper};--ink:${ink};--quiet:${quiet};--hair:${hair};--neutral:${neutral};--cross-sell:${crossSell.strong};--cross-sell-soft:${crossSell.soft};--personalisation:${personalisation.strong};--personalisation-soft:${personalisation.soft}`;

const COLOURS = `:root{color-scheme:light dark;${variables(LIGHT)}}
@media (prefers-color-scheme:dark){:root{${variables(DARK)}}}
@media print{:root{color-scheme:light;${variables(LIGHT)};--paper:#fff}}
.cross-sell{--accent:var(--cross-sell);--soft:var(--cross-sell-soft)}
.personalisation{--accent:var(--personalisation);--soft:var(--personalisation-soft)}`;

const TEXT = `*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0 auto;max-width:1180px;padding:72px 40px 96px;background:var(--paper);color:var(--ink);font:400 16px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue","Liberation Sans",Arial,sans-serif;font-variant-numeric:lining-nums tabular-nums;overflow-wrap:anywhere}
h1,h2,h3,p,dl,dd,figure{margin:0}
h1,.lead,.figures b,.period{font-family:"Iowan Old Style","Palatino Linotype",Palatino,"URW Palladio L",Charter,Georgia,"Liberation Serif",serif}
h1{font-size:44px;font-weight:400;line-height:1.12;letter-spacing:-.012em;text-wrap:balance}
h2{font-size:20px;font-weight:600;line-height:1.3}
h3{font-size:16px;font-weight:600;margin-bottom:16px}
small{font-size:14px;color:var(--quiet);font-weight:400}
b,strong{font-weight:600}
.note,.empty,caption,.scale{color:var(--quiet)}
.note{font-size:14px;margin-top:12px;text-wrap:pretty}
.empty{padding:2px 0}
code{font:inherit;font-family:ui-monospace,"SF Mono",Menlo,Consolas,"Liberation Mono",monospace;font-size:.92em}`;

const HEAD = `header{margin-bottom:64px}
.period{font-size:22px;color:var(--quiet);margin-top:10px}
.about{display:flex;flex-wrap:wrap;gap:8px 40px;margin-top:24px;font-size:14px}
.about div{display:flex;gap:8px}
.about dt{color:var(--quiet)}
.guide{margin-top:14px;font-size:14px}
a{color:inherit;text-underline-offset:3px}
a:focus-visible{outline:2px solid;outline-offset:3px}
.short h2{color:var(--accent)}
.short h2 small{display:block;font-size:14px}
.short section{border-top:3px solid var(--accent);padding-top:14px}
.lead{font-size:23px;line-height:1.36;margin-top:18px;text-wrap:pretty}
.lead+p{margin-top:14px;color:var(--quiet);text-wrap:pretty}
.lead+p strong{color:var(--ink)}`;

const LANES = `.short,.lanes{display:grid;grid-template-columns:minmax(0,1fr);row-gap:48px}
.lanes{margin-top:56px}
.lane{display:grid;grid-template-columns:minmax(0,1fr);row-gap:40px}
.lane>h2{color:var(--accent);border-top:3px solid var(--accent);padding-top:14px}
.lane>h2+section{border-top:0;padding-top:0;margin-top:-20px}
.lane>section{border-top:1px solid var(--hair);padding-top:16px}
@media print,(min-width:900px){
.short,.lanes{grid-template-columns:minmax(0,1fr) minmax(0,1fr);column-gap:72px}
.lane{grid-row:span 8;grid-template-rows:subgrid;row-gap:40px}
.lane>h2{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.lane>h2+section{border-top:1px solid var(--hair);padding-top:16px;margin-top:0}
}
.pairs{margin-top:72px;border-top:3px solid var(--accent);padding-top:14px}
.pairs h2{color:var(--accent);margin-bottom:16px}`;

const CHARTS = `svg{display:block;overflow:visible}
svg text{font-size:12px;fill:var(--quiet)}
.hair{stroke:var(--hair)}
.base,.zero{stroke:var(--neutral)}
.span{stroke:var(--accent);stroke-width:3}
.end{stroke:var(--accent);stroke-width:2}
.dot{fill:var(--accent);stroke:var(--accent);stroke-width:2}
.hollow{fill:var(--paper)}
.line{fill:none;stroke:var(--accent);stroke-width:2;stroke-linejoin:round;vector-effect:non-scaling-stroke}
.area{fill:var(--accent);opacity:.1}
.bar rect{fill:var(--accent)}
.strong{fill:var(--accent);background:var(--accent)}
.soft{fill:var(--soft);background:var(--soft)}
.neutral{fill:var(--neutral);background:var(--neutral)}
.share rect{stroke:var(--paper);stroke-width:2}
.scale{display:flex;justify-content:space-between;font-size:12px;margin-top:2px}
.effect+.effect{margin-top:28px}
figcaption{display:flex;justify-content:space-between;gap:16px}
.effect figcaption{margin-bottom:6px}
.effect.none figcaption b{font-weight:400;color:var(--quiet)}
.weekly .empty{font-size:14px}
figcaption b,figcaption small{white-space:nowrap}
.weekly+.weekly,.scale+.weekly{margin-top:26px}
.weekly+.scale{margin-top:4px}
.weekly figcaption{font-size:14px;margin-bottom:6px}`;

const FIGURES = `.figures{display:grid;grid-template-columns:1fr 1fr;gap:24px 32px}
.figures dt,.bars dt,.key dt{font-size:14px}
.figures b{display:block;font-size:34px;line-height:1.2;font-weight:400;letter-spacing:-.01em}
.figures small{display:block;line-height:1.4}
.bars div+div{margin-top:14px}
.bars div{display:grid;grid-template-columns:auto 1fr;gap:4px 16px;align-items:baseline}
.bars dd{display:contents}
.bars small{grid-column:2;text-align:right}
.bars dt,.bars small,.bars b{grid-row:1}
.bars b{min-width:72px;text-align:right}
.bars div{grid-template-columns:auto 1fr auto}
.bars svg{grid-column:1/-1}
.key{display:grid;grid-template-columns:repeat(3,1fr);gap:16px;margin-top:14px}
.key i{display:inline-block;width:10px;height:10px;margin-right:7px}
.key small{display:block}`;

const TABLES = `table{border-collapse:collapse;width:100%;font-size:14px}
caption{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
th,td{padding:7px 0 7px 14px;text-align:right;vertical-align:baseline;font-weight:400}
td{white-space:nowrap}
th:first-child{text-align:left;padding-left:0}
thead th{overflow-wrap:normal;color:var(--quiet);font-size:13px;line-height:1.3;vertical-align:bottom}
tbody tr{border-top:1px solid var(--hair)}
.numbers small{display:block}
.numbers td,.numbers thead th{padding-left:18px}
.numbers td,.numbers thead th:not(:first-child){width:1%}
.numbers thead th:first-child{padding-left:0}
.arms{margin-top:6px}
.arms th{width:34%}
.arms td:nth-child(2){width:21%}
.arms th,.arms td{padding-top:3px;padding-bottom:3px}
.arms tbody tr{border:0}
.arms th{color:var(--quiet)}
details{margin-top:18px}
summary{cursor:pointer;font-size:14px;color:var(--accent)}
summary:focus-visible{outline:2px solid var(--accent);outline-offset:3px}
details table{margin-top:8px}
.numbers.of-2 td:nth-child(2){width:110px}
.numbers.of-2 td:nth-child(3){width:140px}`;

const FOOT = `footer{margin-top:72px;border-top:1px solid var(--hair);padding-top:16px;font-size:14px}
footer h2{font-size:16px}
footer dl{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(300px,100%),1fr));gap:18px 40px;margin-top:14px}
footer dt{font-weight:600}
footer dd{color:var(--quiet)}`;

const PHONE = `@media screen and (max-width:560px){
body{padding:36px 20px 64px}
header{margin-bottom:44px}
h1{font-size:33px}
.period{font-size:19px}
.about div{width:100%;justify-content:space-between;border-top:1px solid var(--hair);padding-top:6px}
.about dd{text-align:right}
.about{gap:6px}
.lead{font-size:21px}
.figures b{font-size:29px}
.figures{column-gap:20px}
.numbers tr{display:grid;grid-template-columns:repeat(var(--columns),minmax(0,1fr)) minmax(0,1.4fr)}
.numbers th:first-child{grid-column:1/-1;padding-bottom:0}
.numbers td,.numbers thead th{padding-left:6px}
.numbers td:nth-child(2),.numbers thead th:nth-child(2){text-align:left;padding-left:0}
.numbers thead th:first-child{position:absolute;width:1px;height:1px;padding:0;overflow:hidden;clip-path:inset(50%)}
.numbers td:nth-child(n),.numbers thead th:nth-child(n){width:auto}
.numbers thead th:nth-child(1){width:1px}
.numbers td{padding-top:2px;white-space:normal}
.arms td{white-space:normal;padding-left:6px}
.arms th{width:32%}
.arms td:nth-child(2){width:20%}
.of-2{--columns:1}.of-3{--columns:2}.of-4{--columns:3}.of-5{--columns:4}
}`;

const PRINT = `@media print{
@page{size:landscape;margin:12mm}
body{max-width:none;padding:0;font-size:10pt;print-color-adjust:exact;-webkit-print-color-adjust:exact}
section,figure,tr,.bars div{break-inside:avoid}
header{margin-bottom:32px}
.lanes{margin-top:32px}
.lane{row-gap:24px}
summary{display:none}
details::details-content{content-visibility:visible;display:block;block-size:auto}
}`;

/** How the page looks: on paper and screen, by day and night, on a phone and on a desk. */
export const STYLE: Markup = { markup: [COLOURS, TEXT, HEAD, LANES, CHARTS, FIGURES, TABLES, FOOT, PHONE, PRINT].join('\n') };
