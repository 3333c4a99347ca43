import { AUTOPILOTS } from '../domain/merchandising/policy.js';
import type { FiledShopAutopilot } from '../domain/merchandising/files/rule-file.js';
import { readFields, type Reader } from './read-fields.js';
import { readNote, readVersion, readWord } from './read-scalars.js';

const SHOP_KEYS = ['autopilot', 'note', 'version'] as const;

/** What the file says of the whole shop. */
export const readShop: Reader<FiledShopAutopilot> = (source, field) => {
  const fields = readFields(source, field, SHOP_KEYS);
  if (fields === null) return undefined;
  const autopilot = fields.require('autopilot', readWord(AUTOPILOTS, 'autopilot'), 'assist, approved-only or curated-only');
  const note = fields.read('note', readNote) ?? null;
  const basedOn = fields.read('version', readVersion) ?? null;
  return autopilot === undefined ? undefined : { autopilot, note, basedOn };
};
