import type { ProductFinder } from '../catalogue/product-finder.js';
import type { PersonalDependencies } from '../personalisation/picks-for.js';

/** What looking at a rule before it is in force needs: what serving needs, and the catalogue. Nothing of it can write. */
export interface WhatIfDependencies extends PersonalDependencies {
  readonly finder: ProductFinder;
}
