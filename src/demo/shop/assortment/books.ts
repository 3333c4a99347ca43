import { line, type Shelf } from './shelf.js';

const GIFT = ['giftable'];

/** Books. */
export const BOOKS: readonly Shelf[] = [
  {
    path: ['books', 'fiction'],
    about: 'Paperback, hard to put down.',
    lines: [
      line('book-saltings', 'The Saltings', 'Heron Press', 999, { tags: GIFT }),
      line('book-saltings-2', 'The Saltings: High Water', 'Heron Press', 999, { tags: GIFT }),
      line('book-saltings-3', 'The Saltings: Ebb', 'Heron Press', 999, { tags: GIFT }),
      line('book-clockmaker', 'The Clockmaker’s Daughter-in-Law', 'Heron Press', 1099),
      line('book-night-train', 'Night Train to Aberlour', 'Platform Books', 899),
      line('book-orchard', 'An Orchard in Winter', 'Platform Books', 899),
      line('book-detective', 'Inspector Marsh Takes the Ferry', 'Platform Books', 899),
      line('book-detective-2', 'Inspector Marsh and the Tide Tables', 'Platform Books', 899),
    ],
  },
  {
    path: ['books', 'children'],
    about: 'To be read aloud, again and again.',
    lines: [
      line('book-otter', 'Ottilie Goes Upstream', 'Cuddlecove', 799, { tags: GIFT }),
      line('book-robots', 'How Robots Think', 'Cogworks', 1299, { tags: GIFT }),
      line('book-bedtime', 'Twelve Bedtime Boats', 'Heron Press', 899, { tags: GIFT }),
      line('book-coding', 'Coding for Curious Kids', 'Cogworks', 1499, { tags: GIFT }),
    ],
  },
  {
    path: ['books', 'cookbooks'],
    about: 'Recipes that work on a Tuesday.',
    lines: [
      line('book-bread', 'Slow Bread', 'Table Books', 2199, { tags: GIFT }),
      line('book-skillet', 'One Skillet', 'Table Books', 1999, { tags: GIFT }),
      line('book-coffee', 'The Home Barista', 'Table Books', 1799, { tags: GIFT }),
      line('book-wok', 'Fire and Wok', 'Table Books', 1999, { tags: GIFT }),
      line('book-fire', 'Cooking over Fire', 'Table Books', 2199, { tags: GIFT }),
    ],
  },
  {
    path: ['books', 'hobbies'],
    about: 'Know-how from people who have made the mistakes.',
    lines: [
      line('book-kitchen-garden', 'The Small Kitchen Garden', 'Furrow', 1899, { tags: GIFT }),
      line('book-puppy', 'The Patient Puppy Book', 'Platform Books', 1299),
      line('book-trails', 'Fifty Weekend Trails', 'Platform Books', 1499, { tags: GIFT }),
      line('book-yoga', 'Yoga Before Breakfast', 'Platform Books', 1399),
      line('reading-light', 'Clip-On Reading Light', 'Homeward', 1299, { tags: ['needs-aaa', 'giftable'] }),
    ],
  },
];
