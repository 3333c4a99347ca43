import { createHash, timingSafeEqual } from 'node:crypto';

/** The header in which the gateway proves itself. */
export const GATEWAY_CREDENTIAL_HEADER = 'x-gateway-credential';

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/**
 * Makes the check of the gateway's credential. Takes the same time whatever was sent and whichever credential fits: digests of equal length
 * are compared with every configured one.
 */
export function createCredentialCheck(credentials: readonly string[]): (given: string | readonly string[] | undefined) => boolean {
  const known = credentials.map(digest);
  return (given) => {
    const sent = digest(typeof given === 'string' ? given : '');
    const fits = known.map((credential) => timingSafeEqual(credential, sent));
    return typeof given === 'string' && fits.includes(true);
  };
}
