import { describe, expect, it } from 'vitest';

import { createMetrics } from '../../src/server/metrics.js';
import { GATEWAY, start } from './started.js';

describe('health', () => {
  it('is live whatever happens around the process, and ready as told, for everybody', async () => {
    let ready = true;
    const shop = await start({ readiness: () => ({ ready, reasons: ready ? [] : ['store not reached'] }) });
    const get = async (url: string) => {
      const response = await shop.server.app.inject({ method: 'GET', url });
      return [response.statusCode, response.json()];
    };
    expect(await get('/health/ready')).toEqual([200, { status: 'ready', reasons: [] }]);
    ready = false;
    expect(await get('/health/ready')).toEqual([503, { status: 'not ready', reasons: ['store not reached'] }]);
    expect(await get('/health/live')).toEqual([200, { status: 'live' }]);
  });

  it('answers other methods with 405 to the gateway and 401 to others', async () => {
    const shop = await start();
    const gateway = await shop.server.app.inject({ method: 'POST', url: '/health/live', headers: GATEWAY });
    const stranger = await shop.server.app.inject({ method: 'POST', url: '/health/live' });
    expect([gateway.statusCode, gateway.headers['allow'], stranger.statusCode]).toEqual([405, 'GET', 401]);
  });
});

describe('metrics', () => {
  it('are for the gateway’s credential only', async () => {
    const shop = await start();
    expect((await shop.server.app.inject({ method: 'GET', url: '/metrics' })).statusCode).toBe(401);
    const response = await shop.server.app.inject({ method: 'GET', url: '/metrics', headers: GATEWAY });
    expect(response.headers['content-type']).toContain('text/plain');
    expect(response.body).toContain('process_cpu_seconds_total');
    expect(response.body).toContain('nodejs_eventloop_lag_seconds');
  });

  it('count requests by kind and outcome', async () => {
    const shop = await start();
    await shop.ask('query SomeName { hello }');
    await shop.ask('{ _entities(representations: []) { __typename } }');
    await shop.ask('{ failHard(kind: "thrown error") }');
    await new Promise((resolve) => setImmediate(resolve));
    const { text } = await shop.metrics.render();
    expect(text).toContain('tandem_request_duration_seconds_count{operation="query",outcome="ok"} 1');
    expect(text).toContain('tandem_request_duration_seconds_count{operation="entities",outcome="ok"} 1');
    expect(text).toContain('tandem_faults_total 1');
    expect(text).not.toContain('SomeName');
  });

  it('do not grow with what they are told', async () => {
    const metrics = createMetrics();
    for (let index = 0; index < 1_000; index += 1) {
      metrics.observeCommand(`command-${index}`, 'ok', 0.001);
      metrics.countDegraded(`store-${index}`);
    }
    metrics.observeCommand('find', 'failed', 0.001);
    const { text } = await metrics.render();
    expect(text).toContain('tandem_store_command_duration_seconds_count{command="other",outcome="ok"} 1000');
    expect(text).toContain('tandem_store_command_duration_seconds_count{command="find",outcome="failed"} 1');
    expect(text.match(/tandem_degraded_total\{/g)).toHaveLength(31);
  });
});
