// How soon the whole shop's autopilot is in force on a server that holds many rules, while somebody else goes on changing things:
// node bench/rules/refresh.mjs [--rules N,N,…] [--rounds N] [--pause MS]. Runs the compiled program: build first.
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

import { built } from '../built.mjs';
import { startChild } from '../child.mjs';
import { machine, median, number, table } from '../figures.mjs';
import { optionsOf } from '../options.mjs';
import { openPlace } from '../store/places.mjs';
import { fillWithSampleShop } from '../store/sample.mjs';
import { fillWithRules } from './fill.mjs';

const { values } = optionsOf('node bench/rules/refresh.mjs [--rules N,N,…] [--rounds N] [--pause MS]', {
  rules: { type: 'numbers', default: [10, 10_000] },
  rounds: { type: 'number', default: 9 },
  pause: { type: 'number', default: 300 },
});
const INTERVAL_MS = 2_000;
const writer = fileURLToPath(new URL('./writer.mjs', import.meta.url));

const [{ openStores }, { createSnapshotHolder }, { setShopAutopilot }, { generateSampleShop }] = await Promise.all(
  ['stores/open.js', 'server/snapshot-holder.js', 'domain/merchandising/changing/change-shop-autopilot.js', 'demo/shop/sample-shop.js'].map(built),
);
const { products } = generateSampleShop({ now: new Date('2026-03-01T00:00:00Z') });

/** Milliseconds from the answer of the change until the server that only looks now and then shows it. */
const inForce = async (autopilot, decisions, holder) => {
  await setShopAutopilot({ autopilot, version: null, note: null }, { decisions, actor: { by: 'bench', at: new Date() } });
  const startedAt = performance.now();
  while (holder.current().ceiling !== autopilot) await pause(5);
  return performance.now() - startedAt;
};

const measure = async (count) => {
  const place = await openPlace();
  const { productIds } = await fillWithSampleShop(place.address);
  await fillWithRules(place.address, count, productIds, products);
  const [reading, deciding] = [openStores(place.address, 'serving'), openStores(place.address)];
  let failed = 0;
  const holder = createSnapshotHolder(reading.snapshots, INTERVAL_MS, () => (failed += 1));
  await holder.refresh();
  holder.start();
  const busy = await startChild(writer, [JSON.stringify(place.address), String(values.pause)]);
  const loop = monitorEventLoopDelay({ resolution: 5 });
  loop.enable();
  const waits = [];
  for (let round = 0; round < values.rounds; round += 1)
    waits.push(await inForce(round % 2 === 0 ? 'CURATED_ONLY' : 'ASSIST', deciding.decisions, holder));
  loop.disable();
  await busy.stop();
  holder.stop();
  await Promise.all([reading.close(), deciding.close()]);
  await place.close();
  return [`${number(count)} rules`, number(median(waits)), number(Math.max(...waits)), number(loop.max / 1e6), failed];
};

console.log(`${machine()}; refreshed every ${number(INTERVAL_MS)} ms, another process commits every ${values.pause} ms, ${values.rounds} changes\n`);
const rows = [];
for (const count of values.rules) rows.push(await measure(count));
console.log(table(['shop with', 'in force after ms, median', 'longest', 'event loop, longest ms', 'failed readings'], rows));
