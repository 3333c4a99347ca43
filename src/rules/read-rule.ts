import type { FiledRule } from '../domain/merchandising/files/rule-file.js';
import { ruleProblems, type RuleDraft } from '../domain/merchandising/changing/rule-problems.js';
import { CROSS_SELL_PLACEMENTS, PERSONAL_SURFACES, RULE_ACTIONS, RULE_STATES, type Lane } from '../domain/merchandising/rule.js';
import { filePath } from './entry-words.js';
import { quoted } from './problem.js';
import { readFields, type Fields, type Reader } from './read-fields.js';
import { readList } from './read-list.js';
import { readId, readInstant, readInteger, readNumber, readText, readVersion, readWord } from './read-scalars.js';
import { readSelector } from './read-selector.js';
import type { RuleSource } from './rule-source.js';

const RULE_KEYS = [
  'id', 'name', 'lane', 'action', 'when', 'then', 'placements', 'slot', 'weight', 'quantity', 'priority', 'validFrom', 'validUntil',
  'state', 'note', 'version',
] as const;
type RuleFields = Fields<(typeof RULE_KEYS)[number]>;

/** Every placement and surface, of either lane. */
export const ALL_PLACEMENTS = [...new Set([...CROSS_SELL_PLACEMENTS, ...PERSONAL_SURFACES])];

const LANES: readonly Lane[] = ['CROSS_SELL', 'PERSONALISATION'];

/** The lane of an entry, cross-sell unless it says otherwise; null when it says something unknown. */
export const readLane = (fields: Fields<'lane'>): Lane | null =>
  fields.has('lane') ? (fields.read('lane', readWord(LANES, 'lane')) ?? null) : 'CROSS_SELL';

const ACTION_HINT = 'say what the rule does, one of require, pin, recommend, boost, bury, exclude, never-personalise';

const readDraft = (fields: RuleFields, id: string): RuleDraft => ({
  id,
  name: fields.read('name', readText) ?? id,
  lane: readLane(fields),
  action: fields.require('action', readWord(RULE_ACTIONS, 'action'), ACTION_HINT) ?? null,
  when: fields.read('when', readSelector) ?? null,
  then: fields.read('then', readSelector) ?? null,
  placements: fields.read('placements', readList(readWord(ALL_PLACEMENTS, 'placement'))) ?? [],
  slot: fields.read('slot', readInteger) ?? null,
  weight: fields.read('weight', readNumber) ?? null,
  quantity: fields.read('quantity', readInteger) ?? null,
  priority: fields.read('priority', readInteger) ?? 0,
  validFrom: fields.read('validFrom', readInstant) ?? null,
  validUntil: fields.read('validUntil', readInstant) ?? null,
  state: fields.read('state', readWord(RULE_STATES, 'state')) ?? 'DRAFT',
  note: fields.read('note', readText) ?? null,
});

const reportProblems = (source: RuleSource, path: string, draft: RuleDraft): void => {
  for (const problem of ruleProblems(draft)) {
    const at = `${path}.${filePath(problem.path)}`;
    if (!source.isWrong(at)) source.complain(at, problem.message);
  }
};

/** One rule of the file. */
export const readRule: Reader<FiledRule> = (source, field) => {
  const fields = readFields(source, field, RULE_KEYS);
  if (fields === null) return undefined;
  const id = fields.require('id', readId, 'give the rule a name of its own that never changes');
  if (id !== undefined) source.claim(`rule ${id}`, `${field.path}.id`, `the rule ${quoted(id)}`);
  const draft = readDraft(fields, id ?? 'unnamed');
  reportProblems(source, field.path, draft);
  const { action, lane } = draft;
  const basedOn = fields.read('version', readVersion) ?? null;
  return id === undefined || action === null || lane === null ? undefined : { ...draft, action, lane, basedOn };
};
