import { line, type Shelf } from './shelf.js';

/** Gifts, wrapping and what every basket may end up with. */
export const HOME: readonly Shelf[] = [
  {
    path: ['home', 'gifts-wrapping'],
    about: 'The last thing in the basket.',
    lines: [
      line('gift-card', 'Gift Card £25', 'Homeward', 2500, { tags: ['giftable'] }),
      line('gift-wrap', 'Recycled Gift Wrap, 4 sheets', 'Homeward', 499, { variants: ['Stars', 'Leaves'] }),
      line('greeting-cards', 'Greeting Cards, pack of 8', 'Homeward', 899),
      line('advent-calendar', 'Wooden Advent Calendar', 'Homeward', 3499, { tags: ['giftable', 'christmas'] }),
      line('tree-lights', 'Tree Lights, 200 warm LEDs', 'Homeward', 2499, { tags: ['christmas'] }),
    ],
  },
  {
    path: ['home', 'comfort'],
    about: 'For evenings in.',
    lines: [
      line('candle', 'Soy Candle', 'Homeward', 1299, { tags: ['giftable'], variants: ['Fig', 'Cedar', 'Sea Salt'] }),
      line('wool-throw', 'Wool Throw', 'Stillwater', 6999, { tags: ['giftable'], variants: ['Oat', 'Moss', 'Ink'] }),
      line('cushion', 'Linen Cushion', 'Homeward', 2499, { variants: ['Oat', 'Rust', 'Sea'] }),
      line('desk-lamp', 'Desk Lamp', 'Homeward', 3999, { variants: ['White', 'Brass'] }),
    ],
  },
];
