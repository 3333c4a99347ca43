import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { parse } from 'csv-parse/sync';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CommandFailure, type CommandContext } from '../../src/commands/command.js';
import { reportCommand } from '../../src/commands/report.js';
import type { Stores } from '../../src/stores/open.js';
import { aClick, aServedPage } from '../support/served-lists.js';
import { anOrder, aProduct, NOW } from '../support/builders.js';
import { aFinder } from '../support/in-memory-finder.js';
import { InMemoryMeasured } from '../support/in-memory-measured.js';
import { textOf } from './reading.js';

interface Outcome {
  readonly out: string;
  readonly err: readonly string[];
}

/** A shop in which one order has a line that a list led to. */
const aShop = async (): Promise<InMemoryMeasured> => {
  const measured = new InMemoryMeasured();
  await measured.recordServed([aServedPage('list', ['pegs'], { anchorIds: ['tent'] })]);
  await measured.recordInteractions([aClick('click', 'pegs', 'list')]);
  await measured.recordOrders([anOrder('one', ['tent', 'pegs']), anOrder('euro', ['tent'], { currencyCode: 'EUR', customerId: 'c2' }), anOrder('two', ['mug'], { customerId: 'c3' })]);
  return measured;
};

const run = async (args: readonly string[], measured: InMemoryMeasured, changes: Partial<CommandContext> = {}): Promise<Outcome> => {
  const [out, err]: [string[], string[]] = [[], []];
  // The command asks for what is measured and for titles only.
  const stores = { measured, sheets: measured, finder: aFinder([aProduct('tent', { title: '<Tent> & "fly"' }), aProduct('pegs')]) } as unknown as Stores;
  const context: CommandContext = {
    env: {},
    out: (line) => out.push(line),
    err: (line) => err.push(line),
    now: () => NOW,
    stdin: Readable.from([]),
    interactive: false,
    withStores: (use) => use(stores),
    ...changes,
  };
  const command = reportCommand(context).exitOverride().configureOutput({ writeErr: (text) => err.push(text), writeOut: (text) => out.push(text) });
  await command.parseAsync([...args], { from: 'user' });
  return { out: out.map((line) => `${line}\n`).join(''), err };
};

const OF_NOVEMBER = ['--from', '2026-11-01', '--until', '2026-12-01'];

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tandem-report-'));
});
afterEach(() => rm(folder, { recursive: true }));

