import { problem, type Problem } from '../../domain/facts/problem.js';
import { ImportRefused } from '../import-refused.js';

/** What the caller wants done with lines that are no plain sales. */
export interface LineChoices {
  /** Lines with a negative quantity. */
  readonly returns: 'reject' | 'skip';
  /** Lines whose price is absent or 0; `zero` records them with a price of 0. */
  readonly missingPrice: 'reject' | 'skip' | 'zero';
  /** Products that are no products, like postage; null when all are. */
  readonly exclude: RegExp | null;
  /** What every product id looks like; null when anything goes. */
  readonly only: RegExp | null;
}

/** The parts of a line that the choices look at, as they were read. */
export interface ChosenLine {
  readonly productId: unknown;
  readonly quantity: unknown;
  readonly unitPrice: unknown;
}

/** What becomes of a line. */
export type LineDecision =
  | { readonly kind: 'keep'; readonly unitPrice: unknown }
  | { readonly kind: 'skip'; readonly reason: string }
  | { readonly kind: 'reject'; readonly problem: Problem };

/** Reads a regular expression of an option. Throws ImportRefused when it is none. */
export const productPattern = (option: string, pattern: string): RegExp => {
  try {
    return new RegExp(pattern, 'u');
  } catch (error) {
    throw new ImportRefused(`${option}: ${error instanceof Error ? error.message : String(error)}`);
  }
};

const isMissing = (unitPrice: unknown): boolean =>
  unitPrice === undefined || unitPrice === null || (typeof unitPrice === 'string' && /^-?0*\.?0*$/.test(unitPrice));

const skip = (reason: string): LineDecision => ({ kind: 'skip', reason });

/** Applies the caller's choices to one line; `path` is where it stands in its order. */
export const decideLine = (line: ChosenLine, choices: LineChoices, path: string): LineDecision => {
  const { productId, quantity, unitPrice } = line;
  if (typeof productId === 'string' && choices.exclude?.test(productId) === true) return skip('the product is excluded (--exclude-products)');
  if (typeof productId === 'string' && choices.only?.test(productId) === false) return skip('the product id is no product (--only-products)');
  if (choices.returns === 'skip' && typeof quantity === 'number' && quantity < 0) return skip('a return (--returns skip)');
  if (!isMissing(unitPrice)) return { kind: 'keep', unitPrice };
  if (choices.missingPrice === 'skip') return skip('no price (--missing-price skip)');
  if (choices.missingPrice === 'zero') return { kind: 'keep', unitPrice: '0' };
  return { kind: 'reject', problem: problem(`${path}.unitPrice`, 'must be above 0 (see --missing-price)', unitPrice) };
};
