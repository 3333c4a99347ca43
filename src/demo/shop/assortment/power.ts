import { line, type Shelf } from './shelf.js';

/** Batteries, chargers and cables. */
export const POWER: readonly Shelf[] = [
  {
    path: ['power', 'batteries', 'single-use'],
    about: 'Fresh for ten years in the drawer.',
    lines: [
      line('aa-battery', 'AA Alkaline Battery, single', 'Voltix', 79),
      line('aa-batteries-8', 'AA Alkaline Batteries, pack of 8', 'Voltix', 599),
      line('aa-batteries-24', 'AA Alkaline Batteries, pack of 24', 'Homeward', 1099),
      line('aaa-batteries-8', 'AAA Alkaline Batteries, pack of 8', 'Voltix', 599),
      line('9v-battery', '9 V Battery', 'Voltix', 449),
      line('coin-batteries', 'CR2032 Coin Batteries, pack of 4', 'Voltix', 399),
    ],
  },
  {
    path: ['power', 'batteries', 'rechargeable'],
    about: 'Charges a thousand times before it tires.',
    lines: [
      line('aa-rechargeable-4', 'Rechargeable AA, pack of 4', 'Voltix', 1199),
      line('aaa-rechargeable-4', 'Rechargeable AAA, pack of 4', 'Voltix', 1099),
      line('battery-charger', 'Four-Bay Battery Charger', 'Voltix', 1999),
    ],
  },
  {
    path: ['power', 'chargers'],
    about: 'Small, cool and quick.',
    lines: [
      line('charger-30w', 'USB-C Wall Charger 30 W', 'Amply', 1999, { variants: ['White', 'Black'] }),
      line('charger-65w', 'USB-C Laptop Charger 65 W', 'Amply', 3499, { variants: ['White', 'Black'] }),
      line('charger-own', 'USB-C Wall Charger 20 W', 'Homeward', 1299),
      line('power-bank', 'Power Bank 10,000 mAh', 'Amply', 2999, { variants: ['Navy', 'Sand'] }),
      line('travel-adapter', 'World Travel Adapter', 'Amply', 2499),
    ],
  },
  {
    path: ['power', 'cables'],
    about: 'Braided, and long enough for the sofa.',
    lines: [
      line('cable-usbc', 'USB-C Cable', 'Amply', 999, { variants: ['1 m', '2 m', '3 m'] }),
      line('cable-hdmi', 'HDMI Cable', 'Amply', 1199, { variants: ['2 m', '5 m'] }),
      line('cable-ethernet', 'Ethernet Cable, 3 m', 'Homeward', 699),
      line('cable-ties', 'Cable Tidy Straps, pack of 20', 'Homeward', 499),
    ],
  },
];
