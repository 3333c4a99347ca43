import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';

import { describe, expect, it } from 'vitest';

import { importCommand } from '../../src/commands/import.js';
import { rollUp } from '../../src/domain/measurement/roll-up.js';
import { crossSellScorecardFor } from '../../src/domain/measurement/scorecards/cross-sell-scorecard.js';
import { personalisationScorecardFor } from '../../src/domain/measurement/scorecards/personalisation-scorecard.js';
import { useStores } from '../support/store.js';
import { FILE, OPTIONS, present } from './support/online-retail.js';

const ROW = /^([^,]*),([^,]*),.*,(-?\d+),([^,]*),([^,]*),([^,]*),[^,]*$/;
const DAY = 86_400_000;
const NOW = new Date('2026-06-01T12:00:00Z');

interface Invoice {
  customer: string;
  at: number;
  pence: number;
}

/** The sales of the file, invoice by invoice, read without anything of the importer's. */
const readInvoices = async (): Promise<readonly Invoice[]> => {
  const invoices = new Map<string, Invoice>();
  for await (const line of createInterface({ input: createReadStream(FILE).pipe(createGunzip()) })) {
    const [, id = '', product = '', quantity = '', time = '', price = '', customer = ''] = ROW.exec(line) ?? [];
    if (!/^\d{5}[A-Za-z]{0,2}$/.test(product) || Number(quantity) < 0 || Number(price) === 0) continue;
    const at = Date.parse(`${time.replace(' ', 'T')}Z`);
    const invoice = invoices.get(id) ?? { customer, at, pence: 0 };
    invoice.at = Math.min(invoice.at, at);
    invoice.pence += Number(quantity) * Math.round(Number(price) * 100);
    invoices.set(id, invoice);
  }
  return [...invoices.values()];
};

const monthOf = (at: number): string => new Date(at).toISOString().slice(0, 7);

const figuresOf = (invoices: readonly Invoice[], month: string) => {
  const within = invoices.filter(({ at }) => monthOf(at) === month);
  const customers = [...new Set(within.map(({ customer }) => customer))].filter((customer) => customer !== '');
  const newest = invoices.reduce((latest, { at }) => Math.max(latest, at), 0);
  const timesOf = (who: string): readonly number[] => invoices.filter(({ customer }) => customer === who).map(({ at }) => at).toSorted((a, b) => a - b);
  const histories = customers.map(timesOf);
  const retained = [30, 60, 90].map((days) => {
    const judged = histories.filter(([first = 0]) => monthOf(first) === month && first + days * DAY <= newest);
    const back = judged.filter(([first = 0, second = Infinity]) => second <= first + days * DAY);
    return { days, rate: judged.length === 0 ? null : back.length / judged.length, customers: judged.length };
  });
  return {
    orders: within.length,
    averageOrderValueMinor: Math.round(within.reduce((sum, { pence }) => sum + pence, 0) / within.length),
    customers: customers.length,
    repeatPurchaseRate: histories.filter((times) => times.filter((at) => monthOf(at) === month).length >= 2).length / customers.length,
    retention: retained,
  };
};

const MONTHS = Array.from({ length: 13 }, (_, at) => monthOf(Date.UTC(2010, 11 + at)));

const periodOf = (month: string) => {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return { from: new Date(Date.UTC(year, number - 1)), until: new Date(Date.UTC(year, number)) };
};

describe.runIf(present)('A year of a real shop, Online Retail', () => {
  const { stores } = useStores();

  it('has in every month the order value, the repeat rate and the retention that the file says', async () => {
    const command = importCommand({
      env: {},
      out: () => undefined,
      err: () => undefined,
      now: () => NOW,
      stdin: Readable.from([]),
      interactive: false,
      withStores: async (run) => run(stores()),
    });
    await command.parseAsync(['orders', FILE, ...OPTIONS], { from: 'user' });
    const { measured, sheets } = stores();
    await rollUp({ measured, sheets, now: NOW, windowDays: 7 });

    const invoices = await readInvoices();
    expect(invoices).toHaveLength(19_773);
    for (const month of MONTHS) {
      const question = { period: periodOf(month), placement: null, currencyCode: null };
      const { orders, averageOrderValueMinor } = await crossSellScorecardFor(question, sheets);
      const { customers, repeatPurchaseRate, retention } = await personalisationScorecardFor(question, sheets);
      expect({ month, orders, averageOrderValueMinor, customers, repeatPurchaseRate, retention }).toEqual({ month, ...figuresOf(invoices, month) });
    }
  }, 300_000);
});
