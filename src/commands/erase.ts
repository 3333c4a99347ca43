import { Command } from 'commander';

import { checkId } from '../domain/facts/check-text.js';
import type { Problem } from '../domain/facts/problem.js';
import type { ErasureReceipt } from '../domain/privacy/erasure.js';
import { CommandFailure, type CommandContext } from './command.js';

const HELP = `
Removes the customer's orders, interactions, behaviour profile, consent, served lists and part in comparisons, what "tandem learn --engine mongodb"
has grouped of them and not dropped yet, and what was done in their visits without a name, orders only where they can be told to be theirs
(docs/privacy.md says how). From then on nothing about the customer is taken in,
whoever sends it and however old it is: not by servers and imports that run already either. Other customers of a shared visit keep what is theirs.

The receipt names nobody, and is the same however often it is asked for; somebody nobody knows gets one as well, with zeros. What was learned from
everybody together still counts the customer until the next "tandem learn". It cannot reach files that were imported from, backups, and what
other systems hold: see docs/privacy.md.

The store is MONGODB_URI where it is set, else the embedded store of the data directory. Exit code: 0 when erased, 1 when not; it can be stopped at
any point and asked for again.

Examples:
  tandem erase 4711
  tandem erase 4711 --json > receipt.json && tandem learn`;

interface EraseOptions {
  readonly json?: boolean;
}

/** Without what was given: a terminal's contents are kept by many things. */
const checked = (customer: string): string => {
  const problems: Problem[] = [];
  const customerId = checkId(customer, 'CUSTOMER', problems);
  const [first] = problems;
  if (first !== undefined) throw new CommandFailure(`${first.path} ${first.rule}`, 2);
  return customerId;
};

const count = (value: number): string => value.toLocaleString('en-GB');

const summaryLines = (receipt: ErasureReceipt): readonly string[] => [
  `Erased. Receipt ${receipt.id}, first erased ${receipt.erasedAt.toISOString()}`,
  `  removed  ${count(receipt.orders)} orders, ${count(receipt.interactions)} interactions, those of the customer's visits included`,
  `           ${count(receipt.profiles)} profiles, ${count(receipt.consents)} consents, ${count(receipt.servedLists)} pages of served lists, ${count(receipt.exposures)} parts in comparisons`,
  `           ${count(receipt.learningGroups)} groups of orders and visits that a learning run had the database count`,
  'Left to do: "tandem learn", so that what was learned no longer counts the customer; and what lies outside this store, such as backups and files.',
];

const erase = async (customerId: string, context: CommandContext): Promise<ErasureReceipt> =>
  context.withStores(async ({ erasures }) => {
    context.err('removing what is held about the customer …');
    const receipt = await erasures.erase(customerId, context.now());
    context.err('giving back the space …');
    await erasures.reclaim();
    return receipt;
  }, 'looking');

const NO_OPTION = 'error: there is no such option. An id that begins with a dash comes after two of them: tandem erase -- CUSTOMER\n';

/** What is refused is not repeated: what looks like an option may be the customer's id. */
const withoutIds = (message: string): string => {
  if (message.startsWith("error: missing required argument 'customer'")) return message;
  return message.startsWith('error: too many arguments') ? 'error: one customer at a time\n' : NO_OPTION;
};

/** `tandem erase`: removes everything held about a customer and keeps it from coming back. */
export const eraseCommand = (context: CommandContext): Command =>
  new Command('erase')
    .summary('remove everything held about a customer, for good')
    .description('Remove everything held about a customer, and keep it from coming back.')
    .argument('<customer>', 'customer id')
    .option('--json', 'print the receipt as JSON')
    .addHelpText('after', HELP)
    .configureOutput({ outputError: (message, write) => write(withoutIds(message)) })
    .action(async (customer: string, options: EraseOptions) => {
      const receipt = await erase(checked(customer), context);
      for (const line of options.json === true ? [JSON.stringify(receipt, null, 2)] : summaryLines(receipt)) context.out(line);
    });
