import { line, type Shelf } from './shelf.js';

/** Kitchen and coffee. */
export const KITCHEN: readonly Shelf[] = [
  {
    path: ['kitchen', 'cookware', 'pans'],
    about: 'Even heat, and better with every year.',
    lines: [
      line('skillet-26', 'Cast-Iron Skillet 26 cm', 'Ironmoor', 3999, { tags: ['cast-iron'] }),
      line('skillet-30', 'Cast-Iron Skillet 30 cm', 'Ironmoor', 4999, { tags: ['cast-iron'] }),
      line('casserole', 'Enamelled Casserole 4.5 l', 'Ironmoor', 12999, {
        tags: ['cast-iron', 'giftable'],
        variants: ['Cream', 'Teal', 'Brick'],
      }),
      line('griddle', 'Cast-Iron Griddle Plate', 'Ironmoor', 4499, { tags: ['cast-iron'] }),
      line('saucepan-set', 'Saucepan Set, 3 pieces', 'Homeward', 6999),
      line('frying-pan', 'Non-Stick Frying Pan', 'Panache', 2999, { variants: ['24 cm', '28 cm'] }),
      line('wok', 'Carbon Steel Wok', 'Panache', 3499),
    ],
  },
  {
    path: ['kitchen', 'cookware', 'pan-care'],
    about: 'Two minutes of care for a pan that lasts.',
    lines: [
      line('cast-iron-care-kit', 'Cast-Iron Care Kit', 'Ironmoor', 1499),
      line('chainmail-scrubber', 'Chainmail Scrubber', 'Ironmoor', 1199),
      line('pan-handle-cover', 'Pan Handle Cover', 'Homeward', 799, { variants: ['Grey', 'Red'] }),
    ],
  },
  {
    path: ['kitchen', 'knives-boards'],
    about: 'Sharp where it matters.',
    lines: [
      line('knife-chef', 'Chef’s Knife 20 cm', 'Whetstone & Sons', 5999, { tags: ['giftable'] }),
      line('knife-santoku', 'Santoku Knife 17 cm', 'Whetstone & Sons', 6499, { tags: ['giftable'] }),
      line('knife-paring', 'Paring Knife 9 cm', 'Whetstone & Sons', 2499),
      line('knife-sharpener', 'Two-Stage Knife Sharpener', 'Whetstone & Sons', 2299),
      line('chopping-board', 'Beech Chopping Board', 'Homeward', 2499, { variants: ['Medium', 'Large'] }),
      line('knife-block', 'Magnetic Knife Block', 'Homeward', 3999),
    ],
  },
  {
    path: ['kitchen', 'baking'],
    about: 'For loaves, layers and birthdays.',
    lines: [
      line('loaf-tin', 'Loaf Tin', 'Panache', 1299, { variants: ['1 lb', '2 lb'] }),
      line('cake-tin', 'Springform Cake Tin', 'Panache', 1499, { variants: ['20 cm', '23 cm'] }),
      line('proving-basket', 'Proving Basket', 'Homeward', 1599),
      line('kitchen-scale', 'Digital Kitchen Scale', 'Homeward', 1999, { tags: ['needs-aaa'] }),
      line('stand-mixer', 'Stand Mixer', 'Panache', 24999, { variants: ['Cream', 'Sage'] }),
      line('baking-mats', 'Silicone Baking Mats, set of 2', 'Homeward', 1399),
      line('strong-flour', 'Strong White Flour, 6 kg', 'Millrace', 999),
    ],
  },
  {
    path: ['kitchen', 'coffee', 'coffee-machines'],
    about: 'A proper cup at home before the kettle has boiled.',
    lines: [
      line('espresso-machine', 'Brezza Espresso Machine', 'Caffello', 27900, { variants: ['Steel', 'Black', 'Cream'] }),
      line('espresso-pro', 'Brezza Pro Espresso Machine', 'Caffello', 54900),
      line('filter-machine', 'Morning Filter Machine', 'Homeward', 5999),
      line('french-press', 'Glass French Press', 'Homeward', 2499, { variants: ['350 ml', '1 l'] }),
      line('moka-pot', 'Moka Pot', 'Caffello', 2999, { variants: ['3 cups', '6 cups'] }),
    ],
  },
  {
    path: ['kitchen', 'coffee', 'coffee-beans'],
    about: 'Roasted this week in small batches.',
    lines: [
      line('beans-house', 'House Espresso Beans', 'Rookery Roast', 1899, { variants: ['1 kg', '250 g'] }),
      line('beans-dark', 'Dark Harbour Beans, 1 kg', 'Rookery Roast', 1999),
      line('beans-single', 'Single-Origin Beans, 500 g', 'Rookery Roast', 1599),
      line('beans-decaf', 'Decaf Beans, 1 kg', 'Rookery Roast', 1999),
      line('beans-own', 'Everyday Beans, 1 kg', 'Homeward', 1299),
    ],
  },
  {
    path: ['kitchen', 'coffee', 'coffee-care'],
    about: 'Keeps the machine tasting of coffee only.',
    lines: [
      line('descaler', 'Descaler, 2 × 250 ml', 'Caffello', 1099),
      line('cleaning-tablets', 'Cleaning Tablets, tube of 10', 'Caffello', 999),
      line('water-filter', 'Machine Water Filter', 'Caffello', 1299),
    ],
  },
  {
    path: ['kitchen', 'coffee', 'coffee-tools'],
    about: 'Small things that make the better cup.',
    lines: [
      line('grinder', 'Burr Coffee Grinder', 'Caffello', 12900, { variants: ['Steel', 'Black'] }),
      line('grinder-hand', 'Hand Coffee Grinder', 'Homeward', 4999),
      line('milk-jug', 'Milk Jug', 'Caffello', 1499, { variants: ['350 ml', '600 ml'] }),
      line('tamper', 'Weighted Tamper', 'Caffello', 1999, { tags: ['giftable'] }),
      line('espresso-cups', 'Espresso Cups, set of 4', 'Homeward', 1799, { tags: ['giftable'], variants: ['White', 'Ink'] }),
      line('filter-papers', 'Filter Papers, pack of 100', 'Homeward', 399),
    ],
  },
];
