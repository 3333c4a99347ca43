import { SignJWT } from 'jose';
import { DEMO_JWT_AUDIENCE, DEMO_JWT_ISSUER, DEMO_JWT_SECRET } from '../config.js';
import { SCOPES, type Scope } from '../domain/privacy/caller.js';

/** Who the demo has tokens for: four customers, two merchandisers, an analyst, and the shop's own systems, which hold every scope. */
export type DemoCaller = 'ada' | 'ben' | 'cleo' | 'newcomer' | 'mia' | 'noor' | 'ivy' | 'shop';

/** How tokens are signed and for whom. */
export interface TokenSigning {
  readonly secret: string;
  readonly issuer: string;
  readonly audience: string;
}

const DEMO_SIGNING: TokenSigning = { secret: DEMO_JWT_SECRET, issuer: DEMO_JWT_ISSUER, audience: DEMO_JWT_AUDIENCE };

/** Both fixed, so that a token shown in the documents always works and two runs print the same one. */
const ISSUED_AT = Date.UTC(2026, 0, 1) / 1_000;
const EXPIRES_AT = Date.UTC(2100, 0, 1) / 1_000;

const sign = (claims: Readonly<Record<string, string>>, { secret, issuer, audience }: TokenSigning): Promise<string> =>
  new SignJWT(claims)
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
    .setIssuer(issuer)
    .setAudience(audience)
    .setIssuedAt(ISSUED_AT)
    .setExpirationTime(EXPIRES_AT)
    .sign(new TextEncoder().encode(secret));

const customerToken = (customerId: string, signing: TokenSigning): Promise<string> => sign({ sub: customerId }, signing);

/** For somebody who works for the shop: history names them. */
const staffToken = (name: string, scopes: readonly Scope[], signing: TokenSigning): Promise<string> =>
  sign({ sub: name, scope: scopes.join(' ') }, signing);

const MERCHANDISING: readonly Scope[] = ['merchandising:read', 'merchandising:write'];

const shopToken = (scopes: readonly Scope[], signing: TokenSigning): Promise<string> => sign({ scope: scopes.join(' ') }, signing);

/** The demo's tokens (HS256, the same on every machine); `shop` speaks for nobody: no customer, and nobody who decides. */
export const demoTokens = async (signing: TokenSigning = DEMO_SIGNING): Promise<Readonly<Record<DemoCaller, string>>> => ({
  ada: await customerToken('ada', signing),
  ben: await customerToken('ben', signing),
  cleo: await customerToken('cleo', signing),
  newcomer: await customerToken('newcomer', signing),
  mia: await staffToken('mia', MERCHANDISING, signing),
  noor: await staffToken('noor', MERCHANDISING, signing),
  ivy: await staffToken('ivy', ['reports:read'], signing),
  shop: await shopToken(SCOPES, signing),
});
