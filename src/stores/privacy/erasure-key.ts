import { randomBytes } from 'node:crypto';

import type { Collections } from '../collections.js';
import { insertNew } from '../facts/record-new.js';

const KEY_ID = 'erasures';
const KEY_BYTES = 32;

/**
 * The key of the tombstones, made by whichever process needs it first and the same for all for ever. It lives beside what it hashes: a key kept
 * elsewhere is a key that one of the importing, serving and learning processes does not have.
 */
export const createErasureKey = ({ erasureKeys }: Pick<Collections, 'erasureKeys'>): (() => Promise<string>) => {
  let known: Promise<string> | null = null;
  const held = async (): Promise<string | null> => (await erasureKeys.findOne({ _id: KEY_ID }))?.key ?? null;
  const obtain = async (): Promise<string> => {
    const key = await held();
    if (key !== null) return key;
    await insertNew(erasureKeys, [{ _id: KEY_ID, key: randomBytes(KEY_BYTES).toString('base64') }]);
    const made = await held();
    if (made === null) throw new Error('the key of the tombstones cannot be read back');
    return made;
  };
  return async () => {
    known ??= obtain().catch((error: unknown) => {
      known = null;
      throw error;
    });
    return known;
  };
};
