import { beforeAll, describe, expect, it } from 'vitest';

import { storeUriOf } from './support/demo.js';
import { readPublished } from './support/published.js';
import { servingEnv, servingTokens, startServing, type Serving } from './support/serving.js';
import { importShop, learn, smallShop } from './support/small-shop.js';
import { useWorkplace } from './support/workplace.js';

const tokens = await servingTokens();

const STATUS = '{ learningStatus { modelVersion orders customers pairs } }';
const SHELF = `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Product {
  complements { emptyReason edges { node { id } provenance { source modelVersion } } }
} } }`;
const RC_CAR = { r: [{ __typename: 'Product', id: 'rc-car' }] };
const RECORD = `mutation ($interactions: [InteractionInput!]!) {
  recordInteractions(input: { interactions: $interactions }) { ... on RecordingReport { accepted duplicates rejected { message } } }
}`;

describe('Importing and learning beside a server that has the embedded store open', { timeout: 240_000 }, () => {
  const workplace = useWorkplace();
  const shop = smallShop();
  const folder = (): string => workplace.path('shop');
  let serving: Serving;
  let version = '';
  beforeAll(async () => {
    serving = await startServing(workplace, servingEnv(folder()));
  }, 240_000);

  const status = async () => (await serving.ask(STATUS, {}, tokens.shop)).data.learningStatus;
  const viewsOf = (part: number): object[] =>
    Array.from({ length: 100 }, (_, at) => ({
      ...{ eventId: `live-${String(part)}-${String(at)}`, kind: 'VIEW', customerId: 'ada', productId: 'tent' },
      at: new Date(shop.orders.at(-1)?.placedAt ?? 0).toISOString(),
    }));
  const record = async (part: number) => (await serving.ask(RECORD, { interactions: viewsOf(part) }, tokens.shop)).data.recordInteractions;

  it('joins the store, so that the server has at once what is imported, while it goes on recording', async () => {
    expect((await serving.ask(SHELF, RC_CAR)).data._entities[0].complements).toMatchObject({ edges: [], emptyReason: 'UNKNOWN_ANCHOR' });
    const parts = [0, 1, 2, 3, 4];
    const importing = importShop(workplace, shop, folder());
    for (const part of parts) expect(await record(part)).toEqual({ accepted: 100, duplicates: 0, rejected: [] });
    await importing;
    for (const part of parts) expect(await record(part)).toEqual({ accepted: 0, duplicates: 100, rejected: [] });
    const again = await workplace.succeed(['import', 'orders', workplace.path('orders.jsonl'), '--json'], { DATA_DIR: folder() });
    expect(JSON.parse(again)).toMatchObject({ rows: shop.orders.length, accepted: 0, duplicates: shop.orders.length, rejected: 0 });
    expect((await serving.ask(SHELF, RC_CAR)).data._entities[0].complements.emptyReason).not.toBe('UNKNOWN_ANCHOR');
  });

  it('serves what was learned as soon as it is published, without a restart', async () => {
    expect(await status()).toMatchObject({ modelVersion: null, pairs: 0 });
    const { model } = await learn(workplace, folder());
    version = model.version;
    await expect.poll(status, { timeout: 60_000 }).toEqual({
      ...{ modelVersion: version, orders: model.orders, customers: model.customers, pairs: model.pairs },
    });
    const { complements } = (await serving.ask(SHELF, RC_CAR)).data._entities[0];
    expect(complements.edges.map(({ provenance }: { provenance: unknown }) => provenance)).toContainEqual({ source: 'CO_PURCHASE', modelVersion: version });
  });

  it('changes over to the next version in the same way', async () => {
    const { model } = await learn(workplace, folder(), '--window-days', '200');
    expect(model.version).not.toBe(version);
    await expect.poll(async () => (await status()).modelVersion, { timeout: 60_000 }).toBe(model.version);
    expect((await readPublished(await storeUriOf(folder()))).version).toBe(model.version);
  });

  it('opens the store itself once the server is gone, and finds everything', async () => {
    serving.program.signal('SIGTERM');
    expect(await serving.program.ended).toMatchObject({ code: 0 });
    const again = await workplace.succeed(['import', 'interactions', workplace.path('interactions.jsonl'), '--json'], { DATA_DIR: folder() });
    expect(JSON.parse(again)).toMatchObject({ accepted: 0, duplicates: shop.interactions.length, rejected: 0 });
    const { model, alreadyPublished } = await learn(workplace, folder(), '--window-days', '200');
    expect({ alreadyPublished, orders: model.orders > 0 }).toEqual({ alreadyPublished: true, orders: true });
  });
});
