import { connect } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { openDeadline } from '../../src/server/deadline.js';
import { GATEWAY, JSON_TYPE, start, type Started } from './started.js';

const running: Started[] = [];
const startListening = async (options: Parameters<typeof start>[0] = {}) => {
  const shop = await start(options);
  running.push(shop);
  return { ...shop, url: await shop.server.listen() };
};
afterEach(async () => {
  await Promise.all(running.splice(0).map(({ server }) => server.drain()));
});

const post = (url: string, query: string, signal?: AbortSignal) =>
  fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { ...GATEWAY, ...JSON_TYPE },
    body: JSON.stringify({ query }),
    ...(signal === undefined ? {} : { signal }),
  });

describe('a request that takes too long', () => {
  it('is answered with a code when its time is over, and its work is told to stop', async () => {
    const shop = await start({ requestDeadlineMs: 50 });
    const answer = await shop.ask('{ wait(ms: 20000) }');
    expect([answer.status, answer.errors[0]?.extensions['code']]).toEqual([503, 'DEADLINE_EXCEEDED']);
    expect(answer.headers['cache-control']).toBe('private, no-store');
    await vi.waitFor(() => expect(shop.seen.aborted).toBe(1));
    await vi.waitFor(() => expect(shop.lines.join('')).toContain('"outcome":"deadline"'));
  });

  it('is answered in the same way when its body took all the time', async () => {
    const shop = await startListening({ requestDeadlineMs: 30 });
    const body = JSON.stringify({ query: '{ hello }' });
    const slowly = new ReadableStream<Uint8Array>({
      async start(controller) {
        controller.enqueue(new TextEncoder().encode(body.slice(0, 5)));
        await delay(120);
        controller.enqueue(new TextEncoder().encode(body.slice(5)));
        controller.close();
      },
    });
    const upload: RequestInit & { duplex: 'half' } = { method: 'POST', headers: { ...GATEWAY, ...JSON_TYPE }, body: slowly, duplex: 'half' };
    const answer = await fetch(`${shop.url}/graphql`, upload);
    expect([answer.status, shop.seen.callers]).toEqual([503, []]);
  });

  it('leaves its place to others', async () => {
    const shop = await start({ requestDeadlineMs: 30, maxInFlight: 1 });
    for (let round = 0; round < 3; round += 1) expect((await shop.ask('{ wait(ms: 20000) }')).status).toBe(503);
    expect((await shop.ask('{ hello }')).status).toBe(200);
  });
});

describe('a client that goes away', () => {
  it('has its work stopped and its place freed', async () => {
    const shop = await startListening({ maxInFlight: 1 });
    const client = new AbortController();
    const answer = post(shop.url, '{ wait(ms: 20000) }', client.signal).catch(() => 'gone');
    await vi.waitFor(async () => expect((await shop.metrics.render()).text).toContain('tandem_requests_in_flight 1'));
    client.abort();
    expect(await answer).toBe('gone');
    await vi.waitFor(() => expect(shop.seen.aborted).toBe(1));
    expect((await post(shop.url, '{ hello }')).status).toBe(200);
    await vi.waitFor(() => expect(shop.lines.join('')).toContain('"outcome":"gone"'));
  });

  it('in the middle of its body costs nothing', async () => {
    const shop = await startListening({ maxInFlight: 1 });
    const { hostname, port } = new URL(shop.url);
    const socket = connect(Number(port), hostname);
    const head = Object.entries({ ...GATEWAY, ...JSON_TYPE, 'content-length': '1000', host: 'x' });
    socket.write(`POST /graphql HTTP/1.1\r\n${head.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n{"query":`);
    await vi.waitFor(async () => expect((await shop.metrics.render()).text).toContain('tandem_requests_in_flight 1'));
    socket.destroy();
    await vi.waitFor(async () => expect((await shop.metrics.render()).text).toContain('tandem_requests_in_flight 0'));
    expect((await post(shop.url, '{ hello }')).status).toBe(200);
  });
});

describe('a request that may take longer', () => {
  const extendedBy = (ms: number, requestDeadlineMs: number): NonNullable<Parameters<typeof start>[0]> => ({
    requestDeadlineMs,
    createContext: (base) => {
      base.extendDeadline(ms);
      return base;
    },
  });

  it('is answered after the server’s usual time', async () => {
    const shop = await start(extendedBy(20_000, 50));
    const answer = await shop.ask('{ wait(ms: 150) }');
    expect([answer.status, answer.data, shop.seen.aborted]).toEqual([200, { wait: 'waited' }, 0]);
  });

  it('has an end all the same', async () => {
    const shop = await start(extendedBy(50, 30));
    expect((await shop.ask('{ wait(ms: 20000) }')).status).toBe(503);
    await vi.waitFor(() => expect(shop.seen.aborted).toBe(1));
  });

  it('has its work stopped when the client goes away', async () => {
    const shop = await startListening(extendedBy(20_000, 500));
    const client = new AbortController();
    const answer = post(shop.url, '{ wait(ms: 20000) }', client.signal).catch(() => 'gone');
    await vi.waitFor(async () => expect((await shop.metrics.render()).text).toContain('tandem_requests_in_flight 1'));
    client.abort();
    expect(await answer).toBe('gone');
    await vi.waitFor(() => expect(shop.seen.aborted).toBe(1));
    expect((await post(shop.url, '{ hello }')).status).toBe(200);
  });
});

describe('the time of a request', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());
  const opened = (ms: number) => {
    const over = vi.fn();
    const begin = performance.now();
    const deadline = openDeadline(begin, ms, over);
    return { deadline, over, endsAfter: () => deadline.endsAt() - begin };
  };

  it('is over once', () => {
    const { over } = opened(100);
    vi.advanceTimersByTime(99);
    expect(over).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1_000);
    expect(over).toHaveBeenCalledOnce();
  });

  it('is longer by the longest extension, however often and whenever it is asked for', () => {
    const { deadline, over, endsAfter } = opened(100);
    deadline.extend(50);
    vi.advanceTimersByTime(90);
    for (const ms of [40, 200, 200, 10]) deadline.extend(ms);
    expect(endsAfter()).toBe(300);
    vi.advanceTimersByTime(209);
    expect(over).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(over).toHaveBeenCalledOnce();
  });

  it('is not longer once it is over or stopped', () => {
    const late = opened(100);
    vi.advanceTimersByTime(100);
    late.deadline.extend(500);
    const done = opened(100);
    done.deadline.stop();
    done.deadline.extend(500);
    expect([late.endsAfter(), done.endsAfter(), vi.getTimerCount()]).toEqual([100, 100, 0]);
    expect([late.over.mock.calls.length, done.over.mock.calls.length]).toEqual([1, 0]);
  });
});
