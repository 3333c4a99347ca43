// Fits the coefficients of the picks' scorecard, so that anybody can see where the shipped ones come from.
import { number, table } from '../../figures.mjs';
import { scorePicks } from '../picks/score.mjs';
import { scorecardModules } from './cases.mjs';
import { fitCard } from './card.mjs';
import { listsBy } from './lists.mjs';
import { shopCases } from './shop-cases.mjs';

const KINDS = ['again', 'first'];
const HALVES = [0, 1];

/** Both cards of all customers that take part. */
const fitBoth = (shops, takesPart) =>
  Object.fromEntries(KINDS.map((kind) => [kind, fitCard(shops.map((shop) => ({ columns: shop[kind], takesPart: (customer) => takesPart(shop, customer) })))]));

const cardsOnly = (fitted) => Object.fromEntries(KINDS.map((kind) => [kind, fitted[kind].card]));

/** Figures of a shop: by the shipped cards, by cards of the half that the customer is not in, and by those of the other shops, where there are some. */
const figuresOf = (shop, { shipped, crossed, elsewhere }) => {
  const figures = (cards, cardOf) => scorePicks(shop.pickFacts, listsBy(shop, cards, cardOf));
  return {
    name: shop.name,
    customers: shop.customers,
    cases: { again: shop.again.size, first: shop.first.size },
    shipped: figures([shipped], () => 0),
    fitted: figures(crossed, (customer) => shop.halves[customer]),
    elsewhere: elsewhere === null ? null : figures([elsewhere], () => 0),
  };
};

const cardTable = (names, title, columns) =>
  table([title, ...columns.map(({ head }) => head)], names.map((name, at) => [name, ...columns.map(({ card }) => number(card[at], 3))]));

const FIGURES = [['R@10', 'recall10'], ['R@20', 'recall20'], ['N@10', 'ndcg10'], ['Nf@10', 'uncutNdcg10'], ['PHR@10', 'phr10'], ['novel-only R@10', 'novelOnly10']];

const figuresTable = (shops) =>
  table(
    ['shop and card', ...FIGURES.map(([head]) => head)],
    shops.flatMap(({ name, shipped, fitted, elsewhere }) =>
      [['shipped', shipped], ['fitted without the customer', fitted], ['fitted on the other shops', elsewhere]]
        .filter(([, figures]) => figures !== null)
        .map(([card, figures]) => [`${name}: ${card}`, ...FIGURES.map(([, figure]) => (figures[figure] === null ? '–' : number(figures[figure].mean, 4)))]),
    ),
  );

const text = (names, { cards, shops }) =>
  [
    `# The picks' scorecard, fitted on the validation part of ${shops.map(({ name }) => name).join(' and ')}`,
    ...KINDS.map((kind) =>
      cardTable(names[kind], kind === 'again' ? 'bought before' : 'never bought', [
        { head: 'shipped', card: cards.shipped[kind] },
        { head: 'fitted', card: cards.fitted[kind] },
        ...HALVES.map((half) => ({ head: `without half ${half + 1}`, card: cards.crossed[half][kind] })),
      ]),
    ),
    ...shops.map(({ name, customers, cases, intercepts }) =>
      `${name}: ${number(customers)} customers, ${number(cases.again)} and ${number(cases.first)} cases; intercepts of its own ${KINDS.map((kind) => number(intercepts[kind], 3)).join(' and ')}.`),
    figuresTable(shops),
    'Lists are of the scorecard alone, without interest and without the fallback. Fitted without the customer: each is ranked by a card that the other half of the customers made.',
  ].join('\n\n');

/**
 * Fits both cards on the validation parts of some shops. Answers the report and its numbers. Throws QualityProblem for the test part.
 * @param {readonly import('../shapes.mjs').Dataset[]} datasets
 */
export const fitScorecard = async (datasets, options) => {
  const program = await scorecardModules();
  const shops = [];
  for (const dataset of datasets) shops.push(await shopCases(dataset, program, options));
  const shippedCards = { again: program.BUY_AGAIN_CARD, first: program.FIRST_TIME_CARD };
  const names = Object.fromEntries(KINDS.map((kind) => [kind, Object.keys(shippedCards[kind])]));
  const shipped = Object.fromEntries(KINDS.map((kind) => [kind, Float64Array.from(Object.values(shippedCards[kind]))]));
  const whole = fitBoth(shops, () => true);
  const crossed = HALVES.map((half) => cardsOnly(fitBoth(shops, ({ halves }, customer) => halves[customer] !== half)));
  const cards = { shipped, fitted: cardsOnly(whole), crossed };
  const fittedElsewhere = (shop) => (shops.length === 1 ? null : cardsOnly(fitBoth(shops.filter((other) => other !== shop), () => true)));
  const figures = shops.map((shop, at) => ({
    ...figuresOf(shop, { shipped, crossed, elsewhere: fittedElsewhere(shop) }),
    intercepts: Object.fromEntries(KINDS.map((kind) => [kind, whole[kind].intercepts[at]])),
  }));
  const named = (card) => Object.fromEntries(KINDS.map((kind) => [kind, Object.fromEntries(names[kind].map((name, at) => [name, card[kind][at]]))]));
  return {
    text: text(names, { cards, shops: figures }),
    numbers: { part: 'validation', shipped: named(shipped), fitted: named(cards.fitted), halves: crossed.map(named), shops: figures },
  };
};
