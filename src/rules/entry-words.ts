import { pairOf } from '../domain/merchandising/kept/decisions.js';
import type { Difference } from '../domain/merchandising/changing/differences.js';
import type { EntryName } from '../domain/merchandising/files/rule-file-plan.js';
import { friendlyWord } from '../domain/merchandising/changing/rule-problems.js';
import { quoted } from './problem.js';

/** Where something stands, in the keys of the file: `then.productIds[1]` is `then.products[1]` there. */
export const filePath = (path: string): string => path.replace(/\bproductIds\b/, 'products').replace(/\bcategoryIds\b/, 'categories');

/** Fields whose values are words of the contract. */
const WORDED: ReadonlySet<string> = new Set(['lane', 'action', 'placements', 'state', 'autopilot', 'diversity', 'decision']);

/** A difference in the words of a rules file: keys as they are written there, instants as text. */
export interface FiledDifference {
  readonly key: string;
  readonly from: unknown;
  readonly to: unknown;
}

const asWritten = (field: string, value: unknown): unknown => {
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.map((item: unknown) => asWritten(field, item));
  return typeof value === 'string' && WORDED.has(field) ? friendlyWord(value) : value;
};

/** Puts a difference into the words of the file. */
export const inFileWords = ({ path, from, to }: Difference): FiledDifference => ({
  key: filePath(path),
  from: asWritten(path, from),
  to: asWritten(path, to),
});

const policyWords = (id: string): string => {
  const [lane = '', placement = ''] = id.split(':').map(friendlyWord);
  return `policy of ${placement} (${lane})`;
};

const pairWords = (id: string): string => {
  const pair = pairOf(id);
  return pair === null ? 'pair' : `pair ${quoted(pair.anchorId)} → ${quoted(pair.complementId)}`;
};

/** Names an entry to people: `rule "gift-box"`, `pair "laptop" → "case"`. */
export const entryWords = ({ kind, id }: EntryName): string => {
  if (kind === 'rule') return `rule ${quoted(id)}`;
  if (kind === 'policy') return policyWords(id);
  return kind === 'pair' ? pairWords(id) : 'shop';
};

/** The name of an entry for programs: its kind, and the ids that the file has for it. */
export const entryIds = ({ kind, id }: EntryName): Readonly<Record<string, string>> => {
  const [lane = '', placement = ''] = id.split(':').map(friendlyWord);
  if (kind === 'rule') return { kind, id };
  if (kind === 'policy') return { kind, lane, placement };
  const pair = kind === 'pair' ? pairOf(id) : null;
  return pair === null ? { kind } : { kind, anchor: pair.anchorId, complement: pair.complementId };
};