describe('tandem report', () => {
  it('rolls up what is stale and writes the page', async () => {
    const file = join(folder, 'november.html');
    const { out, err } = await run([...OF_NOVEMBER, '--out', file, '--title', 'Our <shop>'], await aShop());
    expect(out).toBe('');
    expect(err).toEqual(['rolling up days: 1', 'asking scorecards: 13', `Written to ${file}`]);
    const page = textOf(await readFile(file, 'utf8'));
    for (const words of ['Our <shop>', '1 November 2026 to 30 November 2026', '£15.00', 'over 2 orders', '<Tent> & "fly"']) expect(page).toContain(words);
  });

  it('rolls up nothing that is fresh, and writes the same bytes again', async () => {
    const measured = await aShop();
    const first = await run([...OF_NOVEMBER, '--format', 'json'], measured);
    const second = await run([...OF_NOVEMBER, '--format', 'json'], measured);
    expect(second.err[0]).toBe('rolling up days: 0');
    expect(second.out).toBe(first.out);
  });

  it('writes JSON and CSV to standard output unless a file is named', async () => {
    const measured = await aShop();
    const json = JSON.parse((await run([...OF_NOVEMBER, '--format', 'json'], measured)).out);
    expect(json.crossSell).toMatchObject({ currencyCode: 'GBP', orders: 2, ordersInOtherCurrencies: 1, averageOrderValue: '15.00', attachRate: 0.5 });
    expect(json.crossSell.topPairs).toEqual([
      { anchorId: 'tent', anchorTitle: '<Tent> & "fly"', productId: 'pegs', productTitle: 'Product pegs', orderLines: 1, revenue: '10.00' },
    ]);
    const { out } = await run([...OF_NOVEMBER, '--format', 'csv'], measured);
    const rows = parse<Record<string, string>>(out, { columns: true });
    expect(rows.find(({ figure, placement }) => figure === 'attachRate' && placement === 'PRODUCT_PAGE')).toMatchObject({ value: '0.5' });
    expect(rows.at(-1)?.['productTitle']).toBe('');
  });

  it('takes the format from --format, else from the name of the file, else html', async () => {
    const measured = await aShop();
    const written = async (name: string, ...args: string[]): Promise<string> => {
      await run([...OF_NOVEMBER, '--out', join(folder, name), ...args], measured);
      return (await readFile(join(folder, name), 'utf8')).slice(0, 9);
    };
    expect(await written('a.json')).toMatch(/^\{/);
    expect(await written('a.CSV')).toBe('scorecard');
    expect(await written('a.html')).toBe('<!DOCTYPE');
    expect(await written('a.txt')).toBe('<!DOCTYPE');
    expect(await written('page')).toBe('<!DOCTYPE');
    expect(await written('b.json', '--format', 'csv')).toBe('scorecard');
    expect((await run([...OF_NOVEMBER, '--out', '-'], measured)).out).toMatch(/^<!DOCTYPE html>[^]*<\/html>\n$/);
  });

  it('says so in one line where the ending names no format', async () => {
    const measured = await aShop();
    const said = async (...args: string[]): Promise<readonly string[]> => (await run([...OF_NOVEMBER, ...args], measured)).err.filter((line) => line.includes('ending'));
    const pdf = join(folder, 'x.pdf');
    expect(await said('--out', pdf)).toEqual([`The ending of ${pdf} names no format: written as HTML, --format chooses another`]);
    for (const args of [['--out', pdf, '--format', 'html'], ['--out', join(folder, 'x.htm')], ['--out', '-'], ['--format', 'csv']]) expect(await said(...args)).toEqual([]);
  });

  it('judges the currency that it is told', async () => {
    const { out } = await run([...OF_NOVEMBER, '--format', 'json', '--currency', 'EUR'], await aShop());
    expect(JSON.parse(out).crossSell).toMatchObject({ currencyCode: 'EUR', orders: 1, ordersInOtherCurrencies: 2 });
    expect(JSON.parse(out).personalisation).toMatchObject({ currencyCode: 'EUR', customers: 1 });
  });

  it('judges everything in the currency of most orders where it is told none', async () => {
    const { crossSell, personalisation, crossSellByPlacement, personalisationBySurface } = JSON.parse((await run([...OF_NOVEMBER, '--format', 'json'], await aShop())).out);
    const codes = [crossSell, personalisation, ...crossSellByPlacement, ...personalisationBySurface].map(({ currencyCode }) => currencyCode);
    expect(new Set(codes)).toEqual(new Set(['GBP']));
  });

  it('takes the last 28 whole days where no period is given, and says so', async () => {
    const { out, err } = await run(['--format', 'json'], await aShop());
    expect(JSON.parse(out).period).toEqual({ from: '2026-10-23', until: '2026-11-20' });
    expect(err[0]).toBe('The period is 2026-10-23 up to, not including, 2026-11-20: --from and --until choose another');
    expect(JSON.parse((await run(['--until', '2026-03-01', '--format', 'json'], await aShop())).out).period).toEqual({ from: '2026-02-01', until: '2026-03-01' });
  });

  it('credits within the window of ATTRIBUTION_WINDOW_DAYS or its option', async () => {
    const measured = await aShop();
    await measured.recordOrders([anOrder('late', ['pegs'], { placedAt: new Date('2026-11-15T10:00:00Z') })]);
    const orderLines = async (args: readonly string[], env: NodeJS.ProcessEnv): Promise<number> =>
      JSON.parse((await run([...OF_NOVEMBER, '--format', 'json', ...args], measured, { env })).out).crossSell.funnel.orderLines;
    expect(await orderLines([], {})).toBe(2);
    expect(await orderLines([], { ATTRIBUTION_WINDOW_DAYS: '2' })).toBe(1);
    expect(await orderLines(['--attribution-window-days', '9'], { ATTRIBUTION_WINDOW_DAYS: '2' })).toBe(2);
  });

  it('writes a page for a shop without a single fact', async () => {
    const { out } = await run([...OF_NOVEMBER, '--out', '-'], new InMemoryMeasured());
    expect(textOf(out)).toContain('There are no completed orders in this period');
  });

  it('never leaves half a file: the whole page is there under its name, or what was there before', async () => {
    const file = join(folder, 'page.html');
    await writeFile(file, 'before');
    await run([...OF_NOVEMBER, '--out', file], await aShop());
    expect(await readFile(file, 'utf8')).toMatch(/^<!DOCTYPE html>[^]*<\/html>\n$/);
    expect(await readdir(folder)).toEqual(['page.html']);
  });
});

describe('tandem report refuses', () => {
  const refusal = async (args: readonly string[], changes: Partial<CommandContext> = {}): Promise<string> => {
    const err: string[] = [];
    const error: unknown = await run(args, new InMemoryMeasured(), { err: (line) => err.push(line), ...changes }).catch((caught: unknown) => caught);
    return error instanceof Error ? error.message : 'not refused';
  };

  it('days that are none, naming the option', async () => {
    for (const day of ['2026-13-01', '2026-02-30', 'yesterday', '2026-10-01T00:00:00Z', '', '20261001']) {
      expect(await refusal(['--from', day])).toMatch(/option '--from <day>' argument .* is invalid. Give a day, as in 2026-10-01\./);
      expect(await refusal(['--until', day])).toMatch(/option '--until <day>'/);
    }
  });

  it('periods that are upside down, empty or too long', async () => {
    expect(await refusal(['--from', '2026-11-01', '--until', '2026-10-01'])).toBe('--until must be a later day than from, got 2026-10-01');
    expect(await refusal(['--from', '2026-11-01', '--until', '2026-11-01'])).toBe('--until must be a later day than from, got 2026-11-01');
    expect(await refusal(['--from', '2010-01-01', '--until', '2026-11-01'])).toBe('--until must be at most 3,660 days after from, got 2026-11-01');
    expect(await refusal(['--from', '1969-01-01', '--until', '1970-02-01'])).toMatch(/^--from must lie between the years 1970 and 3000, got 1969-01-01/);
  });

  it('currencies, formats and windows that are none', async () => {
    expect(await refusal(['--currency', 'eur'])).toMatch(/'--currency <code>' argument 'eur' is invalid. Give an ISO 4217 code in capitals, as in EUR\./);
    expect(await refusal(['--format', 'pdf'])).toMatch(/'--format <format>' argument 'pdf' is invalid/);
    expect(await refusal(['--attribution-window-days', '0'])).toBe('--attribution-window-days must be a whole number from 1 to 90');
    expect(await refusal([], { env: { ATTRIBUTION_WINDOW_DAYS: 'week' } })).toMatch(/^ATTRIBUTION_WINDOW_DAYS /);
  });

  it('a folder without a shop', async () => {
    const asked: (string | undefined)[] = [];
    const withStores: CommandContext['withStores'] = (_, use) => {
      asked.push(use);
      return Promise.reject(new CommandFailure('there is no shop here'));
    };
    expect(await refusal([], { withStores })).toBe('there is no shop here');
    expect(asked).toEqual(['looking']);
  });

  it('places it cannot write to before it rolls up anything', async () => {
    const withStores = (): never => {
      throw new Error('the store was opened');
    };
    for (const out of [join(folder, 'nowhere', 'a.html'), folder]) expect(await refusal(['--out', out], { withStores })).toMatch(/^cannot write /);
  });

  it('places it cannot write to, leaving what is there and nothing else', async () => {
    const file = join(folder, 'kept.html');
    await writeFile(file, 'kept');
    expect(await refusal(['--out', join(folder, 'nowhere', 'a.html')])).toMatch(/^cannot write .*a\.html: there is no such folder$/);
    expect(await refusal(['--out', folder])).toMatch(/^cannot write .*: it is a folder$/);
    expect(await refusal(['--out', join(file, 'a.html')])).toMatch(/: there is no such folder$/);
    const failing = new InMemoryMeasured(() => Promise.reject(new Error('the store is gone')));
    await expect(run(['--out', file], failing)).rejects.toThrow('the store is gone');
    expect(await readFile(file, 'utf8')).toBe('kept');
    expect(await readdir(folder)).toEqual(['kept.html']);
  });
});
