import type { Example } from './example.js';
import { COMPLEMENT_FIELDS, SCORECARD_FIELDS } from './fragments.js';
import { as, lastMonth, type ExampleSetting } from './setting.js';

const heldOut = (): Example => ({
  title: 'Is this visit held out, and what would it be shown?',
  query: `# A front end asks once a visit, and sends the answer as arm
# with every list. Who is held out sees only what a product
# needs. The visit "visit-x" is, "visit-b" is not.
query HeldOut($sessionId: ID!) {
  crossSellArm(sessionId: $sessionId)
  product(id: "rc-car") {
    everybody: complements(first: 4) { edges { ...ComplementFields } }
    heldOut: complements(first: 4, arm: HOLDOUT) { edges { ...ComplementFields } emptyReason }
  }
}
${COMPLEMENT_FIELDS}
`,
  variables: { sessionId: 'visit-x' },
  headers: {},
});

const crossSell = (setting: ExampleSetting): Example => ({
  title: 'For Ivy, the analyst: what did cross-selling do?',
  query: `# uplift is the effect: treatment minus holdout. All else
# counts what happened and does not say why.
query CrossSelling($period: PeriodInput!) {
  crossSellScorecard(period: $period) {
    measuredAt
    currencyCode
    orders
    averageOrderValue { amount }
    averageOrderValueWithCrossSell { amount }
    averageOrderValueWithout { amount }
    attachRate
    revenueShare
    unitsPerOrder
    uplift { ...UpliftFields }
    upliftPerVisit { ...UpliftFields }
    upliftShortfall
    funnel { ...FunnelFields }
    bySource { ...SourceFields }
    shownBy { human learned fallback }
    topPairs { anchor { title } product { title } orderLines revenue { amount } }
    byWeek { from orders averageOrderValue { amount } attachRate revenueShare }
  }
}
${SCORECARD_FIELDS}
`,
  variables: { period: lastMonth(setting) },
  headers: as('ivy', setting),
});

const personalisation = (setting: ExampleSetting): Example => ({
  title: 'And what did personalisation do?',
  query: `# Judged by customer, not by order: do they come back?
query Personalising($period: PeriodInput!) {
  personalisationScorecard(period: $period) {
    measuredAt
    currencyCode
    customers
    orders
    repeatPurchaseRate
    retention { days rate customers }
    lifetimeValue { amount }
    revenueShare
    repeatPurchaseUplift { ...UpliftFields }
    lifetimeValueUplift { ...UpliftFields }
    upliftShortfall
    funnel { ...FunnelFields }
    bySource { ...SourceFields }
    shownBy { human learned fallback }
    byWeek { from customers returningShare revenueShare }
  }
}
${SCORECARD_FIELDS}
`,
  variables: { period: lastMonth(setting) },
  headers: as('ivy', setting),
});

/** The analyst's tabs: who is held out, and the two scorecards. */
export const measurementExamples = (setting: ExampleSetting): readonly Example[] => [heldOut(), crossSell(setting), personalisation(setting)];
