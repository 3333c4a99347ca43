import { MongoClient } from 'mongodb';
import { describe, expect, it } from 'vitest';

import { FILE, OPTIONS, present } from './support/online-retail.js';
import { storeUriOf } from './support/demo.js';
import { servingEnv, startServing } from './support/serving.js';
import { learn } from './support/small-shop.js';
import { useWorkplace } from './support/workplace.js';

const SHELF = `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Product {
  complements(first: 4) { edges { node { id } provenance { source } } }
} } }`;

/** The subgraph names products by id; their titles belong to the shop's catalogue. */
const titlesOf = async (uri: string, ids: readonly string[]): Promise<ReadonlyMap<string, string>> => {
  const client = new MongoClient(uri);
  try {
    const found = await client.db('tandem').collection<{ _id: string; title: string }>('catalogue').find({ _id: { $in: [...ids] } }).toArray();
    return new Map(found.map(({ _id, title }) => [_id, title]));
  } finally {
    await client.close();
  }
};

describe.runIf(present)('A year of a real shop, Online Retail', () => {
  const workplace = useWorkplace();

  it('imports with one command, learns, and recommends what a shopkeeper would nod at', async () => {
    const folder = workplace.path('shop');
    const report = await workplace.succeed(['import', 'orders', FILE, ...OPTIONS, '--json'], { DATA_DIR: folder });
    const { rows, accepted, skipped, orders, productsAdded } = JSON.parse(report) as Record<string, number>;
    expect({ rows, accepted, skipped, orders, productsAdded }).toEqual({
      ...{ rows: 541_909, accepted: 527_725, skipped: 14_184 },
      ...{ orders: 19_773, productsAdded: 3_791 },
    });
    const { model } = await learn(workplace, folder);
    expect(model).toMatchObject({ orders: 19_007, customers: 4_266 });

    const serving = await startServing(workplace, servingEnv(folder));
    const { data, errors } = await serving.ask(SHELF, { r: ['22423', '85099B'].map((id) => ({ __typename: 'Product', id })) });
    expect(errors).toBeUndefined();
    const lists: readonly (readonly string[])[] = data._entities.map(({ complements }: { complements: { edges: { node: { id: string } }[] } }) =>
      complements.edges.map(({ node }) => node.id),
    );
    const titles = await titlesOf(await storeUriOf(folder), lists.flat());
    const [besideTheCakestand, besideTheJumboBag] = lists.map((ids) => ids.map((id) => titles.get(id)));
    expect(besideTheCakestand).toHaveLength(4);
    expect(besideTheCakestand).toContainEqual(expect.stringMatching(/REGENCY TEACUP/));
    expect(besideTheJumboBag).toHaveLength(4);
    expect(besideTheJumboBag).toContainEqual(expect.stringMatching(/JUMBO BAG/));
  }, 600_000);
});
