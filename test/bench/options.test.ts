import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { beforeAll, describe, expect, it } from 'vitest';

import { builtProgram } from '../e2e/support/built-program.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Scripts that say in their first lines how they are run. */
const scripts = readdirSync(join(ROOT, 'bench'), { recursive: true, encoding: 'utf8' })
  .map((file) => join('bench', file))
  .filter((file) => file.endsWith('.mjs') && readFileSync(join(ROOT, file), 'utf8').split('\n').slice(0, 3).join('\n').includes(`node ${file}`))
  .toSorted();

/** What a script does not begin without. */
const NEEDED: Readonly<Record<string, readonly string[]>> = { 'bench/quality/run.mjs': ['--dataset', '.'] };

const run = (script: string, ...words: readonly string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...words], { cwd: ROOT, encoding: 'utf8' });
  return { status, out: stdout, err: stderr };
};

describe('every measurement', { timeout: 120_000 }, () => {
  beforeAll(async () => {
    await builtProgram();
  }, 180_000);

  it('is one of those that are tried here', () => {
    expect(scripts).toContain('bench/serve/decide.mjs');
    expect(scripts.length).toBeGreaterThan(12);
  });

  it.each(scripts)('answers an option that there is not in one sentence and with how it is used: %s', (script) => {
    const { status, out, err } = run(script, ...(NEEDED[script] ?? []), '--hlp');
    const [sentence, usage, ...more] = err.trimEnd().split('\n');
    expect([status, out, more]).toEqual([2, '', []]);
    expect(sentence).toMatch(/unknown option '--hlp'/i);
    expect(usage).toContain(`Usage: node ${script}`);
  });

  it.each(scripts)('says how it is used where that is asked for, and measures nothing: %s', (script) => {
    const { status, out, err } = run(script, '--help');
    expect([status, err]).toEqual([0, '']);
    expect(out).toMatch(/^Usage: /);
  });

  it.each([
    ['bench/serve/decide.mjs', ['--rounds', 'many'], "Give --rounds a number, not 'many'."],
    ['bench/serve/decide.mjs', ['--products', '5000,few'], "Give --products numbers, separated by commas, not '5000,few'."],
    ['bench/serve/decide.mjs', ['--rounds'], "Option '--rounds <value>' argument missing."],
    ['bench/serve/decide.mjs', ['5000'], "Unexpected argument '5000'."],
    ['bench/serve/compare.mjs', ['dist'], 'Give 2 to 4 of builds and numbers, not 1.'],
    ['bench/measurement/growth.mjs', ['lots'], "Give LINES as a number, not 'lots'."],
    ['bench/drift/online-retail.mjs', ['no-such.csv.gz'], 'There is no file no-such.csv.gz.'],
    ['bench/run.mjs', ['everything'], 'There is no everything to measure.'],
  ])('says what is wrong with what it was given: %s %j', (script, words, sentence) => {
    const { status, err } = run(script, ...words);
    expect([status, err.split('\n')[0]]).toEqual([2, sentence]);
  });
});
