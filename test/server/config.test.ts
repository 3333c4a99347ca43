import { generateKeyPairSync } from 'node:crypto';
import { readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import {
  ConfigError,
  DEMO_GATEWAY_CREDENTIAL,
  DEMO_JWT_SECRET,
  demoChoices,
  demoConfig,
  loadConfig,
} from '../../src/config.js';
import { GOOD, wrongVariables } from './config-env.js';

const pemOf = (type: 'rsa' | 'ec' | 'ed25519', bits = 2048): string => {
  const pair =
    type === 'rsa'
      ? generateKeyPairSync('rsa', { modulusLength: bits })
      : type === 'ec'
        ? generateKeyPairSync('ec', { namedCurve: 'P-256' })
        : generateKeyPairSync('ed25519');
  return pair.publicKey.export({ type: 'spki', format: 'pem' }).toString();
};

const withKey = (changes: Readonly<Record<string, string>>): Record<string, string> => {
  const { JWT_SECRET: _, ...rest } = GOOD;
  return { ...rest, ...changes };
};

describe('loadConfig', () => {
  it('fills in every default and freezes the result', () => {
    const config = loadConfig(GOOD);
    expect(config).toMatchObject({
      mode: 'serve',
      production: false,
      mongodbUri: null,
      mongodbDatabase: 'tandem',
      dataDir: '.tandem',
      host: '127.0.0.1',
      port: 4001,
      consentDefault: 'denied',
      holdoutShares: { CROSS_SELL: 0.05, PERSONALISATION: 0.05 },
      attributionWindowDays: 7,
      complementsMaxAge: 60,
      readDeadlineMs: 150,
      requestDeadlineMs: 800,
      maxRepresentations: 500,
      maxInFlight: 200,
      refreshIntervalMs: 2_000,
      bodyLimitBytes: 1_048_576,
      schemaExposed: false,
      logLevel: 'info',
      interactionRetentionDays: 400,
      profileHalfLives: { purchaseHalfLifeDays: 180, interestHalfLifeDays: 14 },
      modelVersionsKept: 7,
      approvalBySecondPerson: false,
      drainWaitMs: 5_000,
      identity: { algorithms: ['HS256'], customerClaim: 'sub' },
    });
    expect(Object.isFrozen(config)).toBe(true);
  });

  it('names every variable that is wrong in one message, without repeating a value', () => {
    const wrong: Record<string, string> = {
      MONGODB_URI: 'postgres://secret-value',
      MONGODB_DATABASE: 'a b',
      PORT: '70000',
      GATEWAY_CREDENTIALS: 'secret-value',
      JWT_SECRET: 'secret-value',
      HOLDOUT_SHARE: '0',
      HOLDOUT_SHARE_CROSS_SELL: '1.5',
      HOLDOUT_SHARE_PERSONALISATION: '-0.1',
      ATTRIBUTION_WINDOW_DAYS: '91',
      HOLDOUT_SALT: 'secret-value',
      ID_SALT: 'short',
      CONSENT_DEFAULT: 'maybe',
      COMPLEMENTS_MAX_AGE: '-1',
      READ_DEADLINE_MS: 'soon',
      REQUEST_DEADLINE_MS: '0',
      MAX_REPRESENTATIONS: '1e3',
      MAX_IN_FLIGHT: '',
      REFRESH_INTERVAL_MS: '5001',
      BODY_LIMIT_KB: '0.5',
      SCHEMA_EXPOSED: 'yes',
      LOG_LEVEL: 'loud',
      INTERACTION_RETENTION_DAYS: '0',
      MODEL_VERSIONS_KEPT: '1',
      DRAIN_WAIT_MS: '99999',
      HOST: 'not a host',
      NODE_ENV: 'production',
    };
    expect(() => loadConfig(wrong)).toThrow(ConfigError);
    const named = new Set(wrongVariables(wrong));
    const expected = [...Object.keys(wrong), 'JWT_ISSUER', 'JWT_AUDIENCE'].filter(
      (variable) => !['MAX_IN_FLIGHT', 'NODE_ENV'].includes(variable),
    );
    expect([...named].sort()).toEqual(expected.sort());
    expect(() => loadConfig(wrong)).not.toThrow('secret-value');
    expect(() => loadConfig(wrong)).toThrow('PORT must be a whole number from 0 to 65535');
  });

  it('says what is required when nothing is set', () => {
    expect(wrongVariables({}).toSorted()).toEqual(
      ['GATEWAY_CREDENTIALS', 'HOLDOUT_SALT', 'ID_SALT', 'JWT_AUDIENCE', 'JWT_ISSUER', 'JWT_JWKS_URL, JWT_PUBLIC_KEY, JWT_SECRET'].sort(),
    );
  });

  it('refuses what the demo made well known', () => {
    expect(wrongVariables({ ...GOOD, JWT_SECRET: DEMO_JWT_SECRET })).toEqual(['JWT_SECRET']);
    const rotated = `${'g'.repeat(32)},${DEMO_GATEWAY_CREDENTIAL}`;
    expect(wrongVariables({ ...GOOD, GATEWAY_CREDENTIALS: rotated })).toEqual(['GATEWAY_CREDENTIALS']);
    expect(wrongVariables({ ...GOOD, ID_SALT: demoConfig().idSalt })).toEqual(['ID_SALT']);
  });

  it('takes several gateway credentials and judges each', () => {
    const both = `${'a'.repeat(32)}, ${'b'.repeat(40)}`;
    expect(loadConfig({ ...GOOD, GATEWAY_CREDENTIALS: both }).gatewayCredentials).toHaveLength(2);
    expect(wrongVariables({ ...GOOD, GATEWAY_CREDENTIALS: `${both},short` })).toEqual(['GATEWAY_CREDENTIALS']);
  });

  it('wants the read deadline inside the request deadline', () => {
    expect(wrongVariables({ ...GOOD, READ_DEADLINE_MS: '800' })).toEqual(['READ_DEADLINE_MS']);
  });

  it('refuses the embedded store in production unless it is allowed', () => {
    const production = { ...GOOD, NODE_ENV: 'production' };
    expect(wrongVariables(production)).toEqual(['MONGODB_URI']);
    expect(loadConfig({ ...production, ALLOW_EMBEDDED_STORE: 'true' }).mongodbUri).toBeNull();
    expect(loadConfig({ ...production, MONGODB_URI: 'mongodb://db/' }).production).toBe(true);
  });
});

describe('the key that proves callers', () => {
  it('is exactly one', () => {
    expect(wrongVariables(withKey({}))).toHaveLength(1);
    expect(wrongVariables({ ...GOOD, JWT_JWKS_URL: 'https://id.shop.example/keys' })).toHaveLength(1);
  });

  it('decides the algorithms', () => {
    expect(loadConfig(withKey({ JWT_PUBLIC_KEY: pemOf('rsa') })).identity.algorithms).toEqual(['RS256', 'PS256']);
    expect(loadConfig(withKey({ JWT_PUBLIC_KEY: pemOf('ec') })).identity.algorithms).toEqual(['ES256']);
    expect(loadConfig(withKey({ JWT_PUBLIC_KEY: pemOf('ed25519') })).identity.algorithms).toEqual(['EdDSA']);
    const remote = loadConfig(withKey({ JWT_JWKS_URL: 'https://id.shop.example/keys' }));
    expect(remote.identity.algorithms).toEqual(['RS256', 'PS256', 'ES256', 'EdDSA']);
  });

  it('takes a PEM on one line', () => {
    const line = pemOf('ed25519').replaceAll('\n', '\\n');
    expect(loadConfig(withKey({ JWT_PUBLIC_KEY: line })).identity.key.kind).toBe('public-key');
  });

  it('refuses algorithms that do not fit it', () => {
    expect(wrongVariables({ ...GOOD, JWT_ALGORITHMS: 'RS256' })).toEqual(['JWT_ALGORITHMS']);
    expect(wrongVariables({ ...GOOD, JWT_ALGORITHMS: 'none' })).toEqual(['JWT_ALGORITHMS']);
    expect(wrongVariables(withKey({ JWT_PUBLIC_KEY: pemOf('rsa'), JWT_ALGORITHMS: 'RS256,HS256' }))).toEqual(['JWT_ALGORITHMS']);
    expect(wrongVariables(withKey({ JWT_ALGORITHMS: 'none' }))).toContain('JWT_ALGORITHMS');
    expect(loadConfig({ ...GOOD, JWT_ALGORITHMS: 'HS512' }).identity.algorithms).toEqual(['HS512']);
  });

  it('refuses keys that are weak, private or broken, and key sets fetched in the clear in production', () => {
    const privateKey = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
    for (const pem of [pemOf('rsa', 1024), privateKey, 'not a key']) {
      expect(wrongVariables(withKey({ JWT_PUBLIC_KEY: pem }))).toEqual(['JWT_PUBLIC_KEY']);
    }
    const clear = withKey({ JWT_JWKS_URL: 'http://id/keys', MONGODB_URI: 'mongodb://db/' });
    expect(wrongVariables(clear)).toEqual([]);
    expect(wrongVariables({ ...clear, NODE_ENV: 'production' })).toEqual(['JWT_JWKS_URL']);
    expect(wrongVariables(withKey({ JWT_JWKS_URL: 'file:///etc/passwd' }))).toEqual(['JWT_JWKS_URL']);
  });
});

describe('the copy writer', () => {
  const writer = (changes: Readonly<Record<string, string>> = {}) => ({
    ...GOOD,
    COPY_WRITER_URL: 'https://llm.shop.example/v1/chat/completions',
    COPY_WRITER_MODEL: 'm1',
    ...changes,
  });

  it('is none unless its address is set', () => {
    expect(loadConfig(GOOD).copyWriter).toBeNull();
    expect(loadConfig({ ...GOOD, COPY_WRITER_TIMEOUT_MS: '10000', COPY_WRITER_MODEL: 'm1' }).copyWriter).toBeNull();
    expect(demoConfig().copyWriter).toBeNull();
  });

  it('has an address, a model, ten seconds and, where it is set, a key', () => {
    const url = 'https://llm.shop.example/v1/chat/completions';
    expect(loadConfig(writer()).copyWriter).toEqual({ url, apiKey: null, model: 'm1', timeoutMs: 10_000 });
    expect(loadConfig(writer({ COPY_WRITER_API_KEY: 'k', COPY_WRITER_TIMEOUT_MS: '100' })).copyWriter).toMatchObject({ apiKey: 'k', timeoutMs: 100 });
  });

  it('names what is wrong and never repeats it', () => {
    const wrong = writer({
      COPY_WRITER_URL: 'https://secret-value@llm/',
      COPY_WRITER_MODEL: 'secret value',
      COPY_WRITER_API_KEY: 'secret value',
      COPY_WRITER_TIMEOUT_MS: '99',
    });
    expect(wrongVariables(wrong)).toEqual(['COPY_WRITER_URL', 'COPY_WRITER_MODEL', 'COPY_WRITER_API_KEY', 'COPY_WRITER_TIMEOUT_MS']);
    expect(() => loadConfig(wrong)).not.toThrow(/secret.value/);
    expect(wrongVariables({ ...GOOD, COPY_WRITER_URL: 'https://llm/' })).toEqual(['COPY_WRITER_MODEL']);
    for (const ms of ['soon', '120001', '1e3']) expect(wrongVariables(writer({ COPY_WRITER_TIMEOUT_MS: ms }))).toEqual(['COPY_WRITER_TIMEOUT_MS']);
  });

  it('is reached in the clear only outside production or on this machine', () => {
    const production = { NODE_ENV: 'production', MONGODB_URI: 'mongodb://db/' };
    const at = (url: string, changes = {}) => wrongVariables(writer({ COPY_WRITER_URL: url, ...changes }));
    expect(at('http://llm:8000/v1/chat/completions')).toEqual([]);
    expect(at('http://llm:8000/v1/chat/completions', production)).toEqual(['COPY_WRITER_URL']);
    for (const host of ['127.0.0.1', 'localhost', '[::1]']) expect(at(`http://${host}:8000/chat`, production)).toEqual([]);
    for (const url of ['http://127.0.0.1.example/', 'http://localhost.example/']) expect(at(url, production)).toEqual(['COPY_WRITER_URL']);
    for (const url of ['file:///etc/passwd', 'llm', 'ftp://llm/']) expect(at(url)).toEqual(['COPY_WRITER_URL']);
  });
});

describe('what the demo heeds of the environment', () => {
  it('is how the shop approves and its copy writer, and nothing else', () => {
    expect(demoChoices({ PORT: '1', MONGODB_URI: 'x' })).toEqual({ approvalBySecondPerson: false, copyWriter: null });
    const choices = demoChoices({ APPROVAL_BY_SECOND_PERSON: 'true', COPY_WRITER_URL: 'http://127.0.0.1:1/v1', COPY_WRITER_MODEL: 'm' });
    expect(choices).toMatchObject({ approvalBySecondPerson: true, copyWriter: { url: 'http://127.0.0.1:1/v1', model: 'm' } });
  });

  it('is refused by name when it is wrong', () => {
    expect(() => demoChoices({ APPROVAL_BY_SECOND_PERSON: 'yes', COPY_WRITER_URL: 'ftp://x' })).toThrow(/APPROVAL_BY_SECOND_PERSON[\s\S]*COPY_WRITER_URL/);
  });
});

describe('demoConfig', () => {
  it('needs no environment and stays on loopback', () => {
    expect(demoConfig({ port: 0 })).toMatchObject({ mode: 'demo', port: 0, host: '127.0.0.1', schemaExposed: true });
    expect(() => demoConfig({ host: '0.0.0.0' })).toThrow('loopback');
  });
});

describe('.env.example', () => {
  const example = readFileSync(new URL('../../.env.example', import.meta.url), 'utf8');
  const operations = readFileSync(new URL('../../docs/operations.md', import.meta.url), 'utf8');
  const source = ['variables', 'identity', 'copy-writer'].map((name) =>
    readFileSync(new URL(`../../src/config/${name}.ts`, import.meta.url), 'utf8'),
  );
  const variables = new Set(source.join('\n').match(/\b(?:[A-Z]+_[A-Z_]+(?=:|')|PORT(?=:)|HOST(?=:))/g));

  it('names every variable, and so does the manual', () => {
    const names = [...variables].filter((name) => !['KEY_VARIABLES', 'MIN_RSA_BITS', 'CURVE_ALGORITHMS'].includes(name));
    expect(names.length).toBeGreaterThan(25);
    expect(names.filter((name) => !new RegExp(`^#? ?${name}=`, 'm').test(example))).toEqual([]);
    expect(names.filter((name) => !operations.includes(`\`${name}\``))).toEqual([]);
  });

  it('has the real defaults where a line is commented out', () => {
    const lines = [...example.matchAll(/^# ?([A-Z_]+)=(.*)$/gm)].map(([, name, value]) => [name ?? '', value ?? '']);
    const optional = lines.filter(([name = '']) => !/^(JWT_|MONGODB_URI)/.test(name));
    expect(loadConfig({ ...GOOD, ...Object.fromEntries(optional) })).toEqual(loadConfig(GOOD));
  });
});
