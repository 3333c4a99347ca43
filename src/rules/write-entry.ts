import type { ProductSelector } from '../domain/merchandising/rule.js';
import { quotedScalar, textScalar } from './yaml-scalar.js';

/** Longer than this, a mapping or a list is written over several lines. */
const WIDEST_LINE = 120;

/** A key and its value, as they are written in one line; a list holds its values. */
export type Written = readonly [key: string, value: string | readonly string[]];

const inline = (value: Written[1]): string => (typeof value === 'string' ? value : `[${value.join(', ')}]`);

const inlineMapping = (parts: readonly Written[]): string =>
  parts.length === 0 ? '{}' : `{ ${parts.map(([key, value]) => `${key}: ${inline(value)}`).join(', ')} }`;

const fits = (line: string): boolean => line.length <= WIDEST_LINE;

/** A key and its value: in one line where it fits, else a list over several. */
export const keyLines = (indent: string, [key, value]: Written): readonly string[] => {
  const line = `${indent}${key}: ${inline(value)}`;
  return typeof value === 'string' || fits(line) ? [line] : [`${indent}${key}:`, ...value.map((item) => `${indent}  - ${item}`)];
};

/** A key and the mapping that it holds: in one line where it fits, else one line for each part. */
export const mappingLines = (indent: string, key: string, parts: readonly Written[]): readonly string[] => {
  const line = `${indent}${key}: ${inlineMapping(parts)}`;
  return fits(line) ? [line] : [`${indent}${key}:`, ...parts.flatMap((part) => keyLines(`${indent}  `, part))];
};

/** An entry of a list as a mapping in one line; null where it does not fit. */
export const inlineEntry = (parts: readonly Written[]): string | null => {
  const line = `  - ${inlineMapping(parts)}`;
  return fits(line) ? line : null;
};

/** An entry of a list over several lines, its lines being indented by four. */
export const blockEntry = (lines: readonly string[]): string => lines.join('\n').replace(/^ {4}/, '  - ');

const listPart = (key: string, values: readonly string[]): readonly Written[] => (values.length === 0 ? [] : [[key, values.map(textScalar)]]);

/** The parts of a selector that ask something, in the words of the file. */
export const selectorParts = (selector: ProductSelector): readonly Written[] => [
  ...listPart('products', selector.productIds),
  ...listPart('categories', selector.categoryIds),
  ...listPart('brands', selector.brands),
  ...listPart('tags', selector.tags),
  ...given('minPrice', selector.minPrice, quotedScalar),
  ...given('maxPrice', selector.maxPrice, quotedScalar),
  ...given('maxPriceRatio', selector.maxPriceRatio, String),
];

/** A part that may be absent. */
export const given = <T>(key: string, value: T | null, write: (value: T) => string): readonly Written[] =>
  value === null ? [] : [[key, write(value)]];
