import type { RecordingResult } from '../../recording/record-facts.js';

/** What became of a recording in the words of the contract. */
export const recordingResultOf = (result: RecordingResult) =>
  result.ok
    ? {
        __typename: 'RecordingReport' as const,
        accepted: result.accepted,
        duplicates: result.duplicates,
        rejected: [...result.rejected],
      }
    : { __typename: 'InvalidInputError' as const, message: result.message, problems: [...result.problems] };
