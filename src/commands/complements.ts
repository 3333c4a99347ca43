import { Command, InvalidArgumentError, Option } from 'commander';

import { complementsFor, type ComplementList } from '../domain/cross-sell/complements-for.js';
import { CROSS_SELL_PLACEMENTS, type CrossSellPlacement } from '../domain/merchandising/rule.js';
import { START } from '../domain/ranking/cursor.js';
import type { FilledSlot } from '../domain/ranking/fill-slots.js';
import { explain } from '../domain/serving/explain.js';
import type { Stores } from '../stores/open.js';
import type { CommandContext } from './command.js';
import { laneAccess } from './lane-access.js';

const HELP = `
Answers what Product.complements (one product) or Query.basketComplements (several) would answer now, with titles and reasons:
to look at what was learned, or at what a rule does, before a gateway is up. Nothing is written.

Examples:
  tandem complements 22423
  tandem complements 22423 85099B --placement BASKET --first 8
  tandem complements 22423 --json`;

interface ComplementsOptions {
  readonly placement: CrossSellPlacement;
  readonly first: number;
  readonly json?: boolean;
}

const parseFirst = (text: string): number => {
  const first = Number(text);
  if (!Number.isInteger(first) || first < 1 || first > 24) throw new InvalidArgumentError('Give a whole number from 1 to 24.');
  return first;
};

const row = ({ slot, candidate }: FilledSlot, list: ComplementList): string => {
  const because = candidate.becauseId === null ? undefined : list.becauses.get(candidate.becauseId);
  const confidence = candidate.evidence === null ? '' : `, ${String(Math.round(100 * candidate.evidence.confidence))} % of its orders`;
  const rule = candidate.rule === null ? '' : ` [rule ${candidate.rule.id}]`;
  const widest = Math.max(...list.slots.map(({ candidate: { productId } }) => productId.length));
  const name = `${candidate.productId.padEnd(widest)}  ${candidate.product.title}`;
  return `  ${String(slot).padStart(2)}  ${name.padEnd(48)}  ${explain(candidate, because, list.fallback)}${confidence}${rule}`;
};

const asJson = (list: ComplementList): string =>
  JSON.stringify({
    recommendationId: list.recommendationId,
    emptyReason: list.emptyReason,
    unknownIds: list.unknownIds,
    slots: list.split,
    complements: list.slots.map(({ slot, candidate: { productId, product, source, quantity, evidence, rule } }) => ({
      slot,
      productId,
      title: product.title,
      source,
      quantity,
      evidence,
      rule: rule?.id ?? null,
    })),
  });

const ask = async (ids: readonly string[], { placement, first }: ComplementsOptions, stores: Stores, now: Date): Promise<ComplementList> => {
  const request = { placement, anchorIds: [...new Set(ids)], excludeIds: [], filter: null, arm: 'TREATMENT' as const, first, position: START };
  return complementsFor(request, await laneAccess(stores, now));
};

const tell = (context: CommandContext, ids: readonly string[], list: ComplementList): void => {
  context.out(`Goes with ${ids.map((id) => [id, list.becauses.get(id)?.title ?? ''].join(' ').trim()).join(' and ')}:`);
  for (const filled of list.slots) context.out(row(filled, list));
  if (list.emptyReason !== null) context.out(`  nothing: ${list.emptyReason}`);
  if (list.unknownIds.length > 0) context.out(`  not in the catalogue: ${list.unknownIds.join(', ')}`);
};

/** `tandem complements`: what the cross-sell lane answers now, in the terminal. */
export const complementsCommand = (context: CommandContext): Command =>
  new Command('complements')
    .description('show what goes with a product or a basket, and why')
    .argument('<product...>', 'product ids')
    .addOption(new Option('--placement <name>', 'where it would be shown').choices([...CROSS_SELL_PLACEMENTS]).default('PRODUCT_PAGE'))
    .option('--first <count>', 'how many, 1 to 24', parseFirst, 6)
    .option('--json', 'print JSON')
    .addHelpText('after', HELP)
    .action(async (ids: string[], options: ComplementsOptions) => {
      const list = await context.withStores(async (stores) => ask(ids, options, stores, context.now()), 'looking');
      if (options.json === true) context.out(asJson(list));
      else tell(context, ids, list);
    });
