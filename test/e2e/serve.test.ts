import { describe, expect, it } from 'vitest';

import { isListening } from './support/ask.js';
import { servingEnv, servingTokens, startServing } from './support/serving.js';
import { importShop, learn, smallShop } from './support/small-shop.js';
import { useWorkplace } from './support/workplace.js';

const tokens = await servingTokens();
const without = (env: Readonly<Record<string, string>>, ...names: readonly string[]): Record<string, string> =>
  Object.fromEntries(Object.entries(env).filter(([name]) => !names.includes(name)));

describe('tandem serve', { timeout: 180_000 }, () => {
  const workplace = useWorkplace();
  const folder = (): string => workplace.path('shop');

  it('refuses to start without a configuration, and names everything that is missing', async () => {
    const { code, out, err } = await workplace.run(['serve'], { DATA_DIR: folder() });
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain('tandem: The configuration is wrong:');
    for (const name of ['GATEWAY_CREDENTIALS', 'JWT_JWKS_URL, JWT_PUBLIC_KEY, JWT_SECRET', 'JWT_ISSUER', 'JWT_AUDIENCE', 'ID_SALT', 'HOLDOUT_SALT'])
      expect(err).toMatch(new RegExp(`^  ${name} `, 'm'));
    expect(err).not.toContain('    at ');
  });

  it.each([
    ['GATEWAY_CREDENTIALS', { GATEWAY_CREDENTIALS: 'tandem-demo-gateway-credential-for-loopback-only' }],
    ['JWT_SECRET', { JWT_SECRET: 'too-short-a-secret' }],
    ['PORT', { PORT: '70000' }],
    ['READ_DEADLINE_MS', { READ_DEADLINE_MS: '900', REQUEST_DEADLINE_MS: '800' }],
    ['MONGODB_URI', { NODE_ENV: 'production' }],
  ])('refuses a wrong %s, and never repeats the value', async (name, wrong) => {
    const { code, err } = await workplace.run(['serve'], { ...servingEnv(folder()), ...wrong });
    expect(code).toBe(2);
    expect(err.trimEnd().split('\n')).toEqual(['tandem: The configuration is wrong:', expect.stringMatching(new RegExp(`^  ${name} `))]);
    for (const value of Object.values(wrong).filter((text) => text.length > 10)) expect(err).not.toContain(value);
  });

  it('refuses an interval that is none', async () => {
    for (const every of ['5s', 'often', '31d']) {
      const { code, err } = await workplace.run(['serve', '--every', every], servingEnv(folder()));
      expect([code, err]).toEqual([2, expect.stringMatching(`^tandem: --every must be a duration like 30m, 1h or 1d.*got ${every}\n$`)]);
    }
  });

  it('serves with a full environment, is ready, answers the gateway only, and ends cleanly on SIGTERM', async () => {
    const serving = await startServing(workplace, servingEnv(folder()));
    expect([await serving.health('live'), await serving.health('ready')]).toEqual([200, 200]);
    expect((await fetch(`${serving.url}/metrics`)).status).toBe(401);
    expect((await fetch(`${serving.url}/graphql`)).status).toBe(401);
    expect((await serving.ask('{ learningStatus { modelVersion sufficient } }', {}, tokens.shop)).data).toEqual({
      learningStatus: { modelVersion: null, sufficient: false },
    });
    serving.program.signal('SIGTERM');
    const { code, out, err } = await serving.program.ended;
    expect({ code, err }).toEqual({ code: 0, err: '' });
    for (const line of out.trim().split('\n')) expect(JSON.parse(line)).toMatchObject({ service: 'tandem', level: 'info' });
    expect(await isListening(serving.url)).toBe(false);
  });

  it('works out both scorecards beside the server, also asked for at once', async () => {
    const shop = workplace.path('measured shop');
    await importShop(workplace, smallShop(), shop);
    await learn(workplace, shop);
    const serving = await startServing(workplace, servingEnv(shop));
    const dayFromNow = (days: number): string => `${new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)}T00:00:00Z`;
    const period = `period: { from: "${dayFromNow(-400)}", until: "${dayFromNow(1)}" }`;
    const { data, errors } = await serving.ask(
      `{ crossSell: crossSellScorecard(${period}) { measuredAt orders } personal: personalisationScorecard(${period}) { measuredAt customers } }`,
      {},
      tokens.ivy,
    );
    expect(errors).toBeUndefined();
    expect(data).toMatchObject({ crossSell: { measuredAt: expect.any(String) }, personal: { measuredAt: expect.any(String) } });
    expect((data as { crossSell: { orders: number } }).crossSell.orders).toBeGreaterThan(0);
    serving.program.signal('SIGTERM');
    expect((await serving.program.ended).code).toBe(0);
  });

  it('allows a small shop its embedded store in production when it is told to', async () => {
    const env = { ...servingEnv(folder()), NODE_ENV: 'production', ALLOW_EMBEDDED_STORE: 'true' };
    const serving = await startServing(workplace, env);
    expect(await serving.health('ready')).toBe(200);
    serving.program.signal('SIGTERM');
    expect((await serving.program.ended).code).toBe(0);
  });

  it('answers what is under way before it ends, and says that it is not ready as soon as it is told to end', async () => {
    const serving = await startServing(workplace, { ...servingEnv(folder()), DRAIN_WAIT_MS: '6000' });
    serving.program.signal('SIGTERM');
    await expect.poll(() => serving.health('ready'), { timeout: 30_000, interval: 20 }).toBe(503);
    const answers = await Promise.all(Array.from({ length: 20 }, () => serving.ask('{ basketComplements(productIds: ["a"]) { unknownIds } }')));
    for (const { data } of answers) expect(data).toEqual({ basketComplements: { unknownIds: ['a'] } });
    expect((await serving.program.ended).code).toBe(0);
  });

  it('says that a store is not there yet, lives, and is not ready', async () => {
    const env = { ...without(servingEnv(folder()), 'DATA_DIR'), MONGODB_URI: 'mongodb://127.0.0.1:9/' };
    const serving = await startServing(workplace, env);
    expect([await serving.health('live'), await serving.health('ready')]).toEqual([200, 503]);
    const { data, errors } = await serving.ask('{ basketComplements(productIds: ["a"]) { unknownIds } }');
    expect(data).toEqual({ basketComplements: null });
    expect(errors).toHaveLength(1);
    serving.program.signal('SIGTERM');
    expect((await serving.program.ended).code).toBe(0);
  });

  it('learns on a schedule, in a process of its own, and serves what was learned', async () => {
    await importShop(workplace, smallShop(), folder());
    const serving = await startServing(workplace, servingEnv(folder()), '--every', '10s');
    const status = async () => (await serving.ask('{ learningStatus { modelVersion } }', {}, tokens.shop)).data.learningStatus.modelVersion;
    expect(await status()).toBeNull();
    await expect.poll(status, { timeout: 90_000, interval: 250 }).toMatch(/^\d{8}T\d{6}Z-/);
    await serving.program.said(/"msg":"learned"/);
    const version = await status();
    serving.program.signal('SIGTERM');
    expect((await serving.program.ended).code).toBe(0);
    expect(await learn(workplace, folder())).toMatchObject({ alreadyPublished: true, model: { version } });
  });

  it('breaks a learning off when it is told to end, instead of waiting for it', async () => {
    const other = workplace.path('learning');
    await importShop(workplace, smallShop(), other);
    const serving = await startServing(workplace, servingEnv(other), '--every', '10s');
    await serving.program.said(/reading orders/);
    serving.program.signal('SIGTERM');
    const { code, out, err } = await serving.program.ended;
    expect(code).toBe(0);
    expect(out).not.toMatch(/"msg":"(learned|learning failed)/);
    expect(err).not.toMatch(/sweeping up|error/i);
    expect((await learn(workplace, other)).model.pairs).toBeGreaterThan(0);
  });
});
