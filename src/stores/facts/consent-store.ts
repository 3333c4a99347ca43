import type { Consent, RecordingOutcome } from '../../domain/facts/recording.js';
import type { Collections, ConsentDocument } from '../collections.js';
import { ACCEPTED, DUPLICATE, insertNew } from './record-new.js';

const toDocument = ({ customerId, consent, decidedAt }: Consent): ConsentDocument => ({ _id: customerId, consent, decidedAt });

/** Where customers' decisions about personalisation are kept. */
export const createConsentStore = ({ consents }: Pick<Collections, 'consents'>) => {
  /** The newest decision stands; of two at the same instant, the refusal, so that the order of arrival does not matter. */
  const decide = async (document: ConsentDocument): Promise<RecordingOutcome> => {
    const { modifiedCount } = await consents.updateOne(
      {
        _id: document._id,
        $or: [
          { decidedAt: { $lt: document.decidedAt } },
          ...(document.consent ? [] : [{ decidedAt: document.decidedAt, consent: true }]),
        ],
      },
      { $set: { consent: document.consent, decidedAt: document.decidedAt } },
    );
    return modifiedCount === 1 ? ACCEPTED : DUPLICATE;
  };

  return {
    async recordConsents(batch: readonly Consent[]): Promise<readonly RecordingOutcome[]> {
      const documents = batch.map(toDocument);
      const known = await insertNew(consents, documents);
      const outcomes: RecordingOutcome[] = [];
      for (const [index, document] of documents.entries()) outcomes.push(known.has(index) ? await decide(document) : ACCEPTED);
      return outcomes;
    },
  };
};
