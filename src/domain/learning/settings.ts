/** What learning looks at and how much it asks for. */
export interface LearningSettings {
  /** Orders older than this many days before the newest are not counted. */
  readonly windowDays: number;
  /** An order counts half for every so many days of age. */
  readonly halfLifeDays: number;
  /** Interactions older than this many days before the newest are not counted. */
  readonly interactionWindowDays: number;
  /** A visit counts half for every so many days of age. */
  readonly interactionHalfLifeDays: number;
  /** Where it is asked what is wanted of late, an order counts half for every so many days of age. */
  readonly demandHalfLifeDays: number;
  /** How far complements hold back what sells with everything, 0 to 1: more for the sake of rarer products, less for the sake of hits. */
  readonly popularityExponent: number;
  /** A pair of products that fewer distinct customers bought, or looked at in one visit, is not published. */
  readonly minCustomers: number;
  /** Neighbours published per product: so many that go best with it alone, and as many that it adds most to in baskets. */
  readonly neighbours: number;
  /** Largest share of what the lists are worth that is given up so that products which none would show have a place, 0 to 1. */
  readonly spreadShare: number;
  /** Products counted per order, visit or customer; of larger ones a fixed sample. */
  readonly basketCap: number;
  /** End of both windows; null: each ends with its own newest fact. */
  readonly asOf: Date | null;
}

/** A year of orders, three months of browsing, three customers per pair. */
export const DEFAULT_LEARNING_SETTINGS: LearningSettings = {
  windowDays: 365,
  halfLifeDays: 180,
  interactionWindowDays: 90,
  interactionHalfLifeDays: 30,
  demandHalfLifeDays: 30,
  popularityExponent: 0.2,
  minCustomers: 3,
  neighbours: 50,
  spreadShare: 0.005,
  basketCap: 250,
  asOf: null,
};

const MAX_DAYS = 36_500;

const RANGES = {
  windowDays: { from: 1, to: MAX_DAYS, whole: true },
  halfLifeDays: { from: 0.01, to: MAX_DAYS, whole: false },
  interactionWindowDays: { from: 1, to: MAX_DAYS, whole: true },
  interactionHalfLifeDays: { from: 0.01, to: MAX_DAYS, whole: false },
  demandHalfLifeDays: { from: 0.01, to: MAX_DAYS, whole: false },
  popularityExponent: { from: 0, to: 1, whole: false },
  minCustomers: { from: 1, to: 1_000_000, whole: true },
  neighbours: { from: 1, to: 500, whole: true },
  spreadShare: { from: 0, to: 1, whole: false },
  basketCap: { from: 2, to: 10_000, whole: true },
} as const;

/** Names of the settings that are numbers. */
export type NumericLearningSetting = keyof typeof RANGES;

/** The settings that are numbers, in a fixed order. */
export const NUMERIC_LEARNING_SETTINGS: readonly NumericLearningSetting[] = [
  'windowDays',
  'halfLifeDays',
  'interactionWindowDays',
  'interactionHalfLifeDays',
  'demandHalfLifeDays',
  'popularityExponent',
  'minCustomers',
  'neighbours',
  'spreadShare',
  'basketCap',
];

const problemOf = (name: NumericLearningSetting, value: number): string | null => {
  const { from, to, whole } = RANGES[name];
  const fits = Number.isFinite(value) && value >= from && value <= to && (!whole || Number.isInteger(value));
  return fits ? null : `${name} must be a ${whole ? 'whole ' : ''}number from ${from} to ${to}, not ${value}`;
};

/** What is wrong with the settings, one sentence per setting; empty when they may be used. */
export const learningSettingsProblems = (settings: LearningSettings): readonly string[] => {
  const problems = NUMERIC_LEARNING_SETTINGS.map((name) => problemOf(name, settings[name]));
  const { asOf } = settings;
  if (asOf !== null && Number.isNaN(asOf.getTime())) problems.push('asOf must be a time');
  return problems.filter((problem) => problem !== null);
};
