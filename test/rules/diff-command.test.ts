import { describe, expect, it } from 'vitest';
import { createInMemoryDecisions, type InMemoryDecisions } from '../support/in-memory-decisions.js';
import { runRules as run } from './run-rules.js';

const HELD = `rules:
  - { id: campaign, action: recommend, then: { products: [a, b, c, d, e, f, g] }, when: { tags: [gift] }, state: approved, note: first }
  - { id: hidden, action: exclude, then: { tags: [t] } }
  - { id: old, action: exclude, then: { tags: [t] }, state: retired }
policies:
  - { placement: basket, atLeast: 2 }
pairs:
  - { anchor: laptop, complement: case, decision: approve }
  - { anchor: laptop, complement: bag, decision: dismiss }
  - { anchor: laptop, complement: pen, decision: dismiss }
  - { anchor: laptop, complement: gone, decision: dismiss }
shop: { autopilot: curated-only }
`;

const FILE = `rules:
  - id: campaign
    action: recommend
    then: { products: [a, b, c, d, e, f, h], maxPrice: "12.90" }
    validFrom: 2026-12-01
    state: approved
    note: two words
  - { id: fresh, action: exclude, then: { tags: [t] } }
policies:
  - { placement: basket, atLeast: 3, autopilot: approved-only }
pairs:
  - { anchor: laptop, complement: case, decision: approve }
  - { anchor: laptop, complement: bag, decision: reopen }
  - { anchor: phone, complement: case, decision: reopen }
shop: { autopilot: assist, note: All clear }
`;

const shop = async (): Promise<InMemoryDecisions> => {
  const decisions = createInMemoryDecisions();
  await run(['apply', '-'], { stdin: HELD, decisions });
  await run(['apply', '-'], { stdin: 'pairs:\n  - { anchor: laptop, complement: gone, decision: reopen }\n', decisions });
  return decisions;
};

