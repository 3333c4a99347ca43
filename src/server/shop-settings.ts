import type { Config } from '../config.js';
import type { PersonalisationSettings } from '../domain/personalisation/customer-state.js';

/** What serving needs of the configuration. */
export interface ShopSettings extends PersonalisationSettings {
  readonly idSalt: string;
  readonly readDeadlineMs: number;
  /** Seconds that shared caches may keep complements. */
  readonly complementsMaxAge: number;
  readonly interactionRetentionDays: number;
  /** Whether somebody other than the last editor has to approve. */
  readonly twoPersons: boolean;
}

/** The part of the configuration that serving works with. */
export const shopSettingsOf = (config: Config): ShopSettings => ({
  consentDefault: config.consentDefault === 'granted',
  holdoutShares: config.holdoutShares,
  holdoutSalt: config.holdoutSalt,
  idSalt: config.idSalt,
  readDeadlineMs: config.readDeadlineMs,
  complementsMaxAge: config.complementsMaxAge,
  interactionRetentionDays: config.interactionRetentionDays,
  twoPersons: config.approvalBySecondPerson,
});
