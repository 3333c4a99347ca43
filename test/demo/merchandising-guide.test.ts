import { readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createdId } from '../../src/domain/merchandising/changing/created-id.js';
import type { DemoCaller } from '../../src/demo/tokens.js';
import { as, ask } from '../e2e/support/ask.js';
import { openDemo, type OpenDemo } from './open-demo.js';

const GUIDE = readFileSync(new URL('../../docs/merchandising.md', import.meta.url), 'utf8');

interface Step {
  /** The name of its operation. */
  readonly name: string;
  readonly caller: DemoCaller | null;
  readonly query: string;
}

const stepOf = (query: string): Step => {
  const who = /^# (\w+)/.exec(query)?.[1]?.toLowerCase();
  return { name: /^(?:query|mutation) (\w+)/m.exec(query)?.[1] ?? '', caller: who === 'mia' || who === 'noor' ? who : null, query };
};

const STEPS = [...GUIDE.matchAll(/```graphql\n([\s\S]*?)```/g)].map(([, query = '']) => stepOf(query));

let demo: OpenDemo;
beforeAll(async () => {
  demo = await openDemo();
}, 240_000);
afterAll(async () => demo.close());

/** Runs a step as the guide has it, with the instant that the reader is told to put in. */
const take = async (name: string, at = '') => {
  const step = STEPS.find((one) => one.name === name);
  if (step === undefined) throw new Error(`The guide has no ${name}`);
  const query = step.query.replace(/at: "[^"]*"/, `at: "${at}"`);
  const { data, errors } = await ask(demo.gateway, query, {}, step.caller === null ? {} : as(demo.tokens[step.caller]));
  expect([name, errors]).toEqual([name, undefined]);
  const [answer] = Object.values(data as Record<string, { readonly message?: string }>);
  expect([name, answer?.message]).toEqual([name, undefined]);
  return data;
};

interface Shown {
  readonly edges: readonly { readonly node: { readonly title: string }; readonly provenance: { readonly source: string } }[];
}
const sources = ({ edges }: Shown) => edges.map(({ provenance }) => provenance.source);
const titles = ({ edges }: Shown) => edges.map(({ node }) => node.title);

describe('the story of the merchandiser’s guide', () => {
  it('names the rule that Mia’s key makes, and says of every step who takes it', () => {
    expect(GUIDE).toContain(createdId('rule', 'mia', 'cast-iron-month'));
    expect(STEPS.map(({ name }) => name)).toEqual([
      'WhatLearningFound', 'Keep', 'DropWhatDoesNotFit', 'Preview', 'Write', 'Approve', 'ThePage', 'Cap', 'TheBasket', 'FewerOfTheSameKind', 'HandsOn', 'HandsOff', 'ThatDay',
    ]);
    expect(STEPS.filter(({ query }) => !/^# (Mia|Noor|anybody)\n/.test(query))).toEqual([]);
  });

  it('happens as it is told, from what learning found to what the page showed that day', async () => {
    const before = (await take('ThePage')).product.complements;
    const thatDay = new Date().toISOString();
    await delay(2);
    const { proposedPairs } = await take('WhatLearningFound');
    const proposed = proposedPairs.edges.map(({ node }: { node: { id: string } }) => node.id);
    for (const name of ['Keep', 'DropWhatDoesNotFit']) {
      const [id = ''] = /pairIds: \["([^"]+)"\]/.exec(STEPS.find((step) => step.name === name)?.query ?? '')?.slice(1) ?? [];
      expect(proposed).toContain(id);
      expect((await take(name)).decideProposedPairs).toEqual({ decided: 1 });
    }
    const skillet = (await take('Preview')).previewRule.lists[0];
    expect(sources({ edges: skillet.withDraft })).toContain('PINNED');
    await take('Write');
    expect(sources((await take('ThePage')).product.complements)).not.toContain('PINNED');
    expect((await take('Approve')).approveMerchandisingRule.rule).toMatchObject({ state: 'APPROVED', version: 2, approvedBy: 'noor' });

    const page = (await take('ThePage')).product.complements;
    expect(page.edges[1]).toMatchObject({ slot: 2, node: { title: 'One Skillet' }, provenance: { source: 'PINNED' } });
    expect(sources(page)).toContain('APPROVED_PAIR');
    expect(titles(page)).not.toContain('Pan Handle Cover, Grey');

    const replayed = (await take('ThatDay', thatDay)).replayComplements;
    expect(titles(replayed)).toEqual(titles(before));
    expect(sources(replayed)).toEqual(sources(before));
  });

  it('proves the cap, and takes everything learned off the shop and back on', async () => {
    await take('Cap');
    const capped = (await take('TheBasket')).basketComplements.slots;
    expect(capped).toMatchObject({ learned: 2, learnedShareCap: 0.25 });
    const { policy } = (await take('FewerOfTheSameKind')).setPlacementPolicy;
    expect(policy).toMatchObject({ placement: 'PRODUCT_PAGE', sameGroupCap: 0.25, history: [{ by: 'noor', summary: 'sameGroupCap 1 → 0.25' }] });
    await take('HandsOn');
    expect((await take('TheBasket')).basketComplements.slots.learned).toBe(0);
    await take('HandsOff');
    expect((await take('TheBasket')).basketComplements.slots).toEqual(capped);
  });
});
