import { describe, expect, it } from 'vitest';
import { updateRule } from '../../src/domain/merchandising/changing/change-rule.js';
import { contentsOf } from '../../src/domain/merchandising/changing/rule-contents.js';
import { NOW } from '../support/builders.js';
import { createInMemoryDecisions, type InMemoryDecisions } from '../support/in-memory-decisions.js';
import { runRules as run } from './run-rules.js';

const SOUND = 'rules:\n  - id: r\n    action: exclude\n    then: { products: [known, gone] }\n';
const WRONG = 'rules:\n  - id: r\n    action: exclud\n    then: { products: [known] }\n';
const TWO = `rules:
  - { id: campaign, action: boost, weight: 2, then: { tags: [gift] }, state: approved }
  - { id: other, action: exclude, then: { products: [known] } }
`;

const editByMia = async (decisions: InMemoryDecisions, id: string, weight: number): Promise<void> => {
  const held = (await decisions.read({ ruleIds: [id] })).rules.get(id);
  if (held === undefined) throw new Error(`${id} is not there`);
  const deps = { decisions, actor: { by: 'mia', at: new Date('2026-11-21T09:00:00Z') }, twoPersons: false, warningsOf: () => Promise.resolve([]), newId: () => 'unused' };
  const edited = await updateRule({ id, version: held.version, rule: { ...contentsOf(held), weight } }, deps);
  expect(edited.ok).toBe(true);
};

const shopWith = async (file: string): Promise<InMemoryDecisions> => {
  const decisions = createInMemoryDecisions();
  expect((await run(['apply', '-', '--by', 'ada'], { stdin: file, decisions })).failure).toBeNull();
  return decisions;
};

const weightOf = async (decisions: InMemoryDecisions): Promise<number | null | undefined> =>
  (await decisions.read({ ruleIds: ['campaign'] })).rules.get('campaign')?.weight;

describe('rules apply', () => {
  it('applies a sound file in the name that is given, and says what changed', async () => {
    const decisions = createInMemoryDecisions();
    const { out, failure } = await run(['apply', '-', '--by', 'Ada'], { stdin: SOUND, decisions });
    expect(out).toEqual(['standard input: 1 created, 0 updated, 0 unchanged']);
    expect(failure).toBeNull();
    expect(decisions.commits).toMatchObject([{ rules: [{ id: 'r', action: 'EXCLUDE', version: 1, createdBy: 'Ada', updatedAt: NOW }] }]);
  });

  it('changes nothing the second time', async () => {
    const decisions = await shopWith(TWO);
    expect((await run(['apply', '-'], { stdin: TWO, decisions })).out).toEqual(['standard input: 0 created, 0 updated, 2 unchanged']);
    expect(decisions.commits).toHaveLength(1);
  });

  it('takes the name of the user who runs it, else says that it was the command line', async () => {
    const authorOf = async (args: readonly string[], env: NodeJS.ProcessEnv): Promise<string | undefined> => {
      const decisions = createInMemoryDecisions();
      await run(['apply', '-', ...args], { stdin: SOUND, env, decisions });
      return decisions.commits[0]?.rules?.[0]?.createdBy;
    };
    expect(await authorOf([], { USER: 'grace' })).toBe('grace');
    expect(await authorOf([], { USER: ' ' })).toBe('command line');
    expect(await authorOf(['--by', ' '], {})).toBe('command line');
  });

  it('applies nothing of a file with an error, and does not open the store', async () => {
    const { out, err, opened, failure } = await run(['apply', '-'], { stdin: WRONG });
    expect(out).toEqual([]);
    expect(err[0]).toMatch(/:3:13: error: unknown action/);
    expect(opened).toBe(0);
    expect(failure?.message).toBe('standard input: 1 error, 0 warnings; nothing was applied');
    expect(failure?.exitCode).toBe(1);
  });

  it('warns of products that the catalogue does not hold, once each, and applies all the same', async () => {
    const twice = `${SOUND}pairs:\n  - { anchor: gone, complement: known, decision: approve }\n`;
    const decisions = createInMemoryDecisions();
    const { err } = await run(['apply', '-'], { stdin: twice, decisions });
    expect(err).toEqual(['-:4:31: warning: the catalogue holds no product "gone": nothing comes of it until it does (rules[0].then.products[1])']);
    expect(decisions.commits).toHaveLength(1);
  });

  it('warns of what is doubtful about a rule beside those of the shop, and keeps the warning with the rule', async () => {
    const decisions = createInMemoryDecisions();
    const file = 'rules:\n  - { id: past, action: exclude, then: { products: [known] }, validUntil: 2020-01-01, state: approved }\n';
    const { err, failure } = await run(['apply', '-'], { stdin: file, decisions });
    expect(err).toHaveLength(1);
    expect(err[0]).toMatch(/^-: warning: rule "past": /);
    expect(failure).toBeNull();
    expect(decisions.commits[0]?.rules?.[0]?.warnings).toMatchObject([{ code: 'NEVER_ACTIVE' }]);
    expect((await run(['apply', '-', '--dry-run'], { stdin: file })).err).toEqual(err);
  });

  it('writes rules, policies, pairs and the shop in one commit', async () => {
    const file = `${TWO}policies:\n  - placement: basket\npairs:\n  - { anchor: a, complement: b, decision: dismiss }\nshop: { autopilot: curated-only }\n`;
    const decisions = await shopWith(file);
    expect(decisions.commits).toMatchObject([{ rules: [{}, {}], policies: [{}], pairs: [{}], shopAutopilot: { autopilot: 'CURATED_ONLY' } }]);
  });
});

