import { describe, expect, it } from 'vitest';
import { approveRule, retireRule, updateRule } from '../../../src/domain/merchandising/changing/change-rule.js';
import type { DecisionStore, RuleRecord } from '../../../src/domain/merchandising/kept/decisions.js';
import { saySame } from '../../../src/domain/merchandising/changing/rule-contents.js';
import { createInMemoryDecisions } from '../../support/in-memory-decisions.js';
import { everyInterleaving, type Act, type Interleaving } from '../../support/interleavings.js';
import { aDraft, aWording, somebody } from './people.js';

const people = (by: string, decisions: DecisionStore) => somebody(by, decisions, { twoPersons: true });

const edit =
  (by: string, version: number, weight: number): Act =>
  (decisions) =>
    updateRule({ id: 'rule-new', version, rule: aWording({ action: 'BOOST', weight }) }, people(by, decisions));

const approve =
  (by: string, version: number): Act =>
  (decisions) =>
    approveRule({ id: 'rule-new', version, note: null }, people(by, decisions));

const retire =
  (by: string, version: number): Act =>
  (decisions) =>
    retireRule({ id: 'rule-new', version, note: null }, people(by, decisions));

const play = async (acts: readonly Act[]): Promise<readonly Interleaving[]> =>
  everyInterleaving(await aDraft('mia', createInMemoryDecisions()), acts);

const named = (written: readonly RuleRecord[], version: number): RuleRecord | undefined => written.find((rule) => rule.version === version);

/** Approved versions that say something else than the version before, which is the one that the approver named. */
const unreviewed = ({ written }: Interleaving): readonly RuleRecord[] =>
  written.filter((rule) => {
    const seen = named(written, rule.version - 1);
    return rule.state === 'APPROVED' && (seen === undefined || !saySame(seen, rule) || seen.editedBy === rule.approvedBy);
  });

const versionsOf = ({ written }: Interleaving): readonly number[] => written.map(({ version }) => version);
const outcomes = (played: readonly Interleaving[]): readonly string[] =>
  [...new Set(played.map(({ written }) => written.map(({ state, weight }) => `${state} ${weight ?? '-'}`).join(', ')))].toSorted();

describe('an approval against an edit, in every order of their reads and writes', () => {
  it('approves what was seen or nothing', async () => {
    const played = await play([edit('mia', 1, 2), approve('noor', 1)]);
    expect(played.flatMap(unreviewed)).toEqual([]);
    expect(outcomes(played)).toEqual(['DRAFT -, APPROVED -', 'DRAFT -, DRAFT 2']);
  });

  it('approves the edit only for somebody who names it, and edits the approval only for somebody who saw it', async () => {
    const played = await play([edit('mia', 1, 2), approve('noor', 1), approve('noor', 2)]);
    expect(played.length).toBeGreaterThan(500);
    expect(played.flatMap(unreviewed)).toEqual([]);
    expect(outcomes(played)).toEqual(['DRAFT -, APPROVED -', 'DRAFT -, DRAFT 2', 'DRAFT -, DRAFT 2, APPROVED 2']);
  });

  it('lets one of two editors win, and approves neither unseen', async () => {
    const played = await play([edit('mia', 1, 2), edit('ada', 1, 3), approve('noor', 1)]);
    expect(played.flatMap(unreviewed)).toEqual([]);
    expect(outcomes(played)).toEqual(['DRAFT -, APPROVED -', 'DRAFT -, DRAFT 2', 'DRAFT -, DRAFT 3']);
    expect(played.every(({ answers, written }) => answers.filter((answer) => (answer as { ok: boolean }).ok).length === written.length - 1)).toBe(true);
  });

  it('never brings back what was retired', async () => {
    const played = await play([edit('ada', 2, 2), approve('noor', 1), retire('mia', 2)]);
    expect(played.flatMap(unreviewed)).toEqual([]);
    expect(outcomes(played)).toEqual([
      'DRAFT -, APPROVED -',
      'DRAFT -, APPROVED -, DRAFT 2',
      'DRAFT -, APPROVED -, RETIRED -',
    ]);
  });

  it('leaves no version out and none twice', async () => {
    const played = await play([edit('mia', 1, 2), edit('ada', 2, 3), approve('noor', 2)]);
    expect(played.every((one) => versionsOf(one).every((version, at) => version === at + 1))).toBe(true);
    expect(played.every(({ written }) => written.at(-1)?.history.length === written.length)).toBe(true);
  });
});
