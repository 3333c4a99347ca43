import { line, type Shelf } from './shelf.js';

/** Health: sold to everybody, personalised for nobody (see rules.yaml). */
export const HEALTH: readonly Shelf[] = [
  {
    path: ['health', 'supplements'],
    about: 'One a day, with breakfast.',
    lines: [
      line('vitamin-d', 'Vitamin D, 90 tablets', 'Wellspring', 799),
      line('vitamin-multi', 'Multivitamins, 90 tablets', 'Wellspring', 999),
      line('iron-tablets', 'Gentle Iron, 60 tablets', 'Wellspring', 899),
      line('folic-acid', 'Folic Acid, 90 tablets', 'Wellspring', 699),
    ],
  },
  {
    path: ['health', 'tests-monitors'],
    about: 'Clear readings at home.',
    lines: [
      line('blood-pressure', 'Blood Pressure Monitor', 'Wellspring', 3999, { tags: ['needs-aa'] }),
      line('thermometer', 'Ear Thermometer', 'Wellspring', 2999, { tags: ['needs-aaa'] }),
      line('pregnancy-test', 'Pregnancy Test, pack of 2', 'Wellspring', 899),
    ],
  },
  {
    path: ['health', 'first-aid'],
    about: 'For knees, fingers and bad luck.',
    lines: [
      line('first-aid-kit', 'Home First-Aid Kit', 'Wellspring', 1999),
      line('plasters', 'Fabric Plasters, pack of 100', 'Homeward', 399),
      line('hot-water-bottle', 'Knitted Hot-Water Bottle', 'Homeward', 1799, { tags: ['giftable'], variants: ['Oat', 'Forest'] }),
    ],
  },
];
