import { MongoError, MongoServerError } from 'mongodb';

/** The server gave a command up because its time was over. */
const MAX_TIME_EXPIRED = 50;

const isPassing = (error: MongoServerError): boolean =>
  error.code === MAX_TIME_EXPIRED || error.hasErrorLabel('RetryableWriteError') || error.hasErrorLabel('RetryableReadError');

/** Whether the database could not be reached, or not in time; what it refused is no such failure, but a fault of ours. */
export const isStoreFailure = (error: unknown): boolean => {
  if (error instanceof MongoServerError) return isPassing(error);
  return error instanceof MongoError || (error instanceof Error && (error.name === 'TimeoutError' || error.name === 'AbortError'));
};
