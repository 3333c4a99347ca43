/** Something a customer buys again and again. */
export interface Routine {
  /** Families of which a customer settles on one and stays with it. */
  readonly families: readonly string[];
  /** About every so many days. */
  readonly everyDays: number;
  /** How many customers of the persona have this routine, 0 to 1. */
  readonly share: number;
}

/** A kind of customer. */
export interface Persona {
  readonly name: string;
  /** How common it is, relative to the others. */
  readonly weight: number;
  /** Fewest and most visits with an order in a year, routines not counted. */
  readonly ordersPerYear: readonly [number, number];
  /** Category ids, and how much of the persona's interest each has. */
  readonly interests: Readonly<Record<string, number>>;
  readonly routines: readonly Routine[];
}

const coffeeAtHome = (share: number): Routine => ({
  families: ['beans-house', 'beans-dark', 'beans-own', 'beans-decaf'],
  everyDays: 34,
  share,
});

const batteries = (share: number): Routine => ({ families: ['aa-batteries-8', 'aa-batteries-24'], everyDays: 75, share });

/** Who shops here. */
export const PERSONAS: readonly Persona[] = [
  {
    name: 'parent',
    weight: 24,
    ordersPerYear: [2, 6],
    interests: {
      'remote-control': 6,
      robots: 3,
      'building-sets': 3,
      'puzzles-games': 2,
      'soft-toys': 2,
      children: 3,
      'first-aid': 1,
      baking: 1,
    },
    routines: [batteries(0.3)],
  },
  {
    name: 'gamer',
    weight: 10,
    ordersPerYear: [2, 5],
    interests: { gaming: 7, 'mice-keyboards': 2, 'hubs-stands': 1, laptops: 2, batteries: 1, 'coffee-beans': 0.5 },
    routines: [batteries(0.15)],
  },
  {
    name: 'cook',
    weight: 16,
    ordersPerYear: [2, 5],
    interests: { pans: 4, 'knives-boards': 3, baking: 3, cookbooks: 2, 'coffee-machines': 0.7, 'coffee-tools': 1, 'pan-care': 0.6 },
    routines: [coffeeAtHome(0.2), { families: ['strong-flour'], everyDays: 50, share: 0.12 }],
  },
  {
    name: 'coffee lover',
    weight: 10,
    ordersPerYear: [1, 3],
    interests: { 'coffee-machines': 4, 'coffee-tools': 3, 'coffee-beans': 2, cookbooks: 0.5 },
    routines: [coffeeAtHome(0.75), { families: ['descaler', 'cleaning-tablets'], everyDays: 90, share: 0.5 }],
  },
  {
    name: 'gardener',
    weight: 14,
    ordersPerYear: [2, 5],
    interests: { growing: 6, garden: 3, hobbies: 0.7, living: 1 },
    routines: [],
  },
  {
    name: 'commuter',
    weight: 14,
    ordersPerYear: [1, 4],
    interests: { laptops: 5, 'bags-sleeves': 2, accessories: 3, chargers: 3, cables: 1, cycling: 2, fiction: 1 },
    routines: [],
  },
  {
    name: 'dog owner',
    weight: 10,
    ordersPerYear: [1, 3],
    interests: { 'dog-gear': 4, 'dog-treats': 2, 'dog-food': 1, fiction: 0.5 },
    routines: [
      { families: ['dog-food-chicken', 'dog-food-salmon', 'dog-food-own'], everyDays: 50, share: 0.65 },
      { families: ['poo-bags'], everyDays: 80, share: 0.25 },
    ],
  },
  {
    name: 'cat owner',
    weight: 9,
    ordersPerYear: [1, 3],
    interests: { 'cat-gear': 4, 'cat-food': 2, fiction: 1, comfort: 0.7 },
    routines: [{ families: ['cat-food-pouches', 'cat-food-dry'], everyDays: 42, share: 0.6 }],
  },
  {
    name: 'runner',
    weight: 9,
    ordersPerYear: [1, 4],
    interests: { running: 4, yoga: 2, camping: 2, cycling: 1, supplements: 0.8 },
    routines: [{ families: ['vitamin-d', 'vitamin-multi'], everyDays: 90, share: 0.15 }],
  },
  {
    name: 'reader',
    weight: 11,
    ordersPerYear: [2, 5],
    interests: { fiction: 5, hobbies: 2, laptops: 0.6, cookbooks: 1, comfort: 2, 'puzzles-games': 1 },
    routines: [],
  },
  {
    name: 'camper',
    weight: 6,
    ordersPerYear: [1, 3],
    interests: { camping: 6, running: 1, living: 1, hobbies: 0.5 },
    routines: [],
  },
];
