import type { CrossSellScorecard, PersonalisationScorecard, Uplift } from '../../domain/measurement/scorecard.js';
import { amounts, count, points, roughAmount, roughPoints } from './format.js';

/** What an interval lets one say: `none` whenever 0 is in it. */
export type Claim = 'more' | 'less' | 'none';

/** A comparison of the arms, and the words for it. */
export interface Effect {
  /** What was compared: `Value of an order`. */
  readonly name: string;
  /** The words that end "No effect can be told apart from chance in …". */
  readonly subject: string;
  /** The sentence of an effect that can be told apart from chance; `size` has no sign. */
  readonly claim: (size: string, more: boolean) => readonly [before: string, size: string, after: string];
  /** What the sizes count: `orders`. */
  readonly unit: string;
  readonly uplift: Uplift;
  /** Writes values of this comparison, all with the same number of digits. */
  readonly write: (values: readonly number[], sign: 'signed' | 'plain') => readonly string[];
  /** What stands after a difference or the ends of its interval: ` points`. */
  readonly suffix: string;
  /** Writes the means of the arms, which have another unit than their difference where they are shares. */
  readonly writeMeans: (means: readonly number[]) => readonly string[];
  /** Writes about how large a difference is, with its unit. */
  readonly writeRough: (size: number) => string;
}

type Numbers = Pick<Effect, 'write' | 'suffix' | 'writeMeans' | 'writeRough'>;

/** What the interval lets one say. */
export const claimOf = ({ low, high }: Uplift): Claim => (low > 0 ? 'more' : high < 0 ? 'less' : 'none');

/** `4,180 against 220 orders`. */
export const sizesOf = ({ uplift, unit }: Effect): string => `${count(uplift.treatmentSize)} against ${count(uplift.holdoutSize)} ${unit}`;

const inMoney = (currency: string): Numbers => ({
  write: (values, sign) => amounts(values, currency, sign),
  suffix: '',
  writeMeans: (means) => amounts(means, currency),
  writeRough: (size) => roughAmount(size, currency),
});

const inPoints: Numbers = {
  write: (values, sign) => points(values, sign),
  suffix: ' points',
  writeMeans: (means) => points(means).map((mean) => `${mean}%`),
  writeRough: roughPoints,
};

type Words = Pick<Effect, 'name' | 'subject' | 'claim' | 'unit'>;

const ORDER: Words = {
  name: 'Value of an order',
  subject: 'the value of an order',
  claim: (size, more) => ['Visits that could see complements spent ', `${size} ${more ? 'more' : 'less'}`, ' per order than visits that were held out'],
  unit: 'orders',
};

const VISIT: Words = {
  name: 'Revenue of a visit',
  subject: 'the revenue of a visit',
  claim: (size, more) => ['Bought or not, a visit that could see complements brought ', `${size} ${more ? 'more' : 'less'}`, ' than one that was held out'],
  unit: 'visits',
};

const REPEAT: Words = {
  name: 'Customers who ordered again',
  subject: 'how many customers order again',
  claim: (size, more) => [
    `Customers who could get personal lists ordered again ${more ? 'more' : 'less'} often than customers who were held out, by `,
    `${size} points`,
    '',
  ],
  unit: 'customers',
};

const VALUE: Words = {
  name: 'Revenue of a customer',
  subject: 'the revenue of a customer',
  claim: (size, more) => ['A customer who could get personal lists spent ', `${size} ${more ? 'more' : 'less'}`, ' in the period than one who was held out'],
  unit: 'customers',
};

const effect = (words: Words, uplift: Uplift | null, numbers: Numbers | null): readonly Effect[] =>
  uplift === null || numbers === null ? [] : [{ ...words, uplift, ...numbers }];

/** The comparisons of cross-selling that there are, the main one first. */
export const crossSellEffects = ({ uplift, upliftPerVisit, currencyCode }: CrossSellScorecard): readonly Effect[] => {
  const money = currencyCode === null ? null : inMoney(currencyCode);
  return [...effect(ORDER, uplift, money), ...effect(VISIT, upliftPerVisit, money)];
};

/** The comparisons of personalisation that there are, the main one first. */
export const personalisationEffects = (scorecard: PersonalisationScorecard): readonly Effect[] => {
  const { repeatPurchaseUplift, lifetimeValueUplift, currencyCode } = scorecard;
  const money = currencyCode === null ? null : inMoney(currencyCode);
  return [...effect(REPEAT, repeatPurchaseUplift, inPoints), ...effect(VALUE, lifetimeValueUplift, money)];
};
