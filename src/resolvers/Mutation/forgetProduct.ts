import { forgetProduct as forget } from '../../domain/privacy/forget-product.js';
import type { MutationResolvers } from '../../generated/graphql.js';
import { invalidInput } from '../invalid-input.js';
import { customerOf } from '../mappers.js';
import { removingDataOf } from '../privacy-access.js';

export const forgetProduct: NonNullable<MutationResolvers['forgetProduct']> = async (_, { input }, context) => {
  const { customerId, productId } = input;
  removingDataOf(customerId, context);
  const { erasures, facts, profiles, now } = context;
  const result = await forget({ customerId, productId }, { erasures, facts, profiles, now });
  if (!result.ok) return invalidInput(result.problems);
  return { __typename: 'ProductForgotten', customer: customerOf(customerId), interactions: result.interactions };
};