describe('rules diff', () => {
  it('shows each entry that would change with its fields, counts the rest, and writes nothing', async () => {
    const decisions = await shop();
    const { out, failure } = await run(['diff', '-'], { stdin: FILE, decisions });
    expect(out).toEqual([
      '~ rule "campaign": version 1 → 2',
      '  when.tags: [gift] → []',
      '  then.products: + h, − g',
      '  then.maxPrice: (nothing) → 12.90',
      '  validFrom: (nothing) → 2026-12-01T00:00:00.000Z',
      '  note: first → "two words"',
      '+ rule "fresh": new',
      '~ policy of basket (cross-sell): version 1 → 2',
      '  autopilot: assist → approved-only',
      '  atLeast: 2 → 3',
      '~ pair "laptop" → "bag": version 1 → 2',
      '  decision: dismiss → reopen',
      '~ shop: version 1 → 2',
      '  autopilot: curated-only → assist',
      '  note: (nothing) → "All clear"',
      'standard input: 1 would be created, 4 would be updated, 2 unchanged',
      'not in the file, and left alone: 1 rule, 1 pair (--all lists them)',
    ]);
    expect(failure).toBeNull();
    expect(decisions.commits).toHaveLength(2);
  });

  it('lists what the file does not name when asked', async () => {
    const { out } = await run(['diff', '-', '--all'], { stdin: 'policies:\n  - { placement: basket, atLeast: 2 }\n', decisions: await shop() });
    expect(out).toEqual([
      'standard input: 0 would be created, 0 would be updated, 1 unchanged',
      '  rule "campaign": not in the file',
      '  rule "hidden": not in the file',
      '  pair "laptop" → "bag": not in the file',
      '  pair "laptop" → "case": not in the file',
      '  pair "laptop" → "pen": not in the file',
      '  shop: not in the file',
      'not in the file, and left alone: 2 rules, 3 pairs, 1 shop setting',
    ]);
  });

  it('shows conflicts without failing', async () => {
    const stale = 'rules:\n  - { id: hidden, action: exclude, then: { tags: [other] }, version: 7 }\n';
    const { out, failure } = await run(['diff', '-'], { stdin: stale, decisions: await shop() });
    expect(out).toContain(
      '! rule "hidden" was changed by command line at 2026-11-20T12:00:00.000Z from a file: created (version 1; the file is based on version 7)',
    );
    expect(failure).toBeNull();
  });

  it('fails with 1 when asked to, where something differs and only there', async () => {
    const decisions = await shop();
    const failureOf = async (stdin: string): Promise<number | undefined> => (await run(['diff', '-', '--exit-code'], { stdin, decisions })).failure?.exitCode;
    expect(await failureOf(FILE)).toBe(1);
    expect(await failureOf('policies:\n  - { placement: basket, atLeast: 2 }\n')).toBeUndefined();
  });

  it('prints one JSON document when asked', async () => {
    const { out } = await run(['diff', '-', '--json'], { stdin: FILE, decisions: await shop() });
    const document: unknown = JSON.parse(out.join('\n'));
    expect(document).toMatchObject({
      file: '-',
      created: 1,
      updated: 4,
      unchanged: 2,
      entries: [
        { kind: 'rule', id: 'campaign', change: 'updated', heldVersion: 1 },
        { kind: 'rule', id: 'fresh', change: 'created', heldVersion: null, differences: [] },
        { kind: 'policy', lane: 'cross-sell', placement: 'basket', differences: [{ key: 'autopilot', from: 'assist', to: 'approved-only' }, {}] },
        { kind: 'pair', anchor: 'laptop', complement: 'bag' },
        { kind: 'shop' },
      ],
      conflicts: [],
      notInFile: [{ kind: 'rule', id: 'hidden' }, { kind: 'pair', anchor: 'laptop', complement: 'pen' }],
    });
  });

  it('prints conflicts in JSON with who changed what and when', async () => {
    const stale = 'shop: { autopilot: assist, version: 4 }\n';
    const { out } = await run(['diff', '-', '--json'], { stdin: stale, decisions: await shop() });
    expect(JSON.parse(out.join('\n'))).toMatchObject({
      conflicts: [{ kind: 'shop', reason: 'CHANGED_SINCE', basedOn: 4, version: 1, changedBy: 'command line', changedAt: '2026-11-20T12:00:00.000Z', via: 'FILE' }],
    });
  });

  it('is coloured on a terminal only', async () => {
    const decisions = await shop();
    const coloured = await run(['diff', '-'], { stdin: FILE, decisions, colours: true });
    expect(coloured.out[0]).toBe('\u001b[33m~ rule "campaign": version 1 → 2\u001b[0m');
    expect((await run(['diff', '-'], { stdin: FILE, decisions })).out.join('')).not.toContain('\u001b');
  });

  it('fails on a file with an error, without opening the store', async () => {
    const { opened, failure, err } = await run(['diff', '-'], { stdin: 'rules: {}' });
    expect([opened, failure?.exitCode]).toEqual([0, 1]);
    expect(err[0]).toContain('-:1:8: error');
  });

  it('tells what apply will refuse in a shop that asks for two persons', async () => {
    const env = { APPROVAL_BY_SECOND_PERSON: 'true', USER: 'ada' };
    const decisions = await shop();
    const fresh = 'rules:\n  - { id: fresh, action: exclude, then: { tags: [t] }, state: approved }\n';
    const lastLine = async (command: readonly string[], ...names: readonly string[]) =>
      (await run([...command, '-', ...names], { stdin: fresh, decisions, env })).out.findLast((line) => line.startsWith('standard input'));
    for (const names of [[], ['--approved-by', 'Ada'], ['--by', 'noor', '--approved-by', 'noor'], ['--approved-by', 'noor']]) {
      expect(await lastLine(['diff'], ...names)).toBe(await lastLine(['apply', '--dry-run'], ...names));
    }
    expect(await lastLine(['diff'])).toContain('1 conflict: nothing would be applied');
    expect(await lastLine(['diff'], '--approved-by', 'noor')).toBe('standard input: 1 would be created, 0 would be updated, 0 unchanged');
    const { out } = await run(['diff', '-', '--exit-code', '--json'], { stdin: fresh, decisions, env });
    expect(JSON.parse(out.join(''))).toMatchObject({ conflicts: [{ reason: 'SECOND_PERSON_REQUIRED', editedBy: 'ada' }] });
  });
});
