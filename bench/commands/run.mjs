// Database commands of one request, by how many entities it asks for: node bench/commands/run.mjs
// Runs the compiled program: build first. The driver's own monitoring counts.
import { number, table } from '../figures.mjs';
import { optionsOf } from '../options.mjs';
import { openPlace } from '../store/places.mjs';
import { fillWithSampleShop } from '../store/sample.mjs';
import { openCountedSubgraph } from './counted-subgraph.mjs';

optionsOf('node bench/commands/run.mjs');

const QUERY = `query ($representations: [_Any!]!) {
  _entities(representations: $representations) {
    ... on Product {
      page: complements(first: 4) { edges { node { id } provenance { explanation because { id } } } }
      basket: complements(first: 2, placement: BASKET, alongside: ["rc-car"]) { edges { node { id } } }
    }
    ... on Customer {
      home: personalisedPicks(first: 5) { edges { node { id } } }
      category: personalisedPicks(first: 3, surface: PRODUCT_PAGE, context: { productId: "rc-car" }) { edges { node { id } } }
    }
  }
}`;

const keys = (typename, ids, count) =>
  Array.from({ length: count }, (_, at) => ({ __typename: typename, id: at < ids.length ? ids[at] : `unknown-${at}` }));

const place = await openPlace();
try {
  const { productIds, customerIds } = await fillWithSampleShop(place.address);
  const subgraph = await openCountedSubgraph(place.address);
  const both = (count) => [...keys('Product', productIds, Math.ceil(count / 2)), ...keys('Customer', customerIds, Math.floor(count / 2))];
  const asked = {
    products: (count) => keys('Product', productIds, count),
    customers: (count) => keys('Customer', customerIds, count),
    'products and customers': both,
  };
  const rows = [];
  for (const [kind, of] of Object.entries(asked)) {
    for (const count of [1, 20, 200]) {
      const representations = of(count);
      const { commands, bytes } = await subgraph.ask(QUERY, { representations });
      const names = Object.entries(commands).map(([name, times]) => `${times} × ${name}`);
      rows.push([kind, representations.length, names.join(', ') || 'none', number(bytes)]);
    }
  }
  console.log('Database commands of one _entities request; two aliases with different arguments on each entity\n');
  console.log(table(['entities', 'representations', 'commands', 'answer bytes'], rows));
  await subgraph.close();
} finally {
  await place.close();
}

