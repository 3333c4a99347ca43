import { readIdentity, type IdentityConfig } from '../config/identity.js';
import { startNeighbourhood } from './neighbourhood.js';
import { generateSampleShop } from './shop/sample-shop.js';
import { demoTokens, type TokenSigning } from './tokens.js';

/**
 * `node dist/demo/serve-neighbourhood.js` serves the sample shop's other subgraphs and a gateway around a Tandem that runs elsewhere, for
 * docker-compose.yml. Reads TANDEM_URL, HOST, PORT, and the same GATEWAY_CREDENTIALS and JWT_ variables as Tandem (JWT_SECRET, since it
 * signs tokens for the playground's examples).
 */
const required = (name: string): string => {
  const value = process.env[name] ?? '';
  if (value === '') throw new Error(`${name} is required`);
  return value;
};

const readSigning = (): { readonly identity: IdentityConfig; readonly signing: TokenSigning } => {
  const secret = required('JWT_SECRET');
  const issuer = required('JWT_ISSUER');
  const audience = required('JWT_AUDIENCE');
  const { value, problems } = readIdentity({ JWT_SECRET: secret, JWT_ISSUER: issuer, JWT_AUDIENCE: audience });
  if (value === null) throw new Error(problems.map(({ variable, message }) => `${variable} ${message}`).join('\n'));
  return { identity: value, signing: { secret, issuer, audience } };
};

const main = async (): Promise<void> => {
  const { identity, signing } = readSigning();
  const neighbourhood = await startNeighbourhood({
    identity,
    tandemUrl: required('TANDEM_URL'),
    gatewayCredential: required('GATEWAY_CREDENTIALS').split(',')[0]?.trim() ?? '',
    host: process.env['HOST'] ?? '127.0.0.1',
    ports: { gateway: Number(process.env['PORT'] ?? '4000'), catalogue: 0, customers: 0 },
    shop: generateSampleShop({ now: new Date() }),
    tokens: await demoTokens(signing),
    now: () => new Date(),
  });
  process.stdout.write(`Gateway and playground: ${neighbourhood.gatewayUrl}\n`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void neighbourhood.close());
};

await main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
