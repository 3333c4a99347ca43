import { readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { callerLines } from '../../src/commands/start.js';
import { demoTokens, type DemoCaller } from '../../src/demo/tokens.js';
import { dayOf, daysAfter } from '../../src/domain/measurement/day.js';
import { as, ask } from '../e2e/support/ask.js';
import { openDemo, type OpenDemo } from './open-demo.js';

const GUIDE = readFileSync(new URL('../../docs/measurement.md', import.meta.url), 'utf8');

const CALLERS: Readonly<Record<string, DemoCaller | null>> = { Ivy: 'ivy', 'the shop': 'shop', anybody: null };

interface Step {
  /** The name of its operation. */
  readonly name: string;
  /** Undefined where the guide does not say who takes it. */
  readonly caller: DemoCaller | null | undefined;
  readonly query: string;
}

const stepOf = (query: string): Step => ({
  name: /^(?:query|mutation) (\w+)/m.exec(query)?.[1] ?? '',
  caller: CALLERS[/^# (.+)/.exec(query)?.[1] ?? ''],
  query,
});

const STEPS = [...GUIDE.matchAll(/```graphql\n([\s\S]*?)```/g)].map(([, query = '']) => stepOf(query));

let demo: OpenDemo;
beforeAll(async () => {
  demo = await openDemo();
}, 240_000);
afterAll(async () => demo.close());

/** What the reader is told to put in: days, the time, and the list. */
interface PutIn {
  /** Days before and after today that the period begins and ends. */
  readonly days?: readonly [number, number];
  readonly recommendationId?: string;
}

const filledIn = (query: string, { days: [from, until] = [-30, 0], recommendationId = '' }: PutIn): string => {
  const now = Date.now();
  const midnight = (days: number): string => `${daysAfter(dayOf(new Date(now)), days)}T00:00:00Z`;
  return query
    .replace(/from: "[^"]*"/, `from: "${midnight(from)}"`)
    .replace(/until: "[^"]*"/, `until: "${midnight(until)}"`)
    .replaceAll(/\b(at|placedAt|updatedAt): "[^"]*:0(\d)Z"/g, (_, name: string, second: string) => `${name}: "${new Date(now - 4_000 + Number(second) * 1_000).toISOString()}"`)
    .replaceAll('THE-ID-OF-THE-LIST', recommendationId);
};

/** Takes a step as the guide has it. */
const take = async (name: string, putIn: PutIn = {}) => {
  const step = STEPS.find((one) => one.name === name);
  if (step === undefined) throw new Error(`The guide has no ${name}`);
  const { data, errors } = await ask(demo.gateway, filledIn(step.query, putIn), {}, step.caller === null || step.caller === undefined ? {} : as(demo.tokens[step.caller]));
  expect([name, errors]).toEqual([name, undefined]);
  return data;
};

const amountOf = ({ amount }: { readonly amount: string }): number => Number(amount);

interface Effect {
  readonly treatment: number;
  readonly holdout: number;
  readonly difference: number;
  readonly low: number;
  readonly high: number;
  readonly treatmentSize: number;
  readonly holdoutSize: number;
}
const expectAnEffect = ({ treatment, holdout, difference, low, high, treatmentSize, holdoutSize }: Effect): void => {
  expect(difference).toBeCloseTo(treatment - holdout, 6);
  expect([low < difference, difference < high, treatmentSize > 100, holdoutSize > 100]).toEqual([true, true, true, true]);
};

/** The day's scorecard once the list is known: what was served is written down behind the answer, a second later. */
const countedIn = async (putIn: PutIn) => {
  for (let attempt = 1; ; attempt++) {
    await delay(500);
    await demo.rollUp();
    const { crossSellScorecard } = await take('CountedIn', putIn);
    if (crossSellScorecard.funnel.lists > 0 || attempt === 20) return crossSellScorecard;
  }
};

describe('the story of the analyst’s guide', () => {
  it('says of every step who takes it', () => {
    expect(STEPS.map(({ name }) => name)).toEqual([
      ...['WhatHappened', 'DidItHelp', 'TheArm', 'ThePage', 'ThePageHeldOut', 'WhatWasDone', 'WhatWasBought', 'CountedIn', 'TheCustomers', 'WhoCameBack'],
    ]);
    expect(STEPS.filter(({ caller }) => caller === undefined)).toEqual([]);
  });

  it('needs no token that a start does not print', async () => {
    const tokens = await demoTokens();
    const printed = callerLines(tokens);
    for (const [name, caller] of Object.entries(CALLERS)) {
      if (caller !== null) expect(printed).toContainEqual(expect.stringMatching(new RegExp(`^  As ${name} +authorization: Bearer ${tokens[caller]}$`)));
    }
  });

  it('begins with an association that looks like a success, and an effect that is told with its interval', async () => {
    const { crossSellScorecard: happened } = await take('WhatHappened');
    expect(happened.currencyCode).toBe('GBP');
    expect([happened.attachRate > 0.05, happened.attachRate < 0.15]).toEqual([true, true]);
    expect(amountOf(happened.averageOrderValueWithCrossSell)).toBeGreaterThan(1.5 * amountOf(happened.averageOrderValueWithout));
    const { lists, impressions, clicks, basketAdds, orderLines } = happened.funnel;
    expect([lists, impressions, clicks, basketAdds, orderLines].every((count) => count > 50)).toBe(true);
    expect(happened.topPairs).toHaveLength(10);
    for (const { anchor, product } of happened.topPairs) expect([anchor.title, product.title]).toEqual([expect.stringMatching(/\S/), expect.stringMatching(/\S/)]);
    const { crossSellScorecard: helped } = await take('DidItHelp');
    expect(helped.upliftShortfall).toBeNull();
    for (const effect of [helped.uplift, helped.upliftPerVisit]) expectAnEffect(effect);
  });

  it('shows to who is held out what a product needs, and nothing else', async () => {
    expect(await take('TheArm')).toEqual({ crossSellArm: 'TREATMENT' });
    const shown = (await take('ThePage')).product.complements;
    expect(shown.edges).toHaveLength(4);
    const heldOut = (await take('ThePageHeldOut')).product.complements;
    expect(heldOut.edges.map(({ required, provenance }: { required: boolean; provenance: { source: string } }) => [required, provenance.source])).toEqual([
      [true, 'REQUIRED_COMPANION'],
    ]);
  });

  it('counts in what the shop sends back once the day is rolled up', async () => {
    const today = { days: [0, 1] as const };
    await take('TheArm');
    const { recommendationId, edges } = (await take('ThePage')).product.complements;
    expect(edges[1]).toMatchObject({ slot: 2, node: { id: 'aa-batteries-8' } });
    expect((await take('WhatWasDone', { recommendationId })).recordInteractions).toEqual({ accepted: 2, rejected: [] });
    expect((await take('WhatWasBought')).recordOrders).toEqual({ accepted: 1, rejected: [] });
    expect((await take('CountedIn', today)).crossSellScorecard.orders).toBe(0);
    expect(await countedIn(today)).toMatchObject({
      ...{ orders: 1, attachRate: 1, funnel: { lists: 1, impressions: 1, clicks: 1, basketAdds: 0, orderLines: 1 } },
      topPairs: [{ anchor: { title: 'Dune Racer RC Car, Red' }, product: { title: 'AA Alkaline Batteries, pack of 8' }, orderLines: 1, revenue: { amount: '5.99' } }],
      upliftShortfall: expect.stringMatching(/one placement$/),
    });
  });

  it('tells what customers do, what picks change, and who came back of those who have had the time', async () => {
    const { personalisationScorecard: customers } = await take('TheCustomers');
    expect(customers.upliftShortfall).toBeNull();
    for (const effect of [customers.repeatPurchaseUplift, customers.lifetimeValueUplift]) expectAnEffect(effect);
    expect(customers.bySource[0]).toMatchObject({ source: 'BUY_AGAIN' });
    expect(customers.repeatPurchaseUplift.treatment).toBeLessThan(customers.repeatPurchaseRate);
    const { retention } = (await take('WhoCameBack', { days: [-365, -275] })).personalisationScorecard;
    expect(retention.map(({ days }: { days: number }) => days)).toEqual([30, 60, 90]);
    for (const { rate, customers: howMany } of retention) expect([howMany > 100, rate > 0.1, rate < 1]).toEqual([true, true, true]);
  });
});
