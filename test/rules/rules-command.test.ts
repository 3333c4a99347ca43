import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Command } from 'commander';
import type { CommandContext } from '../../src/commands/command.js';
import { rulesCommand } from '../../src/commands/rules.js';
import { runRules as run } from './run-rules.js';

const SOUND = 'rules:\n  - id: r\n    action: exclude\n    then: { products: [known, gone] }\n';
const WRONG = 'rules:\n  - id: r\n    action: exclud\n    then: { products: [known] }\n';

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
    expect(out).toEqual(['-:1:1: warning: the file holds no rules, policies, pairs or shop', 'standard input: no errors, 1 warning (0 rules, 0 policies, 0 pairs)']);
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
    for (const name of ['export', 'lint', 'diff', 'apply']) expect(help).toContain(name);
    const example = /\n( {2}rules:\n[\s\S]*?)\n\n/.exec(help)?.[1] ?? '';
    const { failure, out } = await run(['lint', '-'], { stdin: example });
    expect(failure).toBeNull();
    expect(out.at(-1)).toContain('1 rule');
  });

  it('has examples for every subcommand', () => {
    for (const name of ['export', 'lint', 'diff', 'apply']) expect(helpOf(name)).toMatch(/Examples:\n {2}tandem rules/);
  });
});
