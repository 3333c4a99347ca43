import { line, type Shelf } from './shelf.js';

/** Garden, balcony and shed. */
export const GARDEN: readonly Shelf[] = [
  {
    path: ['garden', 'growing', 'seeds'],
    about: 'Sown in an afternoon, picked all summer.',
    lines: [
      line('seeds-tomato', 'Tomato Seeds, Gardener’s Delight', 'Furrow', 299),
      line('seeds-basil', 'Basil Seeds', 'Furrow', 249),
      line('seeds-beans', 'Runner Bean Seeds', 'Furrow', 299),
      line('seeds-wildflower', 'Wildflower Meadow Mix', 'Furrow', 499, { tags: ['giftable'] }),
      line('seeds-salad', 'Cut-and-Come-Again Salad Seeds', 'Furrow', 249),
      line('seeds-sunflower', 'Giant Sunflower Seeds', 'Furrow', 249),
    ],
  },
  {
    path: ['garden', 'growing', 'soil-feed'],
    about: 'Peat-free and kind to worms.',
    lines: [
      line('compost', 'Peat-Free Compost, 40 l', 'Loamwell', 899),
      line('tomato-feed', 'Tomato Feed, 1 l', 'Loamwell', 699),
      line('seed-compost', 'Seed Compost, 20 l', 'Loamwell', 699),
      line('plant-labels', 'Wooden Plant Labels, pack of 50', 'Homeward', 399),
    ],
  },
  {
    path: ['garden', 'growing', 'pots'],
    about: 'For windowsills, steps and balconies.',
    lines: [
      line('pot-terracotta', 'Terracotta Pot', 'Homeward', 799, { variants: ['15 cm', '20 cm', '30 cm'] }),
      line('pot-glazed', 'Glazed Pot', 'Kilnside', 2499, { variants: ['Blue', 'Moss'], tags: ['giftable'] }),
      line('seed-trays', 'Seed Trays with Lids, set of 3', 'Homeward', 1199),
      line('propagator', 'Heated Propagator', 'Furrow', 3499),
    ],
  },
  {
    path: ['garden', 'tools'],
    about: 'Ash handles, forged heads, no nonsense.',
    lines: [
      line('secateurs', 'Bypass Secateurs', 'Hedgerow', 2499, { tags: ['giftable'] }),
      line('secateurs-holster', 'Leather Secateurs Holster', 'Hidewell', 2199, { tags: ['leather', 'giftable'] }),
      line('hand-trowel', 'Hand Trowel', 'Hedgerow', 1499),
      line('hand-fork', 'Hand Fork', 'Hedgerow', 1499),
      line('border-spade', 'Border Spade', 'Hedgerow', 3999),
      line('gloves-garden', 'Gardening Gloves', 'Homeward', 999, { variants: ['Small', 'Medium', 'Large'] }),
      line('lawn-mower', 'Cordless Lawn Mower', 'Hedgerow', 24999),
    ],
  },
  {
    path: ['garden', 'watering'],
    about: 'Every drop where it should go.',
    lines: [
      line('watering-can', 'Watering Can 9 l', 'Homeward', 2499, { variants: ['Green', 'Cream'] }),
      line('hose', 'Garden Hose 20 m', 'Rillside', 2999),
      line('hose-nozzle', 'Seven-Pattern Hose Nozzle', 'Rillside', 1299),
      line('hose-reel', 'Wall Hose Reel', 'Rillside', 5999),
      line('water-timer', 'Watering Timer', 'Rillside', 2999, { tags: ['needs-aa'] }),
    ],
  },
  {
    path: ['garden', 'living'],
    about: 'For the first warm evening and the last.',
    lines: [
      line('fire-pit', 'Steel Fire Pit', 'Emberly', 8999),
      line('barbecue', 'Kettle Barbecue', 'Emberly', 12999),
      line('charcoal', 'Restaurant Charcoal, 10 kg', 'Emberly', 1999),
      line('bbq-tongs', 'Long Barbecue Tongs', 'Homeward', 1299),
      line('festoon-lights', 'Festoon Lights 10 m', 'Homeward', 2999),
      line('parasol', 'Garden Parasol, last season', 'Homeward', 4999, { tags: ['clearance'], variants: ['Sand', 'Green'] }),
    ],
  },
];
