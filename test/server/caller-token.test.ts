import { createHmac, generateKeyPairSync } from 'node:crypto';
import { createServer, type Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import { exportJWK, SignJWT, UnsecuredJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { DEMO_JWT_AUDIENCE, DEMO_JWT_ISSUER, DEMO_JWT_SECRET, type IdentityConfig } from '../../src/config.js';
import { signed, start, type Started } from './started.js';

const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
const attacker = generateKeyPairSync('rsa', { modulusLength: 2048 });
const publicPem = rsa.publicKey.export({ type: 'spki', format: 'pem' }).toString();
const identity: IdentityConfig = {
  key: { kind: 'public-key', pem: publicPem },
  issuer: DEMO_JWT_ISSUER,
  audience: DEMO_JWT_AUDIENCE,
  algorithms: ['RS256'],
  customerClaim: 'sub',
};
const CLAIMS = { iss: DEMO_JWT_ISSUER, aud: DEMO_JWT_AUDIENCE, sub: 'anna' };
const seconds = (): number => Math.floor(Date.now() / 1_000);

const withRsa = (claims: Record<string, unknown> = {}, header: Record<string, unknown> = {}, key = rsa.privateKey) =>
  new SignJWT({ ...CLAIMS, exp: seconds() + 300, ...claims }).setProtectedHeader({ alg: 'RS256', ...header }).sign(key);

const raw = (header: unknown, payload: unknown, key: string): string => {
  const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const content = `${encode(header)}.${encode(payload)}`;
  return `${content}.${createHmac('sha256', key).update(content).digest('base64url')}`;
};
const good = { ...CLAIMS, exp: 4_102_444_800 };
const flipped = (token: string): string => token.replace(/\.([^.]*)\./, (_, body: string) => `.${body.slice(0, -2)}AA.`);

const BAD_TOKENS: Record<string, () => string | Promise<string>> = {
  'nothing after Bearer': () => 'Bearer ',
  'an empty header': () => '',
  'another scheme': () => 'Basic YW5uYTpwYXNz',
  'no scheme': () => withRsa(),
  'not a token': () => 'Bearer abc',
  'two parts': () => 'Bearer a.b',
  'five parts': () => 'Bearer a.b.c.d.e',
  'empty parts': () => 'Bearer ..',
  'not base64': async () => `Bearer ${await withRsa()}!`,
  'JSON that is not': () => `Bearer ${Buffer.from('{').toString('base64url')}.e30.c2ln`,
  'a list as header': () => `Bearer ${Buffer.from('[]').toString('base64url')}.e30.c2ln`,
  'algorithm none': () => `Bearer ${new UnsecuredJWT(good).encode()}`,
  'algorithm None with a signature': () => `Bearer ${raw({ alg: 'None' }, good, 'x')}`,
  'algorithm nOnE, signature empty': () => `Bearer ${raw({ alg: 'nOnE' }, good, 'x').replace(/[^.]*$/, '')}`,
  'no algorithm': () => `Bearer ${raw({ typ: 'JWT' }, good, publicPem)}`,
  'HS256 with our public key as the secret': () => `Bearer ${raw({ alg: 'HS256' }, good, publicPem)}`,
  'RS256 said, HMAC done with our public key': () => `Bearer ${raw({ alg: 'RS256' }, good, publicPem)}`,
  'an algorithm that is not on the list': async () =>
    `Bearer ${await new SignJWT(good).setProtectedHeader({ alg: 'PS512' }).sign(rsa.privateKey)}`,
  'somebody else’s key': async () => `Bearer ${await withRsa({}, {}, attacker.privateKey)}`,
  'a key brought along (jwk)': async () =>
    `Bearer ${await withRsa({}, { jwk: await exportJWK(attacker.publicKey) }, attacker.privateKey)}`,
  'a key address brought along (jku)': async () =>
    `Bearer ${await withRsa({}, { jku: 'http://127.0.0.1:9/keys' }, attacker.privateKey)}`,
  'a certificate address (x5u)': async () => `Bearer ${await withRsa({}, { x5u: 'http://127.0.0.1:9/c' }, attacker.privateKey)}`,
  'a kid that climbs directories': () => `Bearer ${raw({ alg: 'HS256', kid: '../../../../dev/null' }, good, '')}`,
  'a kid that is a query': () => `Bearer ${raw({ alg: 'HS256', kid: "' OR 1=1 --" }, good, 'x')}`,
  'a critical header that is unknown': () => `Bearer ${raw({ alg: 'RS256', crit: ['pay'], pay: 1 }, good, 'x')}`,
  'a payload changed afterwards': async () => `Bearer ${flipped(await withRsa())}`,
  'the wrong audience': async () => `Bearer ${await withRsa({ aud: 'another-service' })}`,
  'no audience': async () => `Bearer ${await withRsa({ aud: undefined })}`,
  'the wrong issuer': async () => `Bearer ${await withRsa({ iss: 'https://evil.example' })}`,
  'no issuer': async () => `Bearer ${await withRsa({ iss: undefined })}`,
  'no expiry': async () => `Bearer ${await withRsa({ exp: undefined })}`,
  'expired beyond tolerance': async () => `Bearer ${await withRsa({ exp: seconds() - 10 })}`,
  'an expiry that is not a number': () => `Bearer ${raw({ alg: 'RS256' }, { ...CLAIMS, exp: 'never' }, 'x')}`,
  'not valid yet beyond tolerance': async () => `Bearer ${await withRsa({ nbf: seconds() + 60 })}`,
  'a customer that is a number': async () => `Bearer ${await withRsa({ sub: 7 as unknown as string })}`,
  'a customer that is an operator': async () => `Bearer ${await withRsa({ sub: { $gt: '' } as unknown as string })}`,
  'an empty customer': async () => `Bearer ${await withRsa({ sub: '' })}`,
  'a customer of 129 characters': async () => `Bearer ${await withRsa({ sub: 'x'.repeat(129) })}`,
  '9 KB': async () => `Bearer ${await withRsa({ padding: 'x'.repeat(9_000) })}`,
  '64 KB': async () => `Bearer ${await withRsa({ padding: 'x'.repeat(64_000) })}`,
  'two tokens': async () => `Bearer ${await withRsa()}, Bearer ${await withRsa()}`,
};

describe('a token that is not good', () => {
  let shop: Started;
  beforeAll(async () => {
    shop = await start({ identity });
  });

  it.each(Object.keys(BAD_TOKENS))('is refused with 401 before anything runs: %s', async (name) => {
    const authorization = await (BAD_TOKENS[name] ?? (() => ''))();
    const answer = await shop.ask('{ hello }', { headers: { authorization } });
    expect(answer.status).toBe(401);
    expect(answer.text).toBe(
      '{"errors":[{"message":"Credentials are missing or not valid","extensions":{"code":"UNAUTHENTICATED"}}]}',
    );
    expect(shop.seen.callers).toEqual([]);
  });

  it('is refused where the key is a shared secret too', async () => {
    const demo = await start();
    for (const secret of ['', 'x', `${DEMO_JWT_SECRET}x`]) {
      const answer = await demo.ask('{ hello }', { headers: { authorization: `Bearer ${raw({ alg: 'HS256' }, good, secret)}` } });
      expect(answer.status).toBe(401);
    }
    const rs = await demo.ask('{ hello }', { headers: { authorization: `Bearer ${await withRsa()}` } });
    expect(rs.status).toBe(401);
  });
});

describe('a good token', () => {
  const callerOf = async (claims: Record<string, unknown>, options: Partial<IdentityConfig> = {}) => {
    const shop = await start({ identity: { ...identity, ...options } });
    const answer = await shop.ask('{ hello }', { headers: { authorization: `Bearer ${await withRsa(claims)}` } });
    return { status: answer.status, customer: shop.seen.callers[0], subject: shop.seen.subjects[0], scopes: shop.seen.scopes[0] };
  };

  it('says who calls, within five seconds of clock difference', async () => {
    expect(await callerOf({})).toMatchObject({ status: 200, customer: 'anna' });
    expect(await callerOf({ exp: seconds() - 2, nbf: seconds() + 2 })).toMatchObject({ status: 200, customer: 'anna' });
  });

  it('grants the scopes we know, however they are written', async () => {
    const words = ['reports:read', 'everything', 'picks:read'];
    for (const claims of [{ scope: words.join(' ') }, { scopes: words }, { scp: words }, { scp: words.join(' ') }]) {
      expect((await callerOf(claims)).scopes).toEqual(['picks:read', 'reports:read']);
    }
    expect((await callerOf({ scope: { 'picks:read': true }, scopes: [['picks:read'], 1, null] })).scopes).toEqual([]);
  });

  it('may name nobody, or name the customer in a claim of the shop’s own', async () => {
    expect(await callerOf({ sub: undefined })).toMatchObject({ status: 200, customer: null });
    const own = { customerClaim: 'https://shop.example/customer' };
    expect(await callerOf({ 'https://shop.example/customer': 'c9' }, own)).toMatchObject({ customer: 'c9' });
  });

  it('says who acts apart from which customer it speaks for, where it says so at all', async () => {
    const own = { customerClaim: 'https://shop.example/customer' };
    expect(await callerOf({ sub: 'mia' }, own)).toMatchObject({ status: 200, customer: null, subject: 'mia' });
    expect(await callerOf({ sub: 'mia', 'https://shop.example/customer': 'c9' }, own)).toMatchObject({ customer: 'c9', subject: 'mia' });
    for (const sub of [undefined, '', 'x'.repeat(129), 7, ['mia'], 'mi\u0000a'])
      expect(await callerOf({ sub }, own)).toMatchObject({ status: 200, subject: null });
  });

  it('is not needed by visitors', async () => {
    const shop = await start();
    expect((await shop.ask('{ hello }')).status).toBe(200);
    expect(shop.seen.callers).toEqual([null]);
  });

  it('can be signed with the demo’s secret in the demo', async () => {
    const shop = await start();
    const answer = await shop.ask('{ me { id } }', { headers: { authorization: `bearer ${await signed({ sub: 'ben' })}` } });
    expect(answer.data).toEqual({ me: { id: 'ben' } });
  });
});

describe('keys fetched by URL', () => {
  let keys: HttpServer;
  let url: string;
  beforeAll(async () => {
    const jwk = { ...(await exportJWK(rsa.publicKey)), kid: 'k1', alg: 'RS256', use: 'sig' };
    keys = createServer((_request, response) => response.end(JSON.stringify({ keys: [jwk] })));
    await new Promise<void>((resolve) => keys.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(keys.address() as AddressInfo).port}/keys`;
  });
  afterAll(() => {
    keys.close();
  });

  it('prove tokens by key id, and refuse unknown keys', async () => {
    const shop = await start({ identity: { ...identity, key: { kind: 'jwks', url } } });
    const ask = async (kid: string, key = rsa.privateKey) =>
      (await shop.ask('{ hello }', { headers: { authorization: `Bearer ${await withRsa({}, { kid }, key)}` } })).status;
    expect([await ask('k1'), await ask('k2'), await ask('../k1'), await ask('k1', attacker.privateKey)]).toEqual([200, 401, 401, 401]);
  });

  it('answer 503 while they cannot be fetched, and visitors are still served', async () => {
    const shop = await start({ identity: { ...identity, key: { kind: 'jwks', url: 'http://127.0.0.1:9/keys' } } });
    const answer = await shop.ask('{ hello }', { headers: { authorization: `Bearer ${await withRsa({}, { kid: 'k1' })}` } });
    expect([answer.status, answer.errors[0]?.extensions['code'], answer.headers['retry-after']]).toEqual([503, 'IDENTITY_UNAVAILABLE', '1']);
    expect((await shop.ask('{ hello }')).status).toBe(200);
  });
});
