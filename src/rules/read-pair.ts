import { PAIR_DECISIONS } from '../domain/merchandising/decided-pair.js';
import type { FiledPair } from '../domain/merchandising/files/rule-file.js';
import { quoted } from './problem.js';
import { readFields, type Reader } from './read-fields.js';
import { readProductId, readNote, readVersion, readWord } from './read-scalars.js';
import type { RuleSource } from './rule-source.js';

const PAIR_KEYS = ['anchor', 'complement', 'decision', 'note', 'version'] as const;

const checkPair = (source: RuleSource, path: string, anchorId: string, complementId: string): void => {
  if (anchorId === complementId) source.complain(`${path}.complement`, 'is the anchor itself: a product does not go with itself');
  const key = `pair ${JSON.stringify([anchorId, complementId])}`;
  source.claim(key, path, `the pair ${quoted(anchorId)} and ${quoted(complementId)}`);
};

/** One decided pair of the file: a direction from anchor to complement. */
export const readPair: Reader<FiledPair> = (source, field) => {
  const fields = readFields(source, field, PAIR_KEYS);
  if (fields === null) return undefined;
  const anchorId = fields.require('anchor', readProductId, 'give the id of the product that is looked at');
  const complementId = fields.require('complement', readProductId, 'give the id of the product that goes with it');
  const decision = fields.require('decision', readWord(PAIR_DECISIONS, 'decision'), 'approve, dismiss or reopen');
  const note = fields.read('note', readNote) ?? null;
  const basedOn = fields.read('version', readVersion) ?? null;
  if (anchorId === undefined || complementId === undefined) return undefined;
  checkPair(source, field.path, anchorId, complementId);
  return decision === undefined ? undefined : { anchorId, complementId, decision, note, basedOn };
};
