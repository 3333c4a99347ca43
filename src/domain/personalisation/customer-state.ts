import { armOf, type HoldoutSettings } from '../measurement/arm.js';
import type { ServingReader } from '../serving/reader.js';
import type { BehaviourProfile } from './profile.js';

/** How a shop treats customers it has not heard from, and whom it holds out. */
export interface PersonalisationSettings extends HoldoutSettings {
  /** Consent of customers who never decided. */
  readonly consentDefault: boolean;
}

/** One customer, as far as personalisation is concerned. */
export interface CustomerState {
  readonly customerId: string;
  readonly consent: boolean;
  readonly heldOut: boolean;
  /** Null when nothing is known. */
  readonly profile: BehaviourProfile | null;
  readonly unreadable: boolean;
}

/** Reads consent and profile; both are read whatever the consent is, so that requests of many customers stay in step. */
export const loadCustomer = async (
  customerId: string,
  reader: ServingReader,
  settings: PersonalisationSettings,
): Promise<CustomerState> => {
  const [consents, profiles] = await Promise.all([reader.consents([customerId]), reader.profiles([customerId])]);
  return {
    customerId,
    consent: consents.get(customerId) ?? settings.consentDefault,
    heldOut: armOf('PERSONALISATION', customerId, settings) === 'HOLDOUT',
    profile: profiles.get(customerId) ?? null,
    unreadable: reader.unreadable.has('consents') || reader.unreadable.has('behaviour_profiles'),
  };
};

/** Whether a profile holds anything that a list could be chosen from. */
export const hasHistory = (profile: BehaviourProfile | null): profile is BehaviourProfile =>
  profile !== null && (profile.products.length > 0 || profile.categories.length > 0);
