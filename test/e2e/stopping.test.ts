import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { demoTokens } from '../../src/demo/tokens.js';
import { as, isListening } from './support/ask.js';
import { startDemo, storeUriOf, type Demo } from './support/demo.js';
import { useWorkplace } from './support/workplace.js';

const tokens = await demoTokens();

const RECORD = `mutation ($interactions: [InteractionInput!]!) {
  recordInteractions(input: { interactions: $interactions }) { ... on RecordingReport { accepted duplicates rejected { message } } }
}`;
const AT = new Date(Date.now() - 3_600_000).toISOString();

const record = async (demo: Demo, eventIds: readonly string[]): Promise<{ accepted: number; duplicates: number; rejected: unknown[] }> => {
  const interactions = eventIds.map((eventId) => ({ eventId, kind: 'VIEW', customerId: 'ada', productId: 'tent', at: AT }));
  return (await demo.ask(RECORD, { interactions }, as(tokens.shop))).data.recordInteractions;
};

/** Records one event after another until the demo is gone, and keeps the ids of those that it acknowledged. */
const recordUntilGone = async (demo: Demo, acknowledged: string[]): Promise<void> => {
  for (let count = 0; ; count += 1) {
    const eventId = `killed-${String(count)}`;
    try {
      if ((await record(demo, [eventId])).accepted === 1) acknowledged.push(eventId);
    } catch {
      return;
    }
  }
};

const takenPort = async (): Promise<{ port: number; give: () => void }> => {
  const holder = createServer().listen(0, '127.0.0.1');
  await once(holder, 'listening');
  const address = holder.address();
  return { port: typeof address === 'object' && address !== null ? address.port : 0, give: () => holder.close() };
};

describe('The demo, stopped and started again', { timeout: 240_000 }, () => {
  const workplace = useWorkplace();
  const shop = (): string => workplace.path('shop');
  const LOADING = /Loading the sample shop/;

  it('ends cleanly on Ctrl-C: exit code 0, nothing left listening, the data given free', async () => {
    const demo = await startDemo(workplace, shop());
    expect(demo.program.err()).toMatch(LOADING);
    const addresses = [demo.gateway, demo.tandem, demo.catalogue, demo.customers, await storeUriOf(shop())];
    expect(await Promise.all(addresses.map(isListening))).toEqual([true, true, true, true, true]);
    expect(await record(demo, ['kept-1', 'kept-2'])).toEqual({ accepted: 2, duplicates: 0, rejected: [] });
    demo.program.signalGroup('SIGINT');
    const { code, signal, out, err } = await demo.program.ended;
    expect({ code, signal }).toEqual({ code: 0, signal: null });
    expect(out.trimEnd().split('\n').slice(-2)).toEqual(['Stopping …', 'Stopped.']);
    expect(err).not.toMatch(/error|warn/i);
    expect(await Promise.all(addresses.map(isListening))).toEqual([false, false, false, false, false]);
    expect(existsSync(join(shop(), 'store.lock'))).toBe(false);
  });

  it('starts again without loading, keeps what was recorded, and stops on SIGTERM as well', async () => {
    const demo = await startDemo(workplace, shop());
    expect(demo.program.err()).not.toMatch(LOADING);
    expect(await record(demo, ['kept-1', 'kept-2', 'kept-3'])).toEqual({ accepted: 1, duplicates: 2, rejected: [] });
    demo.program.signal('SIGTERM');
    expect(await demo.program.ended).toMatchObject({ code: 0, signal: null });
  });

  it('starts again after kill -9 in the middle of recordings, with every one that it acknowledged', async () => {
    const demo = await startDemo(workplace, shop());
    const acknowledged: string[] = [];
    const recording = recordUntilGone(demo, acknowledged);
    await expect.poll(() => acknowledged.length, { timeout: 60_000 }).toBeGreaterThan(20);
    demo.program.signal('SIGKILL');
    expect(await demo.program.ended).toMatchObject({ signal: 'SIGKILL' });
    await recording;

    const again = await startDemo(workplace, shop());
    expect(again.program.err()).not.toMatch(LOADING);
    expect(await record(again, [...acknowledged, 'kept-3'])).toEqual({ accepted: 0, duplicates: acknowledged.length + 1, rejected: [] });
    const [first] = await again.examples();
    expect(first && (await again.askExample(first)).errors).toBeUndefined();
    again.program.signalGroup('SIGINT');
    expect(await again.program.ended).toMatchObject({ code: 0 });
  });

  it('says which port is taken and what to do, and leaves nothing behind', async () => {
    const taken = await takenPort();
    const { code, out, err } = await workplace.run(['start', '--port', String(taken.port), '--data-dir', shop()]);
    taken.give();
    expect(code).toBe(1);
    expect(err).toMatch(/^tandem: .*address already in use 127\.0\.0\.1:\d+: something else listens there; choose another with --port \(npm start -- --port 5200\)$/m);
    expect(err).not.toContain('    at ');
    expect(out).not.toContain('Ctrl-C');
    expect(existsSync(join(shop(), 'store.lock'))).toBe(false);
  });

  it('refuses a folder that another start has open, and leaves that one running', async () => {
    const demo = await startDemo(workplace, shop());
    const { code, err } = await workplace.run(['start', '--port', '0', '--data-dir', shop()]);
    expect(code).toBe(1);
    expect(err).toMatch(/^tandem: another process has the sample shop in .* open; stop it first, or choose another --data-dir$/m);
    const answer = await fetch(new URL('/health/live', demo.gateway));
    expect(answer.status).toBe(200);
    demo.program.signal('SIGINT');
    await demo.program.ended;
  });

  it('finishes loading when the first start was killed in the middle of it', async () => {
    const folder = workplace.path('interrupted');
    const first = workplace.start(['start', '--port', '0', '--data-dir', folder]);
    await first.said(/ {2}\d+ %/);
    first.signal('SIGKILL');
    await first.ended;
    const demo = await startDemo(workplace, folder);
    expect(demo.program.err()).toMatch(LOADING);
    const status = await demo.ask('{ learningStatus { orders sufficient } }', {}, as(tokens.shop));
    const whole = await startDemo(workplace, shop());
    expect(status.data).toEqual((await whole.ask('{ learningStatus { orders sufficient } }', {}, as(tokens.shop))).data);
  });
});
