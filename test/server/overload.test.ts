import { describe, expect, it, vi } from 'vitest';

import { GATEWAY, start } from './started.js';

describe('more requests than may be under way', () => {
  it('are turned away at once with 503 and when to come back; health and metrics still answer', async () => {
    const shop = await start({ maxInFlight: 10 });
    const answers = Promise.all(Array.from({ length: 50 }, () => shop.ask('{ wait(ms: 200) }')));
    await vi.waitFor(async () => expect((await shop.metrics.render()).text).toContain('tandem_requests_in_flight 10'));
    const live = await shop.server.app.inject({ method: 'GET', url: '/health/live' });
    const ready = await shop.server.app.inject({ method: 'GET', url: '/health/ready' });
    const metrics = await shop.server.app.inject({ method: 'GET', url: '/metrics', headers: GATEWAY });
    expect([live.statusCode, ready.statusCode, metrics.statusCode]).toEqual([200, 200, 200]);
    const refused = (await answers).filter(({ status }) => status === 503);
    expect(refused).toHaveLength(40);
    for (const answer of refused) {
      expect(answer.headers['retry-after']).toBe('1');
      expect(answer.errors[0]?.extensions['code']).toBe('OVERLOADED');
    }
    expect((await shop.ask('{ hello }')).status).toBe(200);
    expect((await shop.metrics.render()).text).toContain('operation="none",outcome="overloaded"} 40');
  });

  it('do not come from requests that were refused', async () => {
    const shop = await start({ maxInFlight: 1 });
    for (let round = 0; round < 5; round += 1) {
      await shop.ask('{', { headers: { 'content-type': 'text/plain' } });
      await shop.ask('{ hello }', { headers: { authorization: 'x' } });
      await shop.ask('{ hello }', { headers: { 'x-gateway-credential': 'x' } });
      await shop.ask('{ nothing }');
    }
    expect((await shop.ask('{ hello }')).status).toBe(200);
  });
});
