// What rules cost a request: the sample shop with 10 rules beside the same shop with 10,000, in turns. node bench/rules/run.mjs [--rounds N] [--seconds N] [--rules N,N,…]
// Runs the compiled program: build first.
import { fileURLToPath } from 'node:url';

import { built } from '../built.mjs';
import { startChild } from '../child.mjs';
import { machine, median, number, spread, table } from '../figures.mjs';
import { optionsOf } from '../options.mjs';
import { asked, bodyFor, COMPLEMENTS } from '../serve/question.mjs';
import { ask, shoot } from '../serve/shoot.mjs';
import { openPlace } from '../store/places.mjs';
import { fillWithSampleShop } from '../store/sample.mjs';
import { fillWithRules } from './fill.mjs';

const { values } = optionsOf('node bench/rules/run.mjs [--rounds N] [--seconds N] [--rules N,N,…]', {
  rounds: { type: 'number', default: 9 },
  seconds: { type: 'number', default: 3 },
  rules: { type: 'numbers', default: [10, 1_000, 10_000] },
});
const { rounds, seconds } = values;
const shot = { seconds, connections: 10 };
const WARM_SECONDS = 8;
const server = fileURLToPath(new URL('../serve/server.mjs', import.meta.url));

const { generateSampleShop } = await built('demo/shop/sample-shop.js');
const { products } = generateSampleShop({ now: new Date('2026-03-01T00:00:00Z') });

const openVariant = async (count, defer) => {
  const place = await openPlace();
  defer(place.close);
  const { productIds } = await fillWithSampleShop(place.address);
  await fillWithRules(place.address, count, productIds, products);
  const started = await startChild(server, ['live', JSON.stringify(place.address)]);
  defer(started.stop);
  return { count, productIds, server: started };
};

const fullOf = async ({ productIds, server: { ready } }) => {
  const full = [];
  for (const id of productIds) {
    const { data } = JSON.parse(await ask(ready.url, bodyFor([id])));
    if (data._entities[0].complements.edges.length === COMPLEMENTS) full.push(id);
  }
  return full;
};

const assertSameAnswers = async (variants, bodies) => {
  for (const body of bodies) {
    const answers = await Promise.all(variants.map(async ({ server: { ready } }) => ask(ready.url, body)));
    if (answers.some((answer) => answer !== answers[0])) throw new Error('The rules of other products change what is answered');
  }
};

const report = (variants, shots) => {
  const ratios = (at, of) => spread(shots[at].map((one, round) => of(one) / of(shots[0][round])));
  const rows = variants.map(({ count }, at) => [
    `${number(count)} rules`,
    number(median(shots[at].map(({ perSecond }) => perSecond))),
    ratios(at, ({ perSecond }) => perSecond),
    number(median(shots[at].map(({ cpuMs }) => cpuMs)), 2),
    ratios(at, ({ cpuMs }) => cpuMs),
  ]);
  console.log(table(['shop with', 'req/s', 'ratio', 'CPU ms/req', 'ratio'], rows));
  console.log('\nRatios are to the first line in the same round: median [least–most].');
};

const measure = async (defer) => {
  const variants = [];
  for (const count of values.rules) variants.push(await openVariant(count, defer));
  const bodies = asked(await fullOf(variants[0])).map(bodyFor);
  await assertSameAnswers(variants, bodies);
  console.log(`${machine()}; ${rounds} rounds of ${shot.seconds} s, ${shot.connections} connections`);
  console.log('_entities, 20 products × 4 complements; all shops gave the same bytes\n');
  for (const variant of variants) await shoot(variant, bodies, { ...shot, seconds: WARM_SECONDS });
  const shots = variants.map(() => []);
  for (let round = 0; round < rounds; round += 1) {
    // Who goes first changes, so that nobody always follows the same neighbour.
    const order = variants.map((_, at) => (at + round) % variants.length);
    for (const at of order) shots[at].push(await shoot(variants[at], bodies, shot));
  }
  report(variants, shots);
};

const closes = [];
try {
  await measure((close) => closes.push(close));
} finally {
  for (const close of closes.toReversed()) await close();
}
