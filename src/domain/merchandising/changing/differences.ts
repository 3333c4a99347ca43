/** One part of what was decided that differs between two versions. */
export interface Difference {
  /** In the contract's field names: `weight`, `then.productIds`. */
  readonly path: string;
  /** What stood there: text, number, true or false, Date, list, or null for nothing. */
  readonly from: unknown;
  readonly to: unknown;
}

const isMapping = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);

const partsOf = (contents: object): ReadonlyMap<string, unknown> => new Map<string, unknown>(Object.entries(contents));

const isSame = (a: unknown, b: unknown): boolean => {
  if (a instanceof Date && b instanceof Date) return a.getTime() === b.getTime();
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((value, at) => isSame(value, b[at]));
  return a === b;
};

/** A part that is null on one side is compared with nothing at all; only when that shows no difference it differs as a whole. */
const withinPart = (path: string, from: unknown, to: unknown): readonly Difference[] => {
  const asNothing = (other: unknown): object =>
    isMapping(other) ? Object.fromEntries(Object.entries(other).map(([key, value]) => [key, Array.isArray(value) ? [] : null])) : {};
  const parts = differencesOf(isMapping(from) ? from : asNothing(to), isMapping(to) ? to : asNothing(from), `${path}.`);
  return parts.length === 0 && isMapping(from) !== isMapping(to) ? [{ path, from, to }] : parts;
};

/**
 * What differs between two versions, in the order of the fields; parts of parts (`when`, `then`) one by one. An absent field is as good
 * as null, and the order of a list counts.
 */
export const differencesOf = (before: object, after: object, prefix = ''): readonly Difference[] => {
  const [left, right] = [partsOf(before), partsOf(after)];
  return [...new Set([...left.keys(), ...right.keys()])].flatMap((key) => {
    const [from, to] = [left.get(key) ?? null, right.get(key) ?? null];
    if (isMapping(from) || isMapping(to)) return withinPart(prefix + key, from, to);
    return isSame(from, to) ? [] : [{ path: prefix + key, from, to }];
  });
};
