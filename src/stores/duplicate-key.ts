import { MongoServerError } from 'mongodb';

/** The code of a write whose key is there already. */
export const DUPLICATE_KEY = 11_000;

/** Whether a single write failed because its key is there already. */
export const isDuplicateKey = (error: unknown): boolean => error instanceof MongoServerError && error.code === DUPLICATE_KEY;
