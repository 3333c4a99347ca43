import { Readable } from 'node:stream';

import type { Command } from 'commander';

import type { CommandContext } from '../../src/commands/command.js';
import { importCommand } from '../../src/commands/import.js';
import { learnCommand } from '../../src/commands/learn.js';
import type { Order } from '../../src/domain/facts/order.js';
import type { Stores } from '../../src/stores/open.js';
import { NOW } from './builders.js';

const run = async (commandOf: (context: CommandContext) => Command, words: readonly string[], stores: Stores, input = ''): Promise<void> => {
  const context: CommandContext = {
    ...{ env: {}, out: () => undefined, err: () => undefined, now: () => NOW, interactive: false },
    stdin: Readable.from([Buffer.from(input)]),
    withStores: async (use) => use(stores),
  };
  await commandOf(context).exitOverride().parseAsync(words, { from: 'user' });
};

/** `tandem import` of rows, the first of them the header; every row must be good. */
export const importRows = (stores: Stores, kind: 'catalogue' | 'orders', rows: readonly string[], ...options: readonly string[]): Promise<void> =>
  run(importCommand, [kind, '-', '--strict', ...options], stores, `${rows.join('\n')}\n`);

/** `tandem learn` with the shipped settings. */
export const learn = (stores: Stores): Promise<void> => run(learnCommand, [], stores);

/** Orders as a shop would hand them over, one row per line. */
export const orderRows = (orders: readonly Order[]): readonly string[] => [
  'order_id,placed_at,customer_id,product_id,quantity,unit_price,currency',
  ...orders.flatMap(({ id, placedAt, customerId, lines }) =>
    lines.map(({ productId, quantity }) => `${id},${placedAt.toISOString()},${customerId ?? ''},${productId},${quantity},1.00,GBP`),
  ),
];
