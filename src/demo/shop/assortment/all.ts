import { BOOKS } from './books.js';
import { COMPUTING } from './computing.js';
import { GARDEN } from './garden.js';
import { HEALTH } from './health.js';
import { HOME } from './home.js';
import { KITCHEN } from './kitchen.js';
import { PETS } from './pets.js';
import { POWER } from './power.js';
import type { Shelf } from './shelf.js';
import { SPORT } from './sport.js';
import { TOYS } from './toys.js';

/** Everything the sample shop sells, in the order of its menu. */
export const SHELVES: readonly Shelf[] = [
  ...TOYS,
  ...POWER,
  ...COMPUTING,
  ...KITCHEN,
  ...GARDEN,
  ...BOOKS,
  ...PETS,
  ...SPORT,
  ...HEALTH,
  ...HOME,
];
