import { createPublicKey, type KeyObject } from 'node:crypto';

import type { Problem } from './problem.js';

/** What proves a caller's token: a key set fetched by URL, one public key, or a shared secret. */
export type IdentityKey =
  | { readonly kind: 'jwks'; readonly url: string }
  | { readonly kind: 'public-key'; readonly pem: string }
  | { readonly kind: 'secret'; readonly secret: string };

/** How callers' tokens are judged. The algorithms are ours, never the token's. */
export interface IdentityConfig {
  readonly key: IdentityKey;
  readonly issuer: string;
  readonly audience: string;
  readonly algorithms: readonly string[];
  /** The claim that holds the customer's id. */
  readonly customerClaim: string;
}

interface Reading<T> {
  readonly value: T | null;
  readonly problems: readonly Problem[];
}

const KEY_VARIABLES = ['JWT_JWKS_URL', 'JWT_PUBLIC_KEY', 'JWT_SECRET'] as const;
const SYMMETRIC = ['HS256', 'HS384', 'HS512'];
const RSA = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512'];
const ELLIPTIC = ['ES256', 'ES384', 'ES512'];
const EDWARDS = ['EdDSA', 'Ed25519'];
const MIN_RSA_BITS = 2048;

/** Reads the JWT_ variables together, since the key decides which algorithms make sense. */
export function readIdentity(env: Readonly<Record<string, string>>): Reading<IdentityConfig> {
  const key = readKey(env);
  const algorithms = readAlgorithms(env['JWT_ALGORITHMS'], key.value);
  const problems = [...key.problems, ...algorithms.problems, ...missing(env, ['JWT_ISSUER', 'JWT_AUDIENCE'])];
  if (key.value === null || algorithms.value === null || problems.length > 0) return { value: null, problems };
  const value: IdentityConfig = {
    key: key.value,
    issuer: env['JWT_ISSUER'] ?? '',
    audience: env['JWT_AUDIENCE'] ?? '',
    algorithms: algorithms.value,
    customerClaim: env['JWT_CUSTOMER_CLAIM'] ?? 'sub',
  };
  return { value: Object.freeze(value), problems };
}

const missing = (env: Readonly<Record<string, string>>, variables: readonly string[]): Problem[] =>
  variables
    .filter((variable) => env[variable] === undefined)
    .map((variable) => ({ variable, message: 'is required' }));

const failed = <T>(variable: string, message: string): Reading<T> => ({ value: null, problems: [{ variable, message }] });

function readKey(env: Readonly<Record<string, string>>): Reading<IdentityKey> {
  const given = KEY_VARIABLES.filter((variable) => env[variable] !== undefined);
  const [variable] = given;
  if (variable === undefined || given.length > 1) {
    return failed(KEY_VARIABLES.join(', '), `must be set exactly once; ${given.length} of them are`);
  }
  const text = env[variable] ?? '';
  if (variable === 'JWT_JWKS_URL') return readUrl(text, env['NODE_ENV'] === 'production');
  return variable === 'JWT_SECRET' ? readSecret(text) : readPublicKey(text);
}

function readUrl(text: string, production: boolean): Reading<IdentityKey> {
  const protocol = URL.canParse(text) ? new URL(text).protocol : '';
  if (protocol === 'https:' || (protocol === 'http:' && !production)) {
    return { value: { kind: 'jwks', url: text }, problems: [] };
  }
  return failed('JWT_JWKS_URL', 'must be an https:// address (http:// only outside production)');
}

function readSecret(secret: string): Reading<IdentityKey> {
  if (Buffer.byteLength(secret) >= 32) return { value: { kind: 'secret', secret }, problems: [] };
  return failed('JWT_SECRET', 'must have at least 32 bytes');
}

function readPublicKey(text: string): Reading<IdentityKey> {
  const pem = text.replaceAll('\\n', '\n');
  if (pem.includes('PRIVATE KEY')) return failed('JWT_PUBLIC_KEY', 'is a private key: give the public one');
  const key = parsePem(pem);
  if (key === null || algorithmsOf(key).length === 0) {
    return failed('JWT_PUBLIC_KEY', 'must be an RSA, EC or Ed25519 public key in PEM form');
  }
  if ((key.asymmetricKeyDetails?.modulusLength ?? MIN_RSA_BITS) < MIN_RSA_BITS) {
    return failed('JWT_PUBLIC_KEY', `must have at least ${MIN_RSA_BITS} bits`);
  }
  return { value: { kind: 'public-key', pem }, problems: [] };
}

function parsePem(pem: string): KeyObject | null {
  try {
    return createPublicKey(pem);
  } catch {
    return null;
  }
}

const CURVE_ALGORITHMS: Readonly<Record<string, readonly string[]>> = {
  prime256v1: ['ES256'],
  secp384r1: ['ES384'],
  secp521r1: ['ES512'],
};

function algorithmsOf(key: KeyObject): readonly string[] {
  if (key.asymmetricKeyType === 'rsa') return RSA;
  if (key.asymmetricKeyType === 'ed25519') return EDWARDS;
  return CURVE_ALGORITHMS[key.asymmetricKeyDetails?.namedCurve ?? ''] ?? [];
}

function possibleAlgorithms(key: IdentityKey): readonly string[] {
  if (key.kind === 'secret') return SYMMETRIC;
  if (key.kind === 'jwks') return [...RSA, ...ELLIPTIC, ...EDWARDS];
  const parsed = parsePem(key.pem);
  return parsed === null ? [] : algorithmsOf(parsed);
}

function defaultAlgorithms(key: IdentityKey): readonly string[] {
  if (key.kind === 'jwks') return ['RS256', 'PS256', 'ES256', 'EdDSA'];
  const possible = possibleAlgorithms(key);
  return possible.includes('RS256') ? ['RS256', 'PS256'] : possible.slice(0, 1);
}

function readAlgorithms(text: string | undefined, key: IdentityKey | null): Reading<readonly string[]> {
  if (text === undefined) return { value: key === null ? [] : defaultAlgorithms(key), problems: [] };
  const asked = text.split(',').map((name) => name.trim());
  const possible = key === null ? [...SYMMETRIC, ...RSA, ...ELLIPTIC, ...EDWARDS] : possibleAlgorithms(key);
  if (asked.every((name) => possible.includes(name))) return { value: asked, problems: [] };
  return failed('JWT_ALGORITHMS', `must be of ${possible.join(', ')} for the key that is set`);
}
