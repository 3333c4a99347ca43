import { AUTOPILOTS, defaultPolicy, DIVERSITIES } from '../domain/merchandising/policy.js';
import type { FiledPolicy } from '../domain/merchandising/files/rule-file.js';
import { sameGroupRule } from '../domain/merchandising/changing/policy-problems.js';
import { foreignPlacements, friendlyWord } from '../domain/merchandising/changing/rule-problems.js';
import type { Lane } from '../domain/merchandising/rule.js';
import { readFields, type Fields, type Reader } from './read-fields.js';
import { ALL_PLACEMENTS, readLane } from './read-rule.js';
import { readMinimum, readFlag, readShare, readVersion, readWord } from './read-scalars.js';
import type { RuleSource } from './rule-source.js';

const POLICY_KEYS = ['lane', 'placement', 'autopilot', 'learnedShareCap', 'sameGroupCap', 'atLeast', 'fallback', 'diversity', 'version'] as const;
type PolicyFields = Fields<(typeof POLICY_KEYS)[number]>;

const checkPlacement = (source: RuleSource, path: string, lane: Lane, placement: string): void => {
  const foreign = foreignPlacements(lane, [placement]);
  if (foreign !== null) source.complain(path, foreign);
  else source.claim(`policy ${lane} ${placement}`, path, `the policy of ${friendlyWord(placement)}`);
};

const readSameGroupCap =
  (lane: Lane): Reader<number> =>
  (source, field) => {
    const share = readShare(source, field);
    const message = sameGroupRule(lane, share ?? null);
    if (message !== null) source.complain(field.path, message);
    return message === null ? share : undefined;
  };

const readSettings = (fields: PolicyFields, lane: Lane, placement: string): FiledPolicy => {
  const untouched = defaultPolicy(lane, placement);
  return {
    lane,
    placement,
    autopilot: fields.read('autopilot', readWord(AUTOPILOTS, 'autopilot')) ?? untouched.autopilot,
    learnedShareCap: fields.read('learnedShareCap', readShare) ?? untouched.learnedShareCap,
    sameGroupCap: fields.read('sameGroupCap', readSameGroupCap(lane)) ?? untouched.sameGroupCap,
    atLeast: fields.read('atLeast', readMinimum) ?? untouched.atLeast,
    fallback: fields.read('fallback', readFlag) ?? untouched.fallback,
    diversity: fields.read('diversity', readWord(DIVERSITIES, 'diversity')) ?? untouched.diversity,
    basedOn: fields.read('version', readVersion) ?? null,
  };
};

/** One placement policy of the file; what it leaves out is as in the default policy. */
export const readPolicy: Reader<FiledPolicy> = (source, field) => {
  const fields = readFields(source, field, POLICY_KEYS);
  if (fields === null) return undefined;
  const lane = readLane(fields);
  const placement = fields.require('placement', readWord(ALL_PLACEMENTS, 'placement'), 'say which placement or surface it is for');
  if (lane !== null && placement !== undefined) checkPlacement(source, `${field.path}.placement`, lane, placement);
  const policy = readSettings(fields, lane ?? 'CROSS_SELL', placement ?? '');
  return lane === null || placement === undefined ? undefined : policy;
};
