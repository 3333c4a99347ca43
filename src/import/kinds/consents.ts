import { replaceable } from '../../domain/facts/batch-plan.js';
import { validateConsent } from '../../domain/facts/consent-input.js';
import type { Consent, FactWriter } from '../../domain/facts/recording.js';
import type { CellReader } from '../fields/cells.js';
import type { FactKind } from './fact-sink.js';

/** Decisions about personalisation, one per row; the newest of a customer wins. */
export const consentsKind = (read: CellReader, writer: FactWriter | null, now: Date): FactKind<Consent> => ({
  check: (cells) => {
    const checked = validateConsent(
      { customerId: read.id(cells.customer_id), consent: read.flag(cells.consent), decidedAt: read.date(cells.decided_at) },
      now,
    );
    return checked.ok ? { ok: true, fact: checked.consent } : checked;
  },
  shape: replaceable((consent) => consent.customerId),
  write: writer === null ? null : (consents) => writer.recordConsents(consents),
  customerOf: () => null,
});
