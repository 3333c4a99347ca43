import { createPublicKey, createSecretKey, type KeyObject } from 'node:crypto';

import { createRemoteJWKSet, errors, jwtVerify, type JWTPayload, type JWTVerifyGetKey } from 'jose';

import type { IdentityConfig, IdentityKey } from '../config.js';
import { ANONYMOUS, SCOPES, type Caller, type Scope } from '../domain/privacy/caller.js';

/** Who calls, or why that cannot be said. */
export type CallerReading =
  | { readonly kind: 'known'; readonly caller: Caller }
  | { readonly kind: 'refused' }
  | { readonly kind: 'keys-unavailable' };

const MAX_TOKEN_LENGTH = 8_192;
const CLOCK_TOLERANCE_SECONDS = 5;
const MAX_ID_LENGTH = 128;
/** Neither shown nor kept well in a history. */
const UNPRINTABLE = /[\p{Cc}\p{Cs}]/u;
const REFUSED: CallerReading = { kind: 'refused' };

class KeysUnavailable extends Error {}

/**
 * Makes the reader of the `authorization` header. No header is an anonymous visitor; a bearer token must be signed with one of our
 * algorithms by our key, for our audience, by our issuer, and must expire. Never throws.
 */
export function createCallerReader(
  identity: IdentityConfig,
  now: () => Date,
): (authorization: string | undefined) => Promise<CallerReading> {
  const key = keyOf(identity.key);
  return async (authorization) => {
    if (authorization === undefined) return { kind: 'known', caller: ANONYMOUS };
    const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(authorization)?.[1];
    if (token === undefined || token.length > MAX_TOKEN_LENGTH) return REFUSED;
    try {
      const caller = callerOf(await verify(token, key, identity, now()), identity.customerClaim);
      return caller === null ? REFUSED : { kind: 'known', caller };
    } catch (error) {
      return error instanceof KeysUnavailable ? { kind: 'keys-unavailable' } : REFUSED;
    }
  };
}

async function verify(
  token: string,
  key: KeyObject | JWTVerifyGetKey,
  identity: IdentityConfig,
  currentDate: Date,
): Promise<JWTPayload> {
  const options = {
    issuer: identity.issuer,
    audience: identity.audience,
    algorithms: [...identity.algorithms],
    requiredClaims: ['exp'],
    clockTolerance: CLOCK_TOLERANCE_SECONDS,
    currentDate,
  };
  const verified = typeof key === 'function' ? await jwtVerify(token, key, options) : await jwtVerify(token, key, options);
  return verified.payload;
}

function keyOf(key: IdentityKey): KeyObject | JWTVerifyGetKey {
  if (key.kind === 'secret') return createSecretKey(Buffer.from(key.secret));
  if (key.kind === 'public-key') return createPublicKey(key.pem);
  return remoteKeys(new URL(key.url));
}

/** Tells apart a token that names no key of ours from keys that cannot be fetched. */
function remoteKeys(url: URL): JWTVerifyGetKey {
  const keys = createRemoteJWKSet(url, { timeoutDuration: 2_000 });
  return async (header, token) => {
    try {
      return await keys(header, token);
    } catch (error) {
      if (error instanceof errors.JWKSNoMatchingKey || error instanceof errors.JWKSMultipleMatchingKeys) throw error;
      if (error instanceof errors.JOSENotSupported) throw error;
      throw new KeysUnavailable('The key set cannot be fetched', { cause: error });
    }
  };
}

/** Null when the customer's claim is there but is not an id. */
function callerOf(payload: JWTPayload, customerClaim: string): Caller | null {
  const customerId = payload[customerClaim] ?? null;
  const subject = isId(payload.sub) && !UNPRINTABLE.test(payload.sub) ? payload.sub : null;
  const scopes = scopesOf(payload);
  if (customerId === null) return { customerId: null, subject, scopes };
  return isId(customerId) ? { customerId, subject, scopes } : null;
}

const isId = (claim: unknown): claim is string => typeof claim === 'string' && claim.length > 0 && claim.length <= MAX_ID_LENGTH;

function scopesOf(payload: JWTPayload): ReadonlySet<Scope> {
  const granted = new Set([payload['scope'], payload['scopes'], payload['scp']].flatMap(wordsOf));
  return new Set(SCOPES.filter((scope) => granted.has(scope)));
}

function wordsOf(claim: unknown): unknown[] {
  if (typeof claim === 'string') return claim.split(' ');
  return Array.isArray(claim) ? claim : [];
}
