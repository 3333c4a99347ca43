// Serving, side by side: the subgraph, the same server with prepared answers, and plain JSON. node bench/serve/run.mjs [--rounds N] [--seconds N] [--connections N]
// Runs the compiled program: build first.
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { startChild } from '../child.mjs';
import { machine, median, number, spread, table } from '../figures.mjs';
import { optionsOf } from '../options.mjs';
import { isRealMongo, openPlace } from '../store/places.mjs';
import { fillWithSampleShop } from '../store/sample.mjs';
import { asked, bodyFor, COMPLEMENTS } from './question.mjs';
import { ask, shoot } from './shoot.mjs';

const { values } = optionsOf('node bench/serve/run.mjs [--rounds N] [--seconds N] [--connections N]', {
  rounds: { type: 'number', default: 7 },
  seconds: { type: 'number', default: 3 },
  connections: { type: 'number', default: 10 },
});
const { rounds, ...shot } = values;

const script = fileURLToPath(new URL('./server.mjs', import.meta.url));
const startServer = (kind, options) => startChild(script, [kind, JSON.stringify(options)]);

/** The answers of the live server by product, for the servers that only hand them out. */
const answersOf = async (live, productIds) => {
  const answers = {};
  for (const id of productIds) answers[id] = JSON.parse(await ask(live.ready.url, bodyFor([id]))).data._entities[0].complements;
  return answers;
};

const assertSameAnswers = async (variants, bodies) => {
  for (const body of bodies.slice(0, 5)) {
    const answers = await Promise.all(variants.map(async ({ server }) => (await ask(server.ready.url, body)).trimEnd()));
    const odd = answers.findIndex((answer) => answer !== answers[0]);
    if (odd !== -1) throw new Error(`${variants[odd].name} answers differently from ${variants[0].name}`);
  }
  return (await ask(variants[0].server.ready.url, bodies[0])).length;
};

const openVariants = async (folder, defer) => {
  const directory = join(folder, 'shop');
  const filling = await openPlace(isRealMongo ? undefined : directory);
  const { productIds } = await fillWithSampleShop(filling.address);
  let place = filling;
  if (!isRealMongo) {
    // The same shop twice: for the store in another process, and for the one in a thread of the server.
    await filling.close();
    cpSync(directory, join(folder, 'thread'), { recursive: true });
    place = await openPlace(directory);
  }
  defer(place.close);
  const start = async (kind, options) => {
    const server = await startServer(kind, options);
    defer(server.stop);
    return server;
  };
  const live = await start('live', place.address);
  const answersFile = join(folder, 'answers.json');
  const answers = await answersOf(live, productIds);
  const full = productIds.filter((id) => answers[id].edges.length === COMPLEMENTS);
  writeFileSync(answersFile, JSON.stringify(answers));
  const variants = [
    { name: `tandem, ${place.name}`, server: live, beside: isRealMongo ? [] : [place] },
    ...(isRealMongo
      ? []
      : [{ name: 'tandem, embedded store in its thread', server: await start('live-thread', { directory: join(folder, 'thread'), database: 'tandem' }) }]),
    { name: 'same server, prepared answers', server: await start('prepared', { answersFile }) },
    { name: 'plain Fastify JSON', server: await start('json', { answersFile }) },
  ];
  return { variants, bodies: asked(full).map(bodyFor), askable: full.length };
};

const report = (variants, shots) => {
  const base = variants.findIndex(({ name }) => name.startsWith('same server'));
  const ratios = (at, of) => shots[at].map((one, round) => of(one) / of(shots[base][round]));
  const rows = variants.map(({ name, beside = [] }, at) => [
    name,
    number(median(shots[at].map(({ perSecond }) => perSecond))),
    spread(ratios(at, ({ perSecond }) => perSecond)),
    number(median(shots[at].map(({ cpuMs }) => cpuMs)), 2),
    spread(ratios(at, ({ cpuMs }) => cpuMs)),
    beside.length === 0 ? '' : number(median(shots[at].map(({ besideCpuMs }) => besideCpuMs)), 2),
    number(median(shots[at].map(({ p50 }) => p50))),
    number(median(shots[at].map(({ p99 }) => p99))),
    number(100 * median(shots[at].map(({ degraded }) => degraded)), 1),
  ]);
  console.log(table(['server', 'req/s', 'ratio', 'CPU ms/req', 'ratio', 'store CPU ms/req', 'p50 ms', 'p99 ms', 'degraded %'], rows));
  console.log('\nRatios are to "same server, prepared answers" in the same round: median [least–most].');
};

const measure = async (folder, defer) => {
  const { variants, bodies, askable } = await openVariants(folder, defer);
  const bytes = await assertSameAnswers(variants, bodies);
  console.log(`${machine()}; ${rounds} rounds of ${shot.seconds} s, ${shot.connections} connections`);
  console.log(`_entities, 20 products × 4 complements, out of ${number(askable)} products that have 4; ${number(bytes)} bytes; all servers gave the same bytes\n`);
  for (const variant of variants) await shoot(variant, bodies, { ...shot, seconds: 8 });
  const shots = variants.map(() => []);
  for (let round = 0; round < rounds; round += 1) {
    for (const [at, variant] of variants.entries()) shots[at].push(await shoot(variant, bodies, shot));
  }
  report(variants, shots);
};

const folder = mkdtempSync(join(tmpdir(), 'tandem-bench-'));
const closes = [() => rmSync(folder, { recursive: true, force: true })];
try {
  await measure(folder, (close) => closes.push(close));
} finally {
  for (const close of closes.toReversed()) await close();
}
