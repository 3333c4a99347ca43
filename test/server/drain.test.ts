import { Agent, request, type IncomingMessage } from 'node:http';

import { fastify } from 'fastify';
import { describe, expect, it, vi } from 'vitest';

import { createDrain } from '../../src/server/drain.js';
import { createInFlight } from '../../src/server/in-flight.js';
import { createLog } from '../../src/server/log.js';
import { createMetrics } from '../../src/server/metrics.js';
import { GATEWAY, JSON_TYPE, start } from './started.js';

interface Reply {
  readonly status: number;
  readonly closing: boolean;
}

const post = (url: string, agent: Agent, query: string): Promise<Reply> =>
  new Promise((resolve, reject) => {
    const sent = request(`${url}/graphql`, { method: 'POST', agent, headers: { ...GATEWAY, ...JSON_TYPE } });
    sent.on('error', reject);
    sent.on('response', (response: IncomingMessage) => {
      response.resume();
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, closing: response.headers.connection?.toLowerCase() === 'close' }),
      );
      response.on('error', reject);
    });
    sent.end(JSON.stringify({ query }));
  });

/** Sends one request after the other over one kept connection until it is told to let go, as a gateway does. */
async function keepAsking(url: string): Promise<{ readonly answered: number; readonly failed: string[] }> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const failed: string[] = [];
  let answered = 0;
  for (let closing = false; !closing; ) {
    try {
      const reply = await post(url, agent, '{ wait(ms: 5) }');
      closing = reply.closing;
      answered += 1;
      if (reply.status !== 200) failed.push(String(reply.status));
    } catch (error) {
      failed.push(String(error));
      closing = true;
    }
  }
  agent.destroy();
  return { answered, failed };
}

describe('drain', () => {
  it.each([1, 2, 3])('under load loses no request (round %i)', async () => {
    const shop = await start({ drainWaitMs: 20 });
    const url = await shop.server.listen();
    const clients = Array.from({ length: 50 }, () => keepAsking(url));
    await vi.waitFor(async () => expect((await shop.metrics.render()).text).toMatch(/in_flight [1-9]/));
    await shop.server.drain();
    const results = await Promise.all(clients);
    expect(results.flatMap(({ failed }) => failed)).toEqual([]);
    expect(results.every(({ answered }) => answered > 0)).toBe(true);
    expect(shop.lines.join('')).not.toContain('drain took too long');
  });

  it('lets what is under way finish, closes idle connections, and then refuses new ones', async () => {
    const shop = await start({ drainWaitMs: 0 });
    const url = await shop.server.listen();
    const idle = new Agent({ keepAlive: true });
    await post(url, idle, '{ hello }');
    const slow = post(url, new Agent({ keepAlive: true }), '{ wait(ms: 600) }');
    await vi.waitFor(async () => expect((await shop.metrics.render()).text).toContain('in_flight 1'));
    await shop.server.drain();
    expect(await slow).toEqual({ status: 200, closing: true });
    expect(shop.lines.join('')).not.toContain('drain took too long');
    await expect(post(url, new Agent(), '{ hello }')).rejects.toThrow('ECONNREFUSED');
    idle.destroy();
  });

  it('is not ready from the first moment on, serves while it waits, and runs once', async () => {
    const shop = await start({ drainWaitMs: 200 });
    const first = shop.server.drain();
    const second = shop.server.drain();
    const ready = await shop.server.app.inject({ method: 'GET', url: '/health/ready' });
    expect([ready.statusCode, ready.json()]).toEqual([503, { status: 'not ready', reasons: ['draining'] }]);
    expect((await shop.server.app.inject({ method: 'GET', url: '/health/live' })).statusCode).toBe(200);
    expect((await shop.ask('{ hello }')).status).toBe(200);
    await Promise.all([first, second]);
    expect(shop.lines.filter((line) => line.includes('"msg":"drained"'))).toHaveLength(1);
  });

  it('cuts off what does not end by itself', async () => {
    const lines: string[] = [];
    const app = fastify();
    const inFlight = createInFlight(1, createMetrics());
    const abort = new AbortController();
    const leave = inFlight.enter(abort);
    app.post('/graphql', () => new Promise(() => undefined));
    const { drain } = createDrain(app, inFlight, 0, createLog('info', { write: (line) => void lines.push(line) }), 50);
    const stuck = post(await app.listen({ port: 0, host: '127.0.0.1' }), new Agent(), '{ hello }').catch((error: unknown) => error);
    await vi.waitFor(() => expect(app.server.listening).toBe(true));
    await drain();
    expect(await stuck).toBeInstanceOf(Error);
    expect(abort.signal.aborted).toBe(true);
    expect(lines.join('')).toContain('drain took too long');
    leave?.();
  });
});
