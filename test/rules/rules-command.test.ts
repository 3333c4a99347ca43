import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Command } from 'commander';
import { CommandFailure, type CommandContext } from '../../src/commands/command.js';
import { rulesCommand } from '../../src/commands/rules.js';
import type { RuleFile } from '../../src/domain/merchandising/rule-file.js';
import type { Stores } from '../../src/stores/open.js';
import { productWith } from '../unit/merchandising/samples.js';

const SOUND = 'rules:\n  - id: r\n    action: exclude\n    then: { products: [known, gone] }\n';
const WRONG = 'rules:\n  - id: r\n    action: exclud\n    then: { products: [known] }\n';
const NOW = new Date('2026-11-01T00:00:00Z');

interface Applied {
  readonly file: RuleFile;
  readonly by: string;
  readonly at: Date;
}

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rules-command-'));
});
afterEach(() => rm(folder, { recursive: true }));

const fileWith = async (content: string | Buffer): Promise<string> => {
  const name = join(folder, 'rules.yaml');
  await writeFile(name, content);
  return name;
};

const storesThatNote = (applied: Applied[]): Stores => {
  const stores = {
    facts: { productsByIds: (ids: readonly string[]) => Promise.resolve(new Map(ids.filter((id) => id === 'known').map((id) => [id, productWith({ id })]))) },
    rules: {
      applyRuleFile: (file: RuleFile, by: string, at: Date) => {
        applied.push({ file, by, at });
        return Promise.resolve({ created: 1, updated: 0, unchanged: 2 });
      },
    },
  };
  return stores as unknown as Stores;
};

interface Run {
  readonly out: string[];
  readonly err: string[];
  readonly applied: Applied[];
  opened: number;
  failure: CommandFailure | null;
}

const run = async (args: readonly string[], { env = {}, stdin = '' }: { env?: NodeJS.ProcessEnv; stdin?: string } = {}): Promise<Run> => {
  const result: Run = { out: [], err: [], applied: [], opened: 0, failure: null };
  const context: CommandContext = {
    env,
    out: (line) => result.out.push(line),
    err: (line) => result.err.push(line),
    now: () => NOW,
    stdin: Readable.from([Buffer.from(stdin)]),
    interactive: false,
    withStores: (use) => {
      result.opened += 1;
      return use(storesThatNote(result.applied));
    },
  };
  try {
    await rulesCommand(context).parseAsync([...args], { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommandFailure)) throw error;
    result.failure = error;
  }
  return result;
};

describe('rules lint', () => {
  it('says that a sound file is sound, without opening a store', async () => {
    const file = await fileWith(SOUND);
    const { out, failure, opened } = await run(['lint', file]);
    expect(out).toEqual([`${file}: no errors, 0 warnings (1 rule, 0 policies, 0 pairs)`]);
    expect(failure).toBeNull();
    expect(opened).toBe(0);
  });

  it('prints each mistake as file:line:column and fails with exit code 1', async () => {
    const file = await fileWith(WRONG);
    const { out, failure } = await run(['lint', file]);
    expect(out).toHaveLength(1);
    expect(out[0]).toMatch(/:3:13: error: unknown action "exclud"; did you mean "exclude"\?/);
    expect(out[0]?.startsWith(`${file}:3:13`)).toBe(true);
    expect(failure?.exitCode).toBe(1);
    expect(failure?.message).toBe(`${file}: 1 error, 0 warnings`);
  });

  it('prints one JSON document when asked, for sound and wrong files alike', async () => {
    const wrong = await run(['lint', '--json', await fileWith(WRONG)]);
    expect(JSON.parse(wrong.out.join('\n'))).toMatchObject({
      errors: 1,
      warnings: 0,
      problems: [{ line: 3, column: 13, path: 'rules[0].action', severity: 'error' }],
    });
    expect(wrong.failure?.exitCode).toBe(1);
    const sound = await run(['lint', '--json', await fileWith(SOUND)]);
    expect(JSON.parse(sound.out.join('\n'))).toMatchObject({ errors: 0, problems: [] });
    expect(sound.failure).toBeNull();
  });

  it('lets warnings pass', async () => {
    const { out, failure } = await run(['lint', '-'], { stdin: '# empty\n' });
    expect(out).toEqual(['-:1:1: warning: the file holds no rules, policies or pairs', 'standard input: no errors, 1 warning (0 rules, 0 policies, 0 pairs)']);
    expect(failure).toBeNull();
  });

  it('reads standard input for -', async () => {
    const { out } = await run(['lint', '-'], { stdin: WRONG });
    expect(out[0]).toMatch(/^-:3:13: error/);
  });

  it('says why a file cannot be read', async () => {
    const missing = join(folder, 'missing.yaml');
    expect((await run(['lint', missing])).failure?.message).toBe(`cannot read ${missing}: there is no such file`);
    expect((await run(['lint', folder])).failure?.message).toBe(`cannot read ${folder}: it is a folder`);
    const binary = await fileWith(Buffer.from([0xff, 0xfe, 0x00, 0x80]));
    expect((await run(['lint', binary])).failure?.message).toBe(`cannot read ${binary}: it is not text in UTF-8`);
    const huge = await fileWith(Buffer.alloc(10 * 1024 * 1024 + 1, '#'));
    expect((await run(['lint', huge])).failure?.message).toBe(`cannot read ${huge}: it is larger than 10 MiB`);
    expect((await run(['lint', 'a\0b'])).failure?.message).toMatch(/^cannot read a\0b: .*null bytes/);
  });
});

