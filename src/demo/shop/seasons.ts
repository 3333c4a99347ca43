/** How much likelier than usual a department is visited, by month, January first. */
const SEASONS: ReadonlyMap<string, readonly number[]> = new Map([
  ['toys', [0.6, 0.7, 0.8, 0.8, 0.8, 0.9, 1, 0.9, 0.9, 1.2, 1.9, 2.4]],
  ['garden', [0.3, 0.6, 1.6, 2.2, 2.3, 1.8, 1.3, 1, 0.8, 0.6, 0.3, 0.2]],
  ['computing', [1, 0.9, 0.9, 0.9, 0.9, 1, 1, 1.3, 1.4, 1, 1.3, 1.2]],
  ['sport', [1.4, 1.1, 1.1, 1.1, 1.2, 1.2, 1.1, 1, 0.9, 0.8, 0.7, 0.7]],
  ['home', [0.7, 0.7, 0.8, 0.8, 0.8, 0.8, 0.8, 0.8, 1, 1.3, 2, 2.6]],
]);

/** The season of a department on a day; 1 is the usual. */
export const seasonOf = (department: string, day: Date): number => SEASONS.get(department)?.[day.getUTCMonth()] ?? 1;
