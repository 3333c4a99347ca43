import { createHash } from 'node:crypto';

/**
 * A number from 0 to 99 that is always the same for a key: the first 8 hexadecimal digits of sha256("q1:" + prefix + key), modulo 100.
 * @param {string} prefix Names the data set.
 * @param {string} key
 */
export const bucketOf = (prefix, key) => seedOf(prefix, key) % 100;

/** The same digits as a whole number below 2^32: a seed for what is drawn for a key. */
export const seedOf = (prefix, key) => Number.parseInt(createHash('sha256').update(`q1:${prefix}${key}`).digest('hex').slice(0, 8), 16);
