import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { CommandFailure, type CommandContext } from '../../src/commands/command.js';
import { rulesCommand } from '../../src/commands/rules.js';
import { setShopAutopilot } from '../../src/domain/merchandising/changing/change-shop-autopilot.js';
import { NOW } from '../support/builders.js';
import { useStores } from '../support/store.js';

const { stores } = useStores();

const run = async (args: readonly string[], stdin = ''): Promise<{ out: string; failure: string | null }> => {
  const out: string[] = [];
  const context: CommandContext = {
    env: {},
    out: (line) => out.push(line),
    err: () => undefined,
    now: () => NOW,
    stdin: Readable.from([Buffer.from(stdin)]),
    interactive: false,
    withStores: (use) => use(stores()),
  };
  try {
    await rulesCommand(context).parseAsync([...args], { from: 'user' });
    return { out: out.join('\n'), failure: null };
  } catch (error) {
    if (!(error instanceof CommandFailure)) throw error;
    return { out: out.join('\n'), failure: error.message };
  }
};

const RULES = Array.from({ length: 300 }, (_, at) => `  - { id: r${at}, action: exclude, then: { products: [p${at}, "0${at}"] }, state: approved }`);
const FILE = ['rules:', ...RULES, 'policies:', '  - { placement: basket, atLeast: 2 }', 'pairs:', '  - { anchor: a, complement: b, decision: approve }', 'shop: { autopilot: approved-only }'].join('\n');

describe('a rules file and a real store', () => {
  it('are the same after applying, exporting and applying again', async () => {
    expect(await run(['apply', '-', '--by', 'ada'], FILE)).toEqual({ out: 'standard input: 303 created, 0 updated, 0 unchanged', failure: null });
    const exported = await run(['export']);
    expect(await run(['apply', '-'], exported.out)).toEqual({ out: 'standard input: 0 created, 0 updated, 303 unchanged', failure: null });
    expect(await run(['export'])).toEqual(exported);
    expect(await run(['diff', '-', '--exit-code'], exported.out)).toEqual({ out: 'standard input: 0 would be created, 0 would be updated, 303 unchanged', failure: null });
  });

  it('differ in nothing when one entry of the file is a conflict', async () => {
    const before = await run(['export']);
    await setShopAutopilot({ autopilot: 'CURATED_ONLY', version: 1, note: null }, { decisions: stores().decisions, actor: { by: 'mia', at: NOW } });
    const { failure } = await run(['apply', '-'], before.out.replaceAll('state: approved', 'state: retired').replace('approved-only', 'assist'));
    expect(failure).toContain('1 conflict; nothing was applied');
    const after = await run(['export']);
    expect(after.out).toBe(before.out.replace('autopilot: approved-only\n  version: 1', 'autopilot: curated-only\n  version: 2'));
  });
});
