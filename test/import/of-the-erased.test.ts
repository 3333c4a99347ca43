import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { importCommand } from '../../src/commands/import.js';
import type { CommandContext } from '../../src/commands/command.js';
import { forgetProduct } from '../../src/domain/privacy/forget-product.js';
import { useStores } from '../support/store.js';
import { NOW, ORDER_HEADER } from './import-shop.js';

describe('A file with facts of a customer who was erased', () => {
  const { stores } = useStores();

  const run = async (kind: string, rows: readonly string[], ...options: readonly string[]) => {
    const [out, err]: [string[], string[]] = [[], []];
    const context: CommandContext = {
      ...{ env: {}, now: () => NOW, interactive: false, stdin: Readable.from([Buffer.from(rows.join('\n'))]) },
      out: (line) => out.push(line),
      err: (line) => err.push(line),
      withStores: async (use) => use(stores()),
    };
    await importCommand(context).exitOverride().parseAsync([kind, '-', '--json', ...options], { from: 'user' });
    return { report: JSON.parse(out.at(-1) ?? 'null'), said: [...out, ...err].join('\n') };
  };

  it('is imported but for these, row by row, and the counts add up', async () => {
    await stores().erasures.erase('gone-4711', NOW);
    const rows = Array.from({ length: 1_200 }, (_, at) => `o${String(at)},2026-05-01,p${String(at % 9)},1,9.99,EUR,${at % 4 === 0 ? 'gone-4711' : `c${String(at % 31)}`}`);
    const { report, said } = await run('orders', [ORDER_HEADER, ...rows]);
    expect(report).toMatchObject({ rows: 1_200, accepted: 900, duplicates: 0, rejected: 300, skipped: 0, orders: 900 });
    for (const { line, field, reason } of report.firstRejected) expect([line % 4, field, reason]).toEqual([2, '', 'belongs to a customer who was erased']);
    expect(report.firstRejected.length).toBeGreaterThan(10);
    expect(said).not.toContain('gone-4711');
    expect(said).not.toContain('conflicts');
    const again = await run('orders', [ORDER_HEADER, ...rows]);
    expect(again.report).toMatchObject({ rows: 1_200, accepted: 0, duplicates: 900, rejected: 300 });
  });

  it('says of each interaction and consent which line was refused, and goes on', async () => {
    await forgetProduct({ customerId: 'ann', productId: 'p1' }, { ...stores(), now: NOW });
    const acts = [
      'event_id,kind,customer_id,session_id,product_id,at',
      'e1,VIEW,gone-4711,v1,p1,2026-05-01T10:00:00Z',
      'e2,VIEW,ann,v2,p1,2026-05-01T10:00:00Z',
      'e3,VIEW,,v1,p2,2026-05-01T10:00:00Z',
      'e4,VIEW,ann,v2,p2,2026-05-01T10:00:00Z',
    ];
    const { report } = await run('interactions', acts);
    expect(report).toMatchObject({ rows: 4, accepted: 1, duplicates: 0, rejected: 3 });
    expect(report.firstRejected.map(({ line, reason }: { line: number; reason: string }) => `${String(line)} ${reason}`)).toEqual([
      '2 belongs to a customer who was erased',
      '3 about a product that its customer wanted forgotten',
      '4 belongs to a customer who was erased',
    ]);
    const consents = ['customer_id,consent,decided_at', 'gone-4711,yes,2026-05-01T10:00:00Z', 'ann,yes,2026-05-01T10:00:00Z'];
    expect((await run('consents', consents)).report).toMatchObject({ rows: 2, accepted: 1, rejected: 1, firstRejected: [{ line: 2 }] });
  });
});
