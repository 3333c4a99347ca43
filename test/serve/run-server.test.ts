import { describe, expect, it } from 'vitest';

import { DEMO_GATEWAY_CREDENTIAL, demoConfig } from '../../src/config.js';
import { runServer } from '../../src/serve/run-server.js';
import { createLog } from '../../src/server/log.js';
import { openStores } from '../../src/stores/open.js';
import { NO_HOLDOUT } from '../support/arms.js';
import { aProduct, aRule, aSelector } from '../support/builders.js';
import { holdRules } from '../support/held-rules.js';
import { openThrowAwayStore } from '../support/store.js';

const BASKET = '{ basketComplements(productIds: ["tent"]) { recommendationId } arm: crossSellArm(sessionId: "v1") }';

describe('a server that stops', () => {
  it('writes what it noted of the lists it served before it lets go of the store', async () => {
    const store = await openThrowAwayStore();
    const stores = openStores(store.address);
    await stores.prepare();
    await stores.facts.recordProducts(['tent', 'mat'].map((id) => aProduct(id)));
    await holdRules(stores.decisions, [aRule('r1', { then: aSelector({ productIds: ['mat'] }) })]);

    const lines: string[] = [];
    const config = demoConfig({ port: 0, logLevel: 'warn', readDeadlineMs: 8_000, holdoutShares: NO_HOLDOUT });
    const server = await runServer(config, store.address, createLog('warn', { write: (line) => void lines.push(line) }));
    const response = await fetch(`${server.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-gateway-credential': DEMO_GATEWAY_CREDENTIAL },
      body: JSON.stringify({ query: BASKET }),
    });
    // Whoever asked a test's server may read its answer as loosely as JSON is.
    const { data } = (await response.json()) as { data: { basketComplements: { recommendationId: string }; arm: string } };
    await server.stop();

    const { recommendationId } = data.basketComplements;
    const known = await stores.measured.knownLists([recommendationId]);
    expect([...known.keys()]).toEqual([recommendationId]);
    expect((await stores.measured.exposuresOf('CROSS_SELL', ['v1'])).get('v1')).toMatchObject({ arm: data.arm, lane: 'CROSS_SELL' });
    expect(lines.filter((line) => line.includes('serving log'))).toEqual([]);
    await stores.close();
    await store.close();
  });
});