describe('rules apply', () => {
  it('applies a sound file in the name that is given, and says what changed', async () => {
    const file = await fileWith(SOUND);
    const { out, applied, failure } = await run(['apply', file, '--by', 'Ada']);
    expect(out).toEqual([`${file}: 1 created, 0 updated, 2 unchanged`]);
    expect(failure).toBeNull();
    expect(applied).toMatchObject([{ by: 'Ada', at: NOW, file: { rules: [{ id: 'r', action: 'EXCLUDE' }] } }]);
  });

  it('takes the name of the user who runs it, else says that it was the command line', async () => {
    expect((await run(['apply', '-'], { stdin: SOUND, env: { USER: 'grace' } })).applied[0]?.by).toBe('grace');
    expect((await run(['apply', '-'], { stdin: SOUND, env: { USER: ' ' } })).applied[0]?.by).toBe('command line');
    expect((await run(['apply', '-', '--by', ' '], { stdin: SOUND })).applied[0]?.by).toBe('command line');
  });

  it('applies nothing of a file with an error, and does not open the store', async () => {
    const file = await fileWith(WRONG);
    const { out, err, applied, opened, failure } = await run(['apply', file]);
    expect(out).toEqual([]);
    expect(err[0]).toMatch(/:3:13: error: unknown action/);
    expect(applied).toEqual([]);
    expect(opened).toBe(0);
    expect(failure?.message).toBe(`${file}: 1 error, 0 warnings; nothing was applied`);
    expect(failure?.exitCode).toBe(1);
  });

  it('warns of products that the catalogue does not hold, once each, and applies all the same', async () => {
    const twice = `${SOUND}pairs:\n  - { anchor: gone, complement: known, decision: approve }\n`;
    const { err, applied } = await run(['apply', '-'], { stdin: twice });
    expect(err).toEqual(['-:4:31: warning: the catalogue holds no product "gone": nothing comes of it until it does (rules[0].then.products[1])']);
    expect(applied).toHaveLength(1);
  });
});

const helpOf = (...path: readonly string[]): string => {
  const unused = (): never => {
    throw new Error('help needs nothing');
  };
  const context: CommandContext = { env: {}, out: unused, err: unused, now: unused, stdin: Readable.from([]), interactive: false, withStores: unused };
  const root: Command = rulesCommand(context);
  const command = path.reduce<Command>((at, name) => at.commands.find((child) => child.name() === name) ?? at, root);
  let help = '';
  command.configureOutput({ writeOut: (text) => (help += text) }).outputHelp();
  return help;
};

describe('the help of rules', () => {
  it('names the subcommands and shows a file that passes its own lint', async () => {
    const help = helpOf();
    expect(help).toContain('lint');
    expect(help).toContain('apply');
    const example = /\n( {2}rules:\n[\s\S]*?)\n\n/.exec(help)?.[1] ?? '';
    const { failure, out } = await run(['lint', '-'], { stdin: example });
    expect(failure).toBeNull();
    expect(out.at(-1)).toContain('1 rule');
  });

  it('has examples for every subcommand', () => {
    for (const name of ['lint', 'apply']) expect(helpOf(name)).toMatch(/Examples:\n {2}tandem rules/);
  });
});
