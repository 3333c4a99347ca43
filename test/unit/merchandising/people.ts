import { createRule, type RuleChangeDependencies } from '../../../src/domain/merchandising/changing/change-rule.js';
import type { DecisionStore, RuleRecord } from '../../../src/domain/merchandising/kept/decisions.js';
import type { ChangeFailure, ChangeResult } from '../../../src/domain/merchandising/changing/failure.js';
import type { RuleWording } from '../../../src/domain/merchandising/changing/rule-contents.js';
import { aSelector, NOW } from '../../support/builders.js';

/** What somebody may say of a rule: recommends batteries unless told otherwise. */
export const aWording = (parts: Partial<RuleWording> = {}): RuleWording => ({
  name: 'Batteries',
  lane: 'CROSS_SELL',
  action: 'RECOMMEND',
  when: null,
  then: aSelector({ productIds: ['batteries'] }),
  placements: [],
  slot: null,
  weight: null,
  quantity: null,
  priority: 0,
  validFrom: null,
  validUntil: null,
  note: null,
  ...parts,
});

/** Somebody at work, in a shop that asks for no second person and warns of nothing unless told otherwise. */
export const somebody = (
  by: string,
  decisions: DecisionStore,
  parts: Partial<Omit<RuleChangeDependencies, 'decisions'>> = {},
): RuleChangeDependencies => ({
  decisions,
  actor: { by, at: NOW },
  twoPersons: false,
  warningsOf: async () => Promise.resolve([]),
  newId: () => 'rule-new',
  ...parts,
});

/** The value of a change that has to be made. */
export const valueOf = <T>(result: ChangeResult<T>): T => {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.failure)}`);
  return result.value;
};

/** Why a change was refused; null when it was made. */
export const failureOf = (result: ChangeResult<unknown>): ChangeFailure | null => (result.ok ? null : result.failure);

/** A draft that somebody wrote. */
export const aDraft = async (by: string, decisions: DecisionStore, wording = aWording()): Promise<RuleRecord> =>
  valueOf(await createRule({ idempotencyKey: null, rule: wording }, somebody(by, decisions)));
