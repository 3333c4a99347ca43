// Two builds of the subgraph side by side, each in its own process, on one store: node bench/serve/compare.mjs BEFORE_DIST AFTER_DIST [ROUNDS [SECONDS]]
import { fileURLToPath } from 'node:url';

import { startChild } from '../child.mjs';
import { machine, median, number, spread, table } from '../figures.mjs';
import { optionsOf, refuse } from '../options.mjs';
import { openPlace } from '../store/places.mjs';
import { fillWithSampleShop } from '../store/sample.mjs';
import { asked, bodyFor, COMPLEMENTS } from './question.mjs';
import { ask, shoot } from './shoot.mjs';

const USAGE = 'node bench/serve/compare.mjs BEFORE_DIST AFTER_DIST [ROUNDS [SECONDS]]';
const [before, after, ...numbers] = optionsOf(USAGE, {}, { name: 'builds and numbers', type: 'text', least: 2, most: 4 }).positionals;
const [rounds = 9, seconds = 3] = numbers.map(Number);
if (!(rounds > 0 && seconds > 0)) refuse(USAGE, `Give ROUNDS and SECONDS as numbers, not '${numbers.join(' ')}'.`);
const WARM_SECONDS = 10;
const script = fileURLToPath(new URL('./server.mjs', import.meta.url));

const place = await openPlace();
const { productIds } = await fillWithSampleShop(place.address);
const start = (dist) => startChild(script, ['live', JSON.stringify(place.address)], { env: { TANDEM_DIST: dist } });
const servers = [await start(before), await start(after)];
const complementsOf = async (id) => JSON.parse(await ask(servers[0].ready.url, bodyFor([id]))).data._entities[0].complements.edges.length;
const full = [];
for (const id of productIds) if ((await complementsOf(id)) === COMPLEMENTS) full.push(id);
const bodies = asked(full).map(bodyFor);
try {
  const answers = [[], []];
  for (const [at, { ready }] of servers.entries()) for (const body of bodies) answers[at].push(await ask(ready.url, body));
  const same = answers[0].every((answer, at) => answer === answers[1][at]);
  for (const server of servers) await shoot({ server }, bodies, { seconds: WARM_SECONDS, connections: 10 });
  const shots = [[], []];
  for (let round = 0; round < rounds; round += 1) {
    // Who goes first changes, so that neither always follows the other.
    const order = round % 2 === 0 ? [0, 1] : [1, 0];
    for (const at of order) shots[at].push(await shoot({ server: servers[at] }, bodies, { seconds, connections: 10 }));
  }
  const row = (name, at) => [name, number(median(shots[at].map((one) => one.perSecond))), number(median(shots[at].map((one) => one.cpuMs)), 2), number(100 * median(shots[at].map((one) => one.degraded)), 1)];
  const ratio = (of) => spread(shots[1].map((one, round) => of(one) / of(shots[0][round])));
  console.log(`${machine()}; ${same ? 'the same answers' : 'THE ANSWERS DIFFER'}\n`);
  console.log(table(['build', 'req/s', 'CPU ms/req', 'degraded %'], [row('before', 0), row('after', 1), ['after ÷ before', ratio((one) => one.perSecond), ratio((one) => one.cpuMs), '']]));
} finally {
  for (const server of servers) await server.stop();
  await place.close();
}
