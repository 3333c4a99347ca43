import type { ChangeChannel, HeldDecisions, PairRecord, PolicyRecord, RuleRecord, ShopAutopilotRecord } from '../kept/decisions.js';
import { pairId, policyKey } from '../kept/decisions.js';
import type { Actor } from '../changing/failure.js';
import type { FiledEntry } from './plan-entry.js';
import type { BasedOn, FiledPair, FiledPolicy, FiledRule, FiledShopAutopilot } from './rule-file.js';
import type { RuleFileConflict } from './rule-file-plan.js';
import { contentsOf, saySame } from '../changing/rule-contents.js';
import { areTwoPersons } from '../changing/second-person.js';
import type { RuleWarning } from '../kept/rule-warning.js';
import { writePair } from '../changing/write-pair.js';
import { policyContentsOf, writePolicy } from '../changing/write-policy.js';
import { writeRule } from '../changing/write-rule.js';
import { writeShopAutopilot } from '../changing/write-shop-autopilot.js';

/** Who applies a file, and by which rules. */
export interface RuleFileWriting {
  readonly actor: Actor;
  /** Who approves the rules that the file makes approved; null for whoever applies it. */
  readonly approvedBy: string | null;
  /** Whether nobody approves their own edit. */
  readonly twoPersons: boolean;
  /** What is doubtful about changed rules, by rule id. */
  readonly warnings: ReadonlyMap<string, readonly RuleWarning[]>;
}

const channelOf = ({ basedOn }: BasedOn): ChangeChannel => (basedOn === null ? 'FILE' : 'VERSIONED_FILE');

const lacksSecondPerson = (filed: FiledRule, editedBy: string, { actor, approvedBy, twoPersons }: RuleFileWriting): boolean => {
  if (!twoPersons || filed.state !== 'APPROVED') return false;
  return approvedBy === null || !areTwoPersons(approvedBy, actor.by) || !areTwoPersons(approvedBy, editedBy);
};

/** A rule of the file. Only somebody who changes what it says becomes its editor; a state of its own does not. */
export const filedRule = (filed: FiledRule, { rules }: HeldDecisions, writing: RuleFileWriting): FiledEntry<RuleRecord> => {
  const { actor, approvedBy, warnings } = writing;
  const held = rules.get(filed.id) ?? null;
  const wanted = contentsOf(filed);
  const editedBy = held !== null && saySame(held, wanted) ? held.editedBy : actor.by;
  const approver = filed.state === 'APPROVED' ? (approvedBy ?? actor.by) : null;
  return {
    kind: 'rule',
    id: filed.id,
    basedOn: filed.basedOn,
    held,
    wanted,
    standing: held && contentsOf(held),
    next: () => writeRule(held, wanted, { ...actor, via: channelOf(filed), editedBy, approvedBy: approver, warnings: warnings.get(filed.id) ?? [] }),
    objection: (): RuleFileConflict | null =>
      lacksSecondPerson(filed, editedBy, writing) ? { kind: 'rule', id: filed.id, reason: 'SECOND_PERSON_REQUIRED', editedBy } : null,
  };
};

/** A policy of the file. */
export const filedPolicy = (filed: FiledPolicy, { policies }: HeldDecisions, { actor }: RuleFileWriting): FiledEntry<PolicyRecord> => {
  const id = policyKey(filed);
  const held = policies.get(id) ?? null;
  return {
    kind: 'policy',
    id,
    basedOn: filed.basedOn,
    held,
    wanted: policyContentsOf(filed),
    standing: held && policyContentsOf(held),
    next: () => writePolicy(held, filed, { ...actor, via: channelOf(filed) }),
  };
};

const pairWording = ({ decision, note }: Pick<FiledPair, 'decision' | 'note'>) => ({ decision, note });

/** A pair of the file. Where nobody decided there is nothing to take back: reopening changes nothing. */
export const filedPair = (filed: FiledPair, { pairs }: HeldDecisions, { actor }: RuleFileWriting): FiledEntry<PairRecord> => {
  const id = pairId(filed);
  const held = pairs.get(id) ?? null;
  const wanted = pairWording(filed);
  const undecided = filed.decision === 'REOPEN' ? wanted : null;
  return {
    kind: 'pair',
    id,
    basedOn: filed.basedOn,
    held,
    wanted,
    standing: held === null ? undecided : pairWording(held),
    next: () => writePair(held, filed, { ...actor, via: channelOf(filed) }),
  };
};

const shopWording = ({ autopilot, note }: Pick<FiledShopAutopilot, 'autopilot' | 'note'>) => ({ autopilot, note });

/** What the file says of the whole shop. */
export const filedShop = (filed: FiledShopAutopilot, { shopAutopilot: held }: HeldDecisions, { actor }: RuleFileWriting): FiledEntry<ShopAutopilotRecord> => ({
  kind: 'shop',
  id: 'shop',
  basedOn: filed.basedOn,
  held,
  wanted: shopWording(filed),
  standing: held && shopWording(held),
  next: () => writeShopAutopilot(held, filed, { ...actor, via: channelOf(filed) }),
});
