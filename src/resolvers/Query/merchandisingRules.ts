import type { RuleRecord } from '../../domain/merchandising/kept/decisions.js';
import { isAboutProduct } from '../../domain/merchandising/in-force/rules-of-product.js';
import type { QueryResolvers } from '../../generated/graphql.js';
import { codedError } from '../../server/errors.js';
import type { RequestContext } from '../../server/request-context.js';
import { readFirst, readId } from '../arguments.js';
import { keysetConnection, readKey, takePage } from '../keyset-page.js';
import { readingDecisions } from '../merchandising-access.js';
import { ruleAnswer } from '../rule-answer.js';

/** Goes through rules one by one as long as the request has time: few of many may be about a product. */
async function* aboutProduct(rules: AsyncIterable<RuleRecord>, productId: string, context: RequestContext): AsyncIterable<RuleRecord> {
  const product = (await context.finder.productsByIds([productId])).get(productId) ?? null;
  for await (const rule of rules) {
    if (context.isOver()) throw codedError('DEADLINE_EXCEEDED', 'There are too many rules to be looked through in time');
    if (isAboutProduct(rule, productId, product)) yield rule;
  }
}

export const merchandisingRules: NonNullable<QueryResolvers['merchandisingRules']> = async (_, args, context) => {
  readingDecisions(context);
  const { state = null, lane = null, productId = null } = args;
  const first = readFirst(args.first, 200);
  const after = readKey('merchandisingRules', args.after);
  const rules = context.decisions.rules(
    { lane, states: state === null ? ['DRAFT', 'APPROVED'] : [state] },
    after === null ? null : { priority: after.order, id: after.id },
  );
  const asked = productId === null ? rules : aboutProduct(rules, readId('productId', productId), context);
  return keysetConnection(
    await takePage(asked, first),
    after === null,
    { list: 'merchandisingRules', keyOf: ({ priority, id }) => ({ order: priority, id }), nodeOf: ruleAnswer },
  );
};
