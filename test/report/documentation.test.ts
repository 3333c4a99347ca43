import { readFileSync } from 'node:fs';
import type { Command } from 'commander';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import type { CommandContext } from '../../src/commands/command.js';
import { learnCommand } from '../../src/commands/learn.js';
import { reportCommand } from '../../src/commands/report.js';
import { renderReport } from '../../src/report/render-report.js';
import { CREDIT_WORDS } from '../../src/report/words.js';
import { aReport } from '../support/scorecards.js';
import { textOf } from './reading.js';

const guide = readFileSync(new URL('../../docs/report.md', import.meta.url), 'utf8');

/** The command is looked at, never run. */
const unused = (): never => {
  throw new Error('no command runs here');
};
const context: CommandContext = { env: {}, out: unused, err: unused, now: unused, stdin: process.stdin, interactive: false, withStores: unused };

/** Text in one line, wherever it was broken. */
const unbroken = (text: string): string => text.replace(/\s+/g, ' ').toLowerCase();

const helpOf = (command: Command): string => {
  let help = '';
  command.configureOutput({ writeOut: (text) => (help += text) }).outputHelp();
  return unbroken(help);
};

describe('what credit is', () => {
  it('is said in the same words on the page, in the guide and in the help of learning', () => {
    const words = unbroken(CREDIT_WORDS);
    for (const text of [textOf(renderReport(aReport(), 'html')), guide]) expect(unbroken(text)).toContain(words);
    expect(helpOf(learnCommand(context))).toContain(words);
  });
});

describe('the guide to the report', () => {
  it('says, like the help, that another window changes what everybody sees', () => {
    for (const text of [unbroken(guide), helpOf(reportCommand(context))]) {
      expect(text).toMatch(/changes the figures that everybody sees by graphql,? until the next .?tandem learn/);
      expect(text).not.toContain('nothing else is written');
    }
  });


  it('explains every option', () => {
    const options = reportCommand(context).options.map(({ long }) => long ?? '');
    expect(options.length).toBeGreaterThan(5);
    expect(options.filter((option) => !guide.includes(`\`${option}\``))).toEqual([]);
  });

  it('explains every column of the CSV', () => {
    const [columns = []] = parse(renderReport(aReport(), 'csv'), { to: 1 });
    expect(columns.filter((column: string) => !guide.includes(`\`${column}\``))).toEqual([]);
  });

  it('names the parts of the JSON', () => {
    const parts = Object.keys(JSON.parse(renderReport(aReport(), 'json')));
    expect(parts.filter((part) => !guide.includes(`"${part}"`))).toEqual([]);
  });

  it('quotes what the page says', () => {
    const page = renderReport(aReport(), 'html').replace(/<\/?strong>/g, '');
    expect(page).toContain('£1.20 more per order');
    expect(page).toContain('(95% interval £0.31 to £2.11; 4,180 against 220 orders)');
    expect(guide).toContain('(95% interval £0.31 to £2.11; 4,180 against 220 orders)');
    expect(page).toContain('No effect can be told apart from chance');
  });
});
