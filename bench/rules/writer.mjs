// Somebody who goes on changing a policy, in a process of their own: node writer.mjs ADDRESS (JSON) PAUSE_MS
import { setTimeout as pause } from 'node:timers/promises';

import { built } from '../built.mjs';
import { serveParent } from '../child.mjs';

const [{ openStores }, { setPlacementPolicy }] = await Promise.all(
  ['stores/open.js', 'domain/merchandising/changing/change-policy.js'].map(built),
);
const [address, pauseMs] = process.argv.slice(2);
const stores = openStores(JSON.parse(address));
let stopped = false;

const change = (at) => ({
  ...{ lane: 'CROSS_SELL', placement: 'CHECKOUT', version: null },
  ...{ autopilot: null, learnedShareCap: null, sameGroupCap: null, atLeast: at % 40, fallback: null, diversity: null },
});

const write = async () => {
  for (let at = 0; !stopped; at += 1) {
    await setPlacementPolicy(change(at), { decisions: stores.decisions, actor: { by: 'writer', at: new Date() } });
    await pause(Number(pauseMs));
  }
};

const writing = write();
serveParent({}, async () => {
  stopped = true;
  await writing;
  await stores.close();
});
