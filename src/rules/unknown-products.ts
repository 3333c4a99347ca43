import type { FactReader } from '../domain/facts/reading.js';
import { quoted, type RuleFileProblem } from './problem.js';
import type { ProductReference } from './rule-source.js';

/** A warning for every product that a rules file names and the catalogue does not hold, each where it is named first. */
export const warnOfUnknownProducts = async (
  products: readonly ProductReference[],
  catalogue: Pick<FactReader, 'productsByIds'>,
): Promise<readonly RuleFileProblem[]> => {
  const firstNamed = new Map<string, ProductReference>();
  for (const reference of products) if (!firstNamed.has(reference.productId)) firstNamed.set(reference.productId, reference);
  const held = await catalogue.productsByIds([...firstNamed.keys()]);
  return [...firstNamed.values()]
    .filter(({ productId }) => !held.has(productId))
    .map(({ productId, path, line, column }) => ({
      line,
      column,
      path,
      message: `the catalogue holds no product ${quoted(productId)}: nothing comes of it until it does`,
      severity: 'warning',
    }));
};
