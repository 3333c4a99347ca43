import { line, type Shelf } from './shelf.js';

/** Dogs and cats. */
export const PETS: readonly Shelf[] = [
  {
    path: ['pets', 'dogs', 'dog-food'],
    about: 'Complete food, nothing to hide.',
    lines: [
      line('dog-food-chicken', 'Chicken & Rice Dog Food', 'Wagtail', 4299, { variants: ['12 kg', '3 kg'] }),
      line('dog-food-salmon', 'Salmon & Potato Dog Food', 'Wagtail', 4699, { variants: ['12 kg', '3 kg'] }),
      line('dog-food-puppy', 'Puppy Dog Food, 10 kg', 'Wagtail', 4499),
      line('dog-food-own', 'Everyday Dog Food, 12 kg', 'Homeward', 2999),
    ],
  },
  {
    path: ['pets', 'dogs', 'dog-treats'],
    about: 'A small thank-you for sitting still.',
    lines: [
      line('dog-chews', 'Dental Chews, pack of 28', 'Wagtail', 1299),
      line('dog-biscuits', 'Oat Biscuits, 400 g', 'Homeward', 499),
      line('dog-jerky', 'Chicken Jerky, 250 g', 'Wagtail', 899),
    ],
  },
  {
    path: ['pets', 'dogs', 'dog-gear'],
    about: 'For muddy paths and long sleeps.',
    lines: [
      line('dog-bed', 'Orthopaedic Dog Bed', 'Homeward', 5999, { variants: ['Medium', 'Large'] }),
      line('dog-lead', 'Rope Dog Lead', 'Packhorse', 1499, { variants: ['Blue', 'Red'] }),
      line('dog-collar', 'Leather Dog Collar', 'Hidewell', 2499, { tags: ['leather'], variants: ['Small', 'Medium', 'Large'] }),
      line('poo-bags', 'Compostable Poo Bags, 200', 'Homeward', 799),
      line('dog-ball', 'Bouncy Rubber Ball', 'Wagtail', 599),
      line('dog-towel', 'Dog Drying Towel', 'Homeward', 1499),
    ],
  },
  {
    path: ['pets', 'cats', 'cat-food'],
    about: 'Approved by the fussiest.',
    lines: [
      line('cat-food-pouches', 'Cat Food Pouches, 40 pack', 'Purrsley', 1899),
      line('cat-food-dry', 'Dry Cat Food, 4 kg', 'Purrsley', 1799),
      line('cat-food-kitten', 'Kitten Pouches, 40 pack', 'Purrsley', 1999),
      line('cat-treats', 'Crunchy Cat Treats', 'Purrsley', 349),
    ],
  },
  {
    path: ['pets', 'cats', 'cat-gear'],
    about: 'For the real owner of the house.',
    lines: [
      line('cat-litter', 'Wood Cat Litter, 30 l', 'Homeward', 1199),
      line('litter-tray', 'Covered Litter Tray', 'Purrsley', 2999),
      line('scratching-post', 'Sisal Scratching Post', 'Purrsley', 3499),
      line('cat-tunnel', 'Crinkle Tunnel', 'Purrsley', 1499),
      line('cat-laser', 'Laser Mouse', 'Purrsley', 899, { tags: ['needs-aaa', 'clearance'] }),
    ],
  },
];
