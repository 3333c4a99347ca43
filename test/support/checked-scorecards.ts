import { expect } from 'vitest';

import { crossSellScorecardFor } from '../../src/domain/measurement/scorecards/cross-sell-scorecard.js';
import { personalisationScorecardFor } from '../../src/domain/measurement/scorecards/personalisation-scorecard.js';
import type { DaySheets } from '../../src/domain/measurement/measured-facts.js';
import type { CrossSellScorecard, PersonalisationScorecard, ScorecardQuestion, Uplift } from '../../src/domain/measurement/scorecard.js';
import type { ShopLog } from './naive-attribution.js';
import { naiveCrossSell, naivePersonalisation } from './naive-scorecards.js';

/** What two implementations of the same scorecards are asked. */
export interface Checked {
  readonly sheets: Pick<DaySheets, 'sheets' | 'measuredAt'>;
  readonly log: ShopLog;
  readonly windowDays: number;
}

type Card = Omit<CrossSellScorecard, 'measuredAt'> | Omit<PersonalisationScorecard, 'measuredAt'>;
type UpliftName = 'uplift' | 'upliftPerVisit' | 'repeatPurchaseUplift' | 'lifetimeValueUplift';

/** An uplift without its interval. Sums of money are exact, quotients of them may differ in the last digit. */
const withoutInterval = (uplift: Uplift | null): unknown => {
  if (uplift === null) return null;
  const { treatment, holdout, difference, treatmentSize, holdoutSize } = uplift;
  return {
    ...{ treatmentSize, holdoutSize },
    treatment: expect.closeTo(treatment, 6) as unknown,
    holdout: expect.closeTo(holdout, 6) as unknown,
    difference: expect.closeTo(difference, 6) as unknown,
  };
};

const comparable = (card: Card, names: readonly UpliftName[]): Readonly<Record<string, unknown>> => {
  const { upliftShortfall: _, ...figures }: Readonly<Record<string, unknown>> & Card = { ...card };
  const uplifts = names.map((name) => [name, withoutInterval((figures as Readonly<Record<string, Uplift | null>>)[name] ?? null)] as const);
  return { ...figures, ...Object.fromEntries(uplifts) };
};

/** A shortfall says why something is null, and nothing else: there is one as long as an uplift is missing. */
const expectShortfall = ({ upliftShortfall }: Card, uplifts: readonly (Uplift | null)[]): void => {
  if (uplifts.every((uplift) => uplift === null)) expect(upliftShortfall).toMatch(/\w/);
  if (uplifts.every((uplift) => uplift !== null)) expect(upliftShortfall).toBeNull();
};

const expectInterval = (uplifts: readonly (Uplift | null)[]): void => {
  for (const uplift of uplifts) {
    if (uplift === null) continue;
    expect(uplift.low).toBeLessThanOrEqual(uplift.difference);
    expect(uplift.high).toBeGreaterThanOrEqual(uplift.difference);
    expect(uplift.method).toMatch(/\w/);
  }
};

/** Expects every figure of the cross-sell scorecard to be that of the naive one; answers it. */
export const expectSameCrossSell = async (question: ScorecardQuestion, { sheets, log, windowDays }: Checked): Promise<CrossSellScorecard> => {
  const scorecard = await crossSellScorecardFor(question, sheets);
  const { measuredAt, ...card } = scorecard;
  expect(measuredAt).toEqual(await sheets.measuredAt());
  expect(naiveCrossSell({ ...question, log, windowDays })).toEqual(comparable(card, ['uplift', 'upliftPerVisit']));
  expectShortfall(card, [card.uplift, card.upliftPerVisit]);
  expectInterval([card.uplift, card.upliftPerVisit]);
  return scorecard;
};

/** Expects every figure of the personalisation scorecard to be that of the naive one; answers it. */
export const expectSamePersonalisation = async (question: ScorecardQuestion, { sheets, log, windowDays }: Checked): Promise<PersonalisationScorecard> => {
  const scorecard = await personalisationScorecardFor(question, sheets);
  const { measuredAt, ...card } = scorecard;
  expect(measuredAt).toEqual(await sheets.measuredAt());
  expect(naivePersonalisation({ ...question, log, windowDays })).toEqual(comparable(card, ['repeatPurchaseUplift', 'lifetimeValueUplift']));
  expectShortfall(card, [card.repeatPurchaseUplift, card.lifetimeValueUplift]);
  expectInterval([card.repeatPurchaseUplift, card.lifetimeValueUplift]);
  return scorecard;
};
