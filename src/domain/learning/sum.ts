/** The sum of numbers, in the order in which they come: sums of fractions depend on it. */
export const sum = (numbers: Iterable<number>): number => {
  let total = 0;
  for (const number of numbers) total += number;
  return total;
};
