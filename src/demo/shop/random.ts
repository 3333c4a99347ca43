/** A stream of numbers that is fixed by its seed. */
export interface Random {
  /** At least 0 and below 1. */
  next(): number;
  /** A whole number, `from` and `to` included. */
  between(from: number, to: number): number;
  /** True with this probability, 0 to 1. */
  chance(probability: number): boolean;
  /** One of the list, each as likely; undefined only for an empty list. */
  pick<T>(list: readonly T[]): T | undefined;
  /** One of the list, as likely as its weight (0 or more); undefined only when no weight is above 0. */
  pickWeighted<T>(list: readonly T[], weightOf: (element: T) => number): T | undefined;
}

/** FNV-1a over UTF-16 code units, 32 bit: tells streams with different labels apart. */
const hash = (text: string): number => {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return value >>> 0;
};

/** Numbers from 0 to 1, fixed by their seed: Tommy Ettinger's mulberry32, 32 bits of state, enough for a shop that is made up. */
export const mulberry32 = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  };
};

/** The stream of a seed and a label; every customer has a label of their own, so that changing one moves no other. */
export const createRandom = (seed: number, label: string): Random => {
  const next = mulberry32(hash(`${seed}/${label}`));
  const pickWeighted: Random['pickWeighted'] = (list, weightOf) => {
    let left = next() * list.reduce((sum, element) => sum + weightOf(element), 0);
    return list.find((element) => (left -= weightOf(element)) < 0);
  };
  return {
    next,
    between: (from, to) => from + Math.floor(next() * (to - from + 1)),
    chance: (probability) => next() < probability,
    pick: (list) => list[Math.floor(next() * list.length)],
    pickWeighted,
  };
};
