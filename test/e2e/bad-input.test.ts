import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';

import { describe, expect, it } from 'vitest';

import { useWorkplace } from './support/workplace.js';

const HEADER = 'order_id,placed_at,product_id,quantity,unit_price,currency,customer_id';
const row = (order: string, product = 'p1', quantity = '1'): string => `${order},2026-05-01 10:00:00,${product},${quantity},2.50,GBP,c1`;
const csv = (...rows: readonly string[]): string => [HEADER, ...rows, ''].join('\n');

interface Report {
  readonly rows: number;
  readonly accepted: number;
  readonly duplicates: number;
  readonly rejected: number;
  readonly skipped: number;
  readonly orders: number;
  readonly failure: string | null;
}

describe('tandem import, given bad input', { timeout: 120_000 }, () => {
  const workplace = useWorkplace();
  let folders = 0;

  const importing = async (kind: string, contents: string | Uint8Array, ...options: readonly string[]) => {
    const folder = workplace.path(`shop-${String((folders += 1))}`);
    const file = await workplace.write(`input-${String(folders)}`, contents);
    const { code, out, err } = await workplace.run(['import', kind, file, '--json', ...options], { DATA_DIR: folder });
    expect(err).not.toContain('    at ');
    const report = out === '' ? null : (JSON.parse(out) as Report);
    if (report !== null) expect(report.accepted + report.duplicates + report.rejected + report.skipped).toBe(report.rows);
    return { code, err, report, folder, file };
  };

  it('takes the good rows of a broken CSV, names line and field of each other one, and ends with 0', async () => {
    const { code, err, report } = await importing(
      'orders',
      csv(row('o1'), '"o2,2026-05-01 10:00:00,p1,1,2.50,GBP,c1', row('o3', 'p1', '-2'), 'o4,2026-05-01', row('$gt'), row('o6', 'p"1"'), row('o7')),
    );
    expect(code).toBe(0);
    expect(report).toMatchObject({ rows: 7, accepted: 2, duplicates: 0, rejected: 5, skipped: 0, orders: 2, failure: null });
    for (const told of [
      'line 3: a quoted field is never closed',
      'line 4: field quantity: must be a whole number of 1 or more, got -2',
      'line 5: has 2 values where the header has 7',
      'line 6: field order_id: must be an id that is no operator or reserved word, got "$gt"',
      'line 7: a quote stands inside a field that is not quoted',
    ])
      expect(err.split('\n')).toContain(told);
  });

  it('ends with 1 for the same file when it is told to be strict, writes down every rejected row, and keeps the good ones', async () => {
    const rejects = workplace.path('rejects.csv');
    const { code, err, folder, file } = await importing('orders', csv(row('o1'), row('o2', 'p1', 'many')), '--strict', '--rejects', rejects);
    expect(code).toBe(1);
    expect(err).toContain('tandem: 1 row was rejected (--strict)');
    expect(await readFile(rejects, 'utf8')).toBe('line,reason,field\n3,"must be a whole number of 1 or more, got ""many""",quantity\n');
    const again = await workplace.succeed(['import', 'orders', file, '--json'], { DATA_DIR: folder });
    expect(JSON.parse(again)).toMatchObject({ rows: 2, accepted: 0, duplicates: 1, rejected: 1 });
  });

  it('keeps what was read of a gzip that breaks off, ends with 1, and takes the whole file afterwards', async () => {
    const whole = gzipSync(csv(...Array.from({ length: 6_000 }, (_, at) => row(`o${String(at)}`, `p${String((at * 7919) % 997)}`))));
    const { code, err, report, folder } = await importing('orders', whole.subarray(0, Math.floor(whole.length / 2)));
    expect(code).toBe(1);
    expect(err).toMatch(/^tandem: .*input-\d+ broke off: unexpected end of file; what was read before is kept$/m);
    expect(report?.failure).toBe('unexpected end of file');
    expect(report?.accepted).toBeGreaterThan(1_000);
    const rest = await workplace.succeed(['import', 'orders', await workplace.write('whole.gz', whole), '--json'], { DATA_DIR: folder });
    expect(JSON.parse(rest)).toMatchObject({ rows: 6_000, duplicates: report?.accepted, accepted: 6_000 - (report?.accepted ?? 0), rejected: 0 });
  });

  it.each([
    ['__proto__ as a header', 'orders', `${HEADER},__proto__\n${row('o1')},x\n`, /header.*__proto__/],
    ['a column named twice', 'orders', `${HEADER},quantity\n${row('o1')},1\n`, /quantity.*twice/],
    ['a required column missing', 'orders', 'order_id,placed_at,quantity\no1,2026-05-01,1\n', /product_id/],
    ['nothing in it', 'orders', '', /empty/],
    ['UTF-16', 'orders', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(csv(row('o1')), 'utf16le')]), /UTF-16/],
  ])('refuses a file with %s as a whole, with nothing written', async (_, kind, contents, told) => {
    const { code, err, report } = await importing(kind, contents);
    expect([code, report]).toEqual([1, null]);
    expect(err).toMatch(/^tandem: .+\n$/);
    expect(err).toMatch(told);
  });

  it('reads a byte order mark, CRLF, and standard input', async () => {
    const text = `\uFEFF${csv(row('o1'), row('o2')).replaceAll('\n', '\r\n')}`;
    const out = await workplace.succeed(['import', 'orders', '-', '--json'], { DATA_DIR: workplace.path('stdin') }, text);
    expect(JSON.parse(out)).toMatchObject({ rows: 2, accepted: 2, rejected: 0 });
  });

  it('writes nothing on a dry run, and says so', async () => {
    const file = await workplace.write('dry.csv', csv(row('o1'), row('o2', 'p1', '0')));
    const folder = workplace.path('dry');
    const { code, out } = await workplace.run(['import', 'orders', file, '--dry-run'], { DATA_DIR: folder });
    expect([code, out.split('\n')[0]]).toEqual([0, 'Dry run: 2 rows read = 1 accepted + 0 duplicates + 1 rejected + 0 skipped']);
    expect(existsSync(folder)).toBe(false);
  });

  it.each([
    [['import', 'orders', '/no/such/file.csv'], 1, /cannot read \/no\/such\/file\.csv/],
    [['import', 'unicorns', 'x.csv'], 1, /unicorns/],
    [['learn', '--window-days', '-1'], 1, /windowDays must be a whole number from 1/],
    [['rules', 'lint', '/no/such/rules.yaml'], 1, /cannot read \/no\/such\/rules\.yaml/],
    [['start', '--port', '99999'], 1, /Give a port/],
    [['dance'], 1, /unknown command 'dance'/],
  ])('answers a wrong command line with exit code and reason, and no stack: %j', async (args, expected, told) => {
    const { code, out, err } = await workplace.run(args, { DATA_DIR: workplace.path('none') });
    expect([code, out]).toEqual([expected, '']);
    expect(err).toMatch(told);
    expect(err).not.toContain('    at ');
  });

  it('helps with every command', async () => {
    for (const command of [[], ['start'], ['serve'], ['import'], ['learn'], ['rules']]) {
      expect(await workplace.succeed([...command, '--help'])).toMatch(/Examples?:|Try it:/);
    }
    expect(await workplace.succeed(['--version'])).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});
