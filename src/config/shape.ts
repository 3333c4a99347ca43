import type { CopyWriterConfig } from '../copy-writer/copy-writer.js';
import type { Lane } from '../domain/merchandising/rule.js';
import type { ProfileHalfLives } from '../domain/personalisation/profile-settings.js';
import type { IdentityConfig } from './identity.js';

/** Everything the process may be told from outside; frozen, so nothing changes it afterwards. */
export interface Config {
  /** `demo` runs on loopback with credentials that everybody knows. */
  readonly mode: 'demo' | 'serve';
  readonly production: boolean;
  /** Null means the embedded store in `dataDir`. */
  readonly mongodbUri: string | null;
  readonly mongodbDatabase: string;
  readonly dataDir: string;
  readonly host: string;
  /** 0 picks a free one. */
  readonly port: number;
  /** Any one of them opens the door; more than one while a credential is being rotated. */
  readonly gatewayCredentials: readonly string[];
  readonly identity: IdentityConfig;
  /** What holds for a customer who never said: may their behaviour be used? */
  readonly consentDefault: 'denied' | 'granted';
  /** Share of visits (cross-selling) and of customers (personalisation) that get no treatment, 0..1. */
  readonly holdoutShares: Readonly<Record<Lane, number>>;
  readonly holdoutSalt: string;
  readonly idSalt: string;
  /** Seconds that complements may be kept by a shared cache. */
  readonly complementsMaxAge: number;
  readonly readDeadlineMs: number;
  readonly requestDeadlineMs: number;
  readonly maxRepresentations: number;
  readonly maxInFlight: number;
  readonly refreshIntervalMs: number;
  readonly bodyLimitBytes: number;
  readonly schemaExposed: boolean;
  readonly logLevel: 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'fatal' | 'silent';
  readonly interactionRetentionDays: number;
  /** Days after it was touched for which a list may be credited with an order. */
  readonly attributionWindowDays: number;
  /** How fast behaviour profiles forget, by kind of fact. */
  readonly profileHalfLives: ProfileHalfLives;
  /** Versions of the statistics that learning keeps, the published one included. */
  readonly modelVersionsKept: number;
  /** Whether a rule or copy variant has to be approved by somebody other than its last editor. */
  readonly approvalBySecondPerson: boolean;
  /** Null when the shop has no copy writer. */
  readonly copyWriter: CopyWriterConfig | null;
  readonly drainWaitMs: number;
}
