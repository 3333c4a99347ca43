// The same arithmetic by hand, as an alternative to compare with: numbers instead of ids, typed arrays filled beforehand; no rules, reasons,
// evidence, names or pages.

const FIRST_TIME = { intercept: -3.729, neighbours: 0.583, shoppingDays: -0.589, demand: 0.604, trend: 1.473, floor: 0.02 };
const AGAIN = { intercept: -1.125, purchaseDays: 0.76, recentDays: 0.538, shoppingDays: -0.43, repeatRate: 0.734, demand: 0.091, trend: 1.063, floor: 0.01 };

/** The best few of what is offered, best first. */
const topOf = (most) => {
  const [products, scores] = [new Int32Array(most), new Float64Array(most)];
  let held = 0;
  return {
    offer: (product, score) => {
      if (held === most && score <= scores[most - 1]) return;
      let place = held < most ? held++ : most - 1;
      while (place > 0 && scores[place - 1] < score) {
        scores[place] = scores[place - 1];
        products[place] = products[place - 1];
        place -= 1;
      }
      scores[place] = score;
      products[place] = product;
    },
    products: () => products.subarray(0, held),
  };
};

/** @param {ReturnType<import('./made-up-shop.mjs').madeUpShop>} shop */
export const lowerBound = (shop) => {
  const sellable = Uint8Array.from(shop.products, ({ inStock, active }) => Number(inStock && active));
  const sums = new Float64Array(shop.size);
  const touched = new Int32Array(shop.size);
  const [demand, trend, repeatRate] = ['demand', 'trend', 'repeatRate'].map((column) => Float64Array.from(shop.demand[column]));
  const numbersOf = (ids) => Int32Array.from(ids, shop.numberOf);

  const complementsOf = (anchors) => {
    const own = new Set(anchors);
    const lists = anchors.map((anchor) => shop.coPurchase(anchor)).map(({ neighbourIds, scores, basketScores }) => ({
      ids: numbersOf(neighbourIds),
      scores: Float64Array.from(scores, (score, place) => (anchors.length === 1 ? score : basketScores[place] + score / 1_000)),
    }));
    return (first) => {
      const top = topOf(first);
      let met = 0;
      for (const { ids, scores } of lists)
        for (let place = 0; place < ids.length; place += 1) {
          if (sums[ids[place]] === 0) touched[met++] = ids[place];
          sums[ids[place]] += scores[place];
        }
      for (let at = 0; at < met; at += 1) {
        if (sellable[touched[at]] === 1 && !own.has(touched[at])) top.offer(touched[at], sums[touched[at]]);
        sums[touched[at]] = 0;
      }
      return top.products();
    };
  };

  const picksOf = ({ products }) => {
    const owned = new Uint8Array(shop.size);
    const habits = products.map((habit) => ({ ...habit, number: shop.numberOf(habit.productId) }));
    const shoppingDays = Math.log(Math.max(...products.map(({ chances }) => chances)));
    const [again, firstTime] = [AGAIN, FIRST_TIME].map((card) => card.intercept + card.shoppingDays * shoppingDays);
    for (const { number } of habits) owned[number] = 1;
    const seeds = habits.map(({ number, purchaseWeight }) => {
      const { ids, scores } = shop.similarity(number).bought;
      return { ids: numbersOf(ids), scores: Float64Array.from(scores), weight: purchaseWeight };
    });
    return (first) => {
      const top = topOf(first);
      for (const { number, purchaseDays, recentDays } of habits) {
        const odds = again + AGAIN.purchaseDays * Math.log(purchaseDays) + AGAIN.recentDays * Math.log(recentDays + AGAIN.floor) +
          AGAIN.repeatRate * Math.log(repeatRate[number]) +
          AGAIN.demand * demand[number] + AGAIN.trend * trend[number];
        if (sellable[number] === 1) top.offer(number, 1 / (1 + Math.exp(-odds)));
      }
      let met = 0;
      for (const { ids, scores, weight } of seeds)
        for (let place = 0; place < ids.length; place += 1) {
          if (sums[ids[place]] === 0) touched[met++] = ids[place];
          sums[ids[place]] += weight * scores[place];
        }
      for (let at = 0; at < met; at += 1) {
        const number = touched[at];
        if (sellable[number] === 1 && owned[number] === 0) {
          const odds = firstTime + FIRST_TIME.neighbours * Math.log(sums[number] + FIRST_TIME.floor) +
            FIRST_TIME.demand * demand[number] + FIRST_TIME.trend * trend[number];
          top.offer(number, 1 / (1 + Math.exp(-odds)));
        }
        sums[number] = 0;
      }
      return top.products();
    };
  };
  return { complementsOf, picksOf };
};
