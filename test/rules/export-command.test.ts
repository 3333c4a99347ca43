import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeRule } from '../../src/domain/merchandising/changing/write-rule.js';
import { NOW } from '../support/builders.js';
import { createInMemoryDecisions, type InMemoryDecisions } from '../support/in-memory-decisions.js';
import { ruleWith } from '../unit/merchandising/samples.js';
import { runRules as run } from './run-rules.js';

const HELD = `rules:
  - id: toys
    name: Gift box, ribbon and card
    action: recommend
    when: { categories: [toys], brands: ["no", "12", Zoom] }
    then: { products: [known], maxPrice: 12.90 }
    placements: [basket]
    priority: -3
    validFrom: 2026-11-01
    validUntil: 2026-12-01T09:30:00+01:00
    state: approved
    note: |
      Agreed with the buyers.

      Ask again: "next" year
  - { id: draft, action: boost, weight: 1.5, then: {} }
  - { id: over, action: exclude, then: { tags: [t] }, state: retired }
policies:
  - { placement: basket, lane: personalisation }
  - { placement: basket, atLeast: 2 }
pairs:
  - { anchor: laptop, complement: case, decision: approve, note: "Sold as a set, since spring" }
  - { anchor: laptop, complement: bag, decision: dismiss }
  - { anchor: case, complement: bag, decision: dismiss }
shop: { autopilot: approved-only, note: For now }
`;

const EXPORTED = `# Written by "tandem rules export". Comments are lost when it is written again.

shop:
  autopilot: approved-only
  note: For now
  version: 1

policies:
  - lane: cross-sell
    placement: basket
    autopilot: assist
    learnedShareCap: 1
    sameGroupCap: 1
    atLeast: 2
    fallback: false
    diversity: none
    version: 1
  - lane: personalisation
    placement: basket
    autopilot: assist
    learnedShareCap: 1
    sameGroupCap: 1
    atLeast: 0
    fallback: true
    diversity: none
    version: 1

rules:
  - id: draft
    lane: cross-sell
    action: boost
    then: {}
    weight: 1.5
    state: draft
    version: 1

  - id: toys
    name: Gift box, ribbon and card
    lane: cross-sell
    action: recommend
    when: { categories: [toys], brands: ["no", "12", Zoom] }
    then: { products: [known], maxPrice: "12.90" }
    placements: [basket]
    priority: -3
    validFrom: 2026-11-01
    validUntil: 2026-12-01T08:30:00Z
    state: approved
    note: |-
      Agreed with the buyers.

      Ask again: "next" year
    version: 1

pairs:
  - { anchor: laptop, complement: bag, decision: dismiss, version: 1 }
  - { anchor: laptop, complement: case, decision: approve, note: "Sold as a set, since spring", version: 1 }`;

let decisions: InMemoryDecisions;
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rules-export-'));
  decisions = createInMemoryDecisions();
  await run(['apply', '-'], { stdin: HELD, decisions });
  await run(['apply', '-'], { stdin: 'pairs:\n  - { anchor: case, complement: bag, decision: reopen }\n', decisions });
});
afterEach(() => rm(folder, { recursive: true }));

describe('rules export', () => {
  it('writes what holds: drafts, approved rules, policies, decided pairs and the shop, each with its version', async () => {
    const { out, err, failure } = await run(['export'], { decisions });
    expect(out.join('\n')).toBe(EXPORTED);
    expect(err).toEqual([]);
    expect(failure).toBeNull();
  });

  it('leaves versions out when asked', async () => {
    const { out } = await run(['export', '--no-versions'], { decisions });
    expect(out.join('\n')).toBe(EXPORTED.replaceAll(/(,|\n +) ?version: 1/g, ''));
  });

  it('chooses rules by state', async () => {
    const idsIn = async (...args: readonly string[]): Promise<readonly string[]> => {
      const text = (await run(['export', ...args], { decisions })).out.join('\n');
      return [...text.matchAll(/- id: (\w+)/g)].map(([, id = '']) => id);
    };
    expect(await idsIn('--state', 'approved')).toEqual(['toys']);
    expect(await idsIn('--state', 'RETIRED, draft')).toEqual(['draft', 'over']);
  });

  it('writes everything when asked, retired rules and reopened pairs too', async () => {
    const text = (await run(['export', '--all'], { decisions })).out.join('\n');
    expect(text).toContain('- id: over');
    expect(text).toContain('- { anchor: case, complement: bag, decision: reopen, version: 2 }');
  });

  it('is what lint calls sound and apply leaves alone', async () => {
    const text = (await run(['export', '--all'], { decisions })).out.join('\n');
    expect((await run(['lint', '-'], { stdin: text })).failure).toBeNull();
    const { out } = await run(['apply', '-'], { stdin: text, decisions });
    expect(out).toEqual(['standard input: 0 created, 0 updated, 9 unchanged']);
  });

  it('writes an empty file of an empty shop', async () => {
    const { out } = await run(['export']);
    expect(out).toEqual(['# Written by "tandem rules export". Comments are lost when it is written again.']);
  });

  it('refuses to write what would not come back as it is, and says what', async () => {
    const odd = ruleWith({ id: 'odd', note: 'bell \u0007' });
    const rule = writeRule(null, odd, { by: 'x', at: NOW, via: 'API', approvedBy: 'x', warnings: [] });
    const { out, failure } = await run(['export'], { decisions: createInMemoryDecisions({ rules: [rule] }) });
    expect(out).toEqual([]);
    expect(failure?.message).toBe('cannot be written to a rules file as it is: rule "odd": note must be text without control characters');
  });
});

describe('rules export --output', () => {
  it('writes the file as a whole, and leaves nothing beside it', async () => {
    const file = join(folder, 'rules.yaml');
    const { out, err } = await run(['export', '--output', file], { decisions });
    expect(await readFile(file, 'utf8')).toBe(`${EXPORTED}\n`);
    expect(out).toEqual([]);
    expect(err).toEqual([`${file}: 2 rules, 2 policies, 2 pairs`]);
    expect(await readdir(folder)).toEqual(['rules.yaml']);
  });

  it('replaces a file only when told to', async () => {
    const file = join(folder, 'rules.yaml');
    await writeFile(file, 'mine');
    const { failure, opened } = await run(['export', '--output', file], { decisions });
    expect(failure?.message).toBe(`${file} is there already: --force replaces it`);
    expect(opened).toBe(0);
    expect(await readFile(file, 'utf8')).toBe('mine');
    await run(['export', '--output', file, '--force'], { decisions });
    expect(await readFile(file, 'utf8')).toBe(`${EXPORTED}\n`);
    expect(await readdir(folder)).toEqual(['rules.yaml']);
  });

  it('says why a file cannot be written', async () => {
    const nowhere = join(folder, 'no', 'rules.yaml');
    expect((await run(['export', '--output', nowhere], { decisions })).failure?.message).toBe(`cannot write ${nowhere}: there is no such folder`);
    expect((await run(['export', '--output', folder, '--force'], { decisions })).failure?.message).toMatch(/^cannot write .*: it is a folder$/);
  });
});