describe('an edit by a person between export and apply', () => {
  it('is refused and named, and nothing of the file is applied', async () => {
    const decisions = await shopWith(TWO);
    const exported = (await run(['export'], { decisions })).out.join('\n');
    await editByMia(decisions, 'campaign', 5);
    const edited = exported.replace('weight: 2', 'weight: 3').replace('[known]', '[known, gone]');
    const { out, err, failure } = await run(['apply', '-'], { stdin: edited, decisions });
    expect(err.filter((line) => line.includes('conflict'))).toEqual([
      '-: conflict: rule "campaign" was changed by mia at 2026-11-21T09:00:00.000Z through the API: weight 2 → 5; a draft again (version 2; the file is based on version 1)',
    ]);
    expect(out).toEqual([]);
    expect(failure?.message).toBe('standard input: 1 conflict; nothing was applied (export again and repeat the edit, or --overwrite)');
    expect(failure?.exitCode).toBe(1);
    expect(await weightOf(decisions)).toBe(5);
    expect(decisions.commits).toHaveLength(2);
  });

  it('is refused too where the file names no versions', async () => {
    const decisions = await shopWith(TWO);
    await editByMia(decisions, 'campaign', 5);
    const { err, failure } = await run(['apply', '-'], { stdin: TWO, decisions });
    expect(failure?.exitCode).toBe(1);
    expect(err.join()).toContain('(version 2; the file names no version)');
  });

  it('gives way when the file is told to overwrite', async () => {
    const decisions = await shopWith(TWO);
    await editByMia(decisions, 'campaign', 5);
    const { out, failure } = await run(['apply', '-', '--overwrite'], { stdin: TWO, decisions });
    expect(failure).toBeNull();
    expect(out).toEqual(['standard input: 0 created, 1 updated, 1 unchanged']);
    expect(await weightOf(decisions)).toBe(2);
  });
});

describe('an edit by a person while a file is applied', () => {
  it('is seen, and never overwritten silently', async () => {
    const decisions = await shopWith(TWO);
    decisions.interfere = () => editByMia(decisions, 'campaign', 5);
    const { failure, err } = await run(['apply', '-'], { stdin: TWO.replace('weight: 2', 'weight: 3').replace('[known]', '[known, gone]'), decisions });
    expect(failure?.exitCode).toBe(1);
    expect(err.join()).toContain('rule "campaign" was changed by mia');
    expect(await weightOf(decisions)).toBe(5);
    expect(decisions.commits).toHaveLength(2);
  });

  it('does no harm where it is about something else', async () => {
    const decisions = await shopWith(TWO);
    decisions.interfere = () => editByMia(decisions, 'campaign', 5);
    const other = 'rules:\n  - { id: other, action: exclude, then: { products: [known, gone] } }\n';
    expect((await run(['apply', '-'], { stdin: other, decisions })).out).toEqual(['standard input: 0 created, 1 updated, 0 unchanged']);
    expect(await weightOf(decisions)).toBe(5);
  });
});

describe('rules apply --dry-run', () => {
  it('shows what diff shows, and writes nothing', async () => {
    const decisions = await shopWith(TWO);
    const changed = TWO.replace('weight: 2', 'weight: 3');
    const { out, failure } = await run(['apply', '-', '--dry-run'], { stdin: changed, decisions });
    expect(out).toEqual((await run(['diff', '-'], { stdin: changed, decisions })).out);
    expect(out).toContain('  weight: 2 → 3');
    expect(failure).toBeNull();
    expect(decisions.commits).toHaveLength(1);
  });

  it('fails where applying would', async () => {
    const decisions = await shopWith(TWO);
    await editByMia(decisions, 'campaign', 5);
    const { out, failure } = await run(['apply', '-', '--dry-run'], { stdin: TWO, decisions });
    expect(out.at(-1)).toContain('1 conflict: nothing would be applied');
    expect(failure?.exitCode).toBe(1);
  });
});

