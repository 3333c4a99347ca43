import type { PersonalSurface } from '../domain/merchandising/rule.js';
import type { SurfaceContext } from '../domain/personalisation/surface-context.js';
import type * as Schema from '../generated/graphql.js';
import { badArgument, readId, readIds } from './arguments.js';

const MOST_CANDIDATES = 200;

const NEEDED: Partial<Readonly<Record<PersonalSurface, keyof SurfaceContext>>> = {
  CATEGORY: 'categoryId',
  SEARCH: 'candidateIds',
  PRODUCT_PAGE: 'productId',
};

/** What the page shows, as far as its surface has a use for it. Throws BAD_USER_INPUT where the surface needs what is not given. */
export const readSurface = (surface: PersonalSurface, given: Schema.SurfaceContext | null | undefined): SurfaceContext => {
  const needed = NEEDED[surface];
  const value = needed === undefined ? undefined : given?.[needed];
  if (needed !== undefined && (value === null || value === undefined))
    throw badArgument(`context.${needed} is needed on the surface ${surface}`);
  return {
    categoryId: needed === 'categoryId' ? readId('context.categoryId', given?.categoryId ?? '') : null,
    productId: needed === 'productId' ? readId('context.productId', given?.productId ?? '') : null,
    candidateIds: needed === 'candidateIds' ? readIds('context.candidateIds', given?.candidateIds ?? [], MOST_CANDIDATES) : [],
  };
};
