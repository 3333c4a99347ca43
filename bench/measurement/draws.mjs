// Draws from the distributions that a shop is made of; `random` is a fair stream of numbers from 0 to 1.

/** A standard normal number (Box & Muller 1958). */
export const normal = (random) => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());

/** A lognormal number, and its mean. */
export const lognormal = (random, { median, sigma }) => median * Math.exp(sigma * normal(random));
export const lognormalMean = ({ median, sigma }) => median * Math.exp(sigma ** 2 / 2);

/** How often something happens whose rate is itself exponentially distributed over customers: geometric, many never and few often. */
export const geometric = (random, mean) => Math.floor(Math.log(1 - random()) / Math.log(mean / (1 + mean)));

/** How many of so many happen, by skipping from one to the next: costs what happens, not what does not (Devroye 1986, X.4). */
export const binomial = (random, size, share) => {
  if (share >= 1) return size;
  if (share <= 0) return 0;
  const rate = Math.log(1 - share);
  let [hits, at] = [0, 0];
  for (;;) {
    at += Math.floor(Math.log(1 - random()) / rate) + 1;
    if (at > size) return hits;
    hits += 1;
  }
};