describe('a shop that asks for two persons', () => {
  const env = { APPROVAL_BY_SECOND_PERSON: 'true' };
  const applied = async (...args: readonly string[]) => {
    const decisions = createInMemoryDecisions();
    const { failure, err } = await run(['apply', '-', ...args], { stdin: TWO, env, decisions });
    return { failure, err, commits: decisions.commits };
  };

  it('refuses a file with approved rules that only its editor stands for', async () => {
    for (const args of [['--by', 'ada'], ...['ada', ' ', 'Ada', 'ADA\u200b', '\u200b'].map((name) => ['--by', 'ada', '--approved-by', name])]) {
      const { failure, err, commits } = await applied(...args);
      expect(failure?.message).toBe('standard input: 1 conflict; nothing was applied');
      expect(err.join()).toContain('rule "campaign" is edited by ada, and this shop asks for a second person to approve it: --approved-by');
      expect(commits).toEqual([]);
    }
  });

  it('takes it with a second person, who is named as the approver', async () => {
    const { failure, commits } = await applied('--by', 'ada', '--approved-by', 'noor');
    expect(failure).toBeNull();
    expect(commits).toMatchObject([{ rules: [{ id: 'campaign', editedBy: 'ada', approvedBy: 'noor' }, { id: 'other', approvedBy: null }] }]);
    expect(commits[0]?.rules?.map(({ history }) => history[0]?.summary.includes('noor'))).toEqual([true, false]);
  });

  it('is asked for by true or false, and by nothing else', async () => {
    const { failure, opened } = await run(['apply', '-'], { stdin: TWO, env: { APPROVAL_BY_SECOND_PERSON: 'yes' } });
    expect(failure?.message).toBe('APPROVAL_BY_SECOND_PERSON must be true or false; nothing was applied');
    expect(opened).toBe(0);
  });
});

describe('the dates of what a file writes', () => {
  it('are of when it is written, however long it took to read the file and to look for doubts', async () => {
    const decisions = createInMemoryDecisions();
    let looks = 0;
    const now = () => new Date(NOW.getTime() + (looks += 1) * 1_000);
    await run(['apply', '-'], { stdin: TWO, decisions, now });
    const dates = decisions.commits.flatMap(({ rules = [] }) => rules.map(({ updatedAt }) => updatedAt.getTime()));
    expect(dates).toHaveLength(2);
    expect(new Set(dates)).toEqual(new Set([NOW.getTime() + looks * 1_000]));
    expect(looks).toBeGreaterThan(1);
  });
});

describe('a file without versions', () => {
  const OURS = 'rules:\n  - { id: campaign, action: boost, weight: 2, then: { tags: [gift] } }\n';
  const apply = (decisions: InMemoryDecisions, stdin: string, ...args: readonly string[]) => run(['apply', '-', ...args], { stdin, decisions });
  const exported = async (decisions: InMemoryDecisions, ...args: readonly string[]): Promise<string> => (await run(['export', ...args], { decisions })).out.join('\n');

  it('does not overwrite what a person decided, also when a file that had seen it was applied since', async () => {
    const decisions = await shopWith(OURS);
    await editByMia(decisions, 'campaign', 9);
    const seen = (await exported(decisions)).replace('action: boost', 'name: Renamed\n    action: boost');
    expect((await apply(decisions, seen, '--by', 'ops')).failure).toBeNull();
    const { failure, err } = await apply(decisions, OURS, '--by', 'ci');
    expect(failure?.exitCode).toBe(1);
    expect(err.join()).toContain('was changed by ops at 2026-11-20T12:00:00.000Z from a file that named its version: name campaign → Renamed (version 3; the file names no version)');
    expect(await weightOf(decisions)).toBe(9);
  });

  it('is the same for policies, pairs and the shop', async () => {
    const all = (atLeast: number, decision: string, autopilot: string, version: string): string =>
      `policies:\n  - { placement: basket, atLeast: ${atLeast}${version} }\npairs:\n  - { anchor: a, complement: b, decision: ${decision}${version} }\nshop: { autopilot: ${autopilot}${version} }\n`;
    const decisions = await shopWith(all(1, 'approve', 'assist', ''));
    expect((await apply(decisions, all(2, 'dismiss', 'curated-only', ', version: 1'))).failure).toBeNull();
    expect((await apply(decisions, all(3, 'reopen', 'approved-only', ''))).failure?.message).toContain('3 conflicts');
  });

  it('goes on and on as the one file of a repository, with what it exported itself too', async () => {
    const decisions = await shopWith(OURS);
    for (const weight of [3, 4, 5]) {
      expect((await apply(decisions, OURS.replace('weight: 2', `weight: ${weight}`))).failure).toBeNull();
      const own = await exported(decisions, '--no-versions');
      expect((await apply(decisions, own)).out).toEqual(['standard input: 0 created, 0 updated, 1 unchanged']);
    }
    expect(await weightOf(decisions)).toBe(5);
  });

  it('takes over again what it was told to overwrite', async () => {
    const decisions = await shopWith(OURS);
    await editByMia(decisions, 'campaign', 9);
    expect((await apply(decisions, OURS, '--overwrite')).failure).toBeNull();
    expect((await apply(decisions, OURS.replace('weight: 2', 'weight: 3'))).failure).toBeNull();
    expect(await weightOf(decisions)).toBe(3);
  });
});
