import { number, table } from '../figures.mjs';

/** A share as it is quoted: .0726. */
const share = (value) => (value === null || value === undefined || Number.isNaN(value) ? '–' : value.toFixed(4).replace(/^(-?)0\./, '$1.'));
const mean = (summary) => share(summary?.mean);
const withError = (summary) => (summary === null || Number.isNaN(summary.mean) ? '–' : `${mean(summary)} ±${share(summary.se)}`);
const ms = (value) => (value === null ? '–' : number(value, value < 1 ? 3 : 1));

const complementsTable = ({ methods, sameGroupRates }) =>
  table(
    ['method', 'one HR@4', 'z', 'HR@10', 'MRR', 'any@4', 'tail HR@4', 'basket HR@4', 'HR@10', 'MRR', 'coverage', ...(sameGroupRates === null ? [] : ['same group', 'variety'])],
    methods.map(({ name, one, basket, coverage, sameGroup, variety, z }) => [
      name,
      withError(one.hr4),
      z === null ? '–' : number(z, 1),
      mean(one.hr10),
      mean(one.mrr),
      mean(one.anyHit4),
      mean(one.tail4),
      mean(basket.hr4),
      withError(basket.hr10),
      mean(basket.mrr),
      coverage === null ? '–' : number(coverage, 3),
      ...(sameGroupRates === null ? [] : [number(sameGroup, 3), number(variety, 3)]),
    ]),
  );

const picksTable = ({ methods }) => {
  const hasGroups = methods.every(({ variety }) => variety !== null);
  return table(
    ['method', 'R@10', 'R@20', 'N@10', 'N@20', 'Nf@10', 'PHR@10', 'repeat R@10', 'novel R@10', 'novel-only R@10', 'coverage', ...(hasGroups ? ['variety'] : [])],
    methods.map((figures) => [
      figures.name,
      withError(figures.recall10),
      mean(figures.recall20),
      mean(figures.ndcg10),
      mean(figures.ndcg20),
      mean(figures.uncutNdcg10),
      mean(figures.phr10),
      mean(figures.repeat10),
      mean(figures.novel10),
      mean(figures.novelOnly10),
      number(figures.coverage, 3),
      ...(hasGroups ? [number(figures.variety, 3)] : []),
    ]),
  );
};

const SERVED = { one: 'complements of one product', basket: 'complements of a basket', picks: 'picks' };

const servingTable = (parts) =>
  table(
    ['one list of 10', 'request p50 ms', 'p99 ms', 'CPU ms', 'store CPU ms', 'decision p50 ms', 'p99 ms', 'CPU ms'],
    Object.entries(parts).map(([name, { request, decision, storeCpuMs }]) => [
      SERVED[name],
      ms(request.medianMs), ms(request.p99Ms), ms(request.cpuMs), ms(storeCpuMs),
      ms(decision.medianMs), ms(decision.p99Ms), ms(decision.cpuMs),
    ]),
  );

const costTable = (costs) =>
  table(
    ['cost', 'import s', 'learn s', 'of it', 'learn MB', 'store MB'],
    costs.map(({ name, importSeconds, learnSeconds, phases, peakMemoryMb, storePeakMb }) => [
      name,
      number(importSeconds, 1),
      number(learnSeconds, 1),
      phases.filter(({ seconds }) => seconds >= 0.1).map(({ phase, seconds }) => `${phase} ${number(seconds, 1)}`).join(', '),
      number(peakMemoryMb),
      storePeakMb === null ? '–' : number(storePeakMb),
    ]),
  );

const groupLine = ({ sameGroupRates }, groups) =>
  sameGroupRates === null ? [] : [`Same group (${groups}) among the first 4; in baskets it is ${number(sameGroupRates.ofProducts, 4)} of a product's meetings, ${number(sameGroupRates.ofMeetings, 4)} of all.`];

/** What each policy costs beside the shipped one, over the same baskets. */
const costLines = ({ cost }) => cost.map(({ name, hr4, z }) => `${name}: ${hr4 < 0 ? '−' : '+'}${number(100 * Math.abs(hr4), 1)} % of HR@4, z ${number(z, 1)}`);

const headline = ({ dataset, part, quick, learnFlags }) =>
  [
    `# ${dataset}, ${part} part`,
    ...(quick === null ? [] : [`a sample of ${number(quick)}`]),
    ...(learnFlags.length === 0 ? [] : [`learned with ${learnFlags.join(' ')}`]),
  ].join(', ');

/** The whole report as text. */
export const reportText = ({ dataset, part, quick, learnFlags, protocol, groups, complements, picks, costs }) =>
  [
    headline({ dataset, part, quick, learnFlags }),
    ...protocol.map((line) => `- ${line}`),
    ...(complements === null
      ? []
      : [
          `\n## Complements: ${number(complements.baskets)} baskets, ${number(complements.products)} products\n`,
          complementsTable(complements),
          ['', 'One list is asked for per product; MRR is cut at 100; z is paired, of HR@4 against co-count; ± is one standard error over baskets.', ...groupLine(complements, groups), ...costLines(complements)].join('\n'),
        ]),
    ...(picks === null
      ? []
      : [
          `\n## Picks: ${number(picks.customers)} customers, ${number(picks.products)} products\n`,
          picksTable(picks),
          '\nN@k has an ideal list of min(k, truth), Nf@k one of the whole truth; novel-only is a list of its own without what the customer ever bought.',
        ]),
    '\n## Cost\n',
    costTable(costs),
    '',
    servingTable({ ...complements?.serving, ...picks?.serving }),
  ].join('\n');
