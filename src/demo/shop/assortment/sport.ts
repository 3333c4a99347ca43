import { line, type Shelf } from './shelf.js';

/** Sport and outdoors. */
export const SPORT: readonly Shelf[] = [
  {
    path: ['sport', 'running'],
    about: 'Light, breathable and seen in the dark.',
    lines: [
      line('running-shoes', 'Lark Running Shoes', 'Fleetfoot', 8999, { variants: ['Size 6', 'Size 8', 'Size 10'] }),
      line('running-shoes-trail', 'Fell Trail Shoes', 'Fleetfoot', 10999, {
        variants: ['Size 6', 'Size 8', 'Size 10'],
        soldOut: ['Size 6'],
      }),
      line('running-socks', 'Running Socks, 3 pairs', 'Fleetfoot', 1499, { variants: ['Small', 'Large'] }),
      line('running-belt', 'Running Belt', 'Fleetfoot', 1799),
      line('head-torch', 'Head Torch', 'Cairn', 2999, { tags: ['needs-aaa'] }),
    ],
  },
  {
    path: ['sport', 'yoga'],
    about: 'A quiet corner to stretch in.',
    lines: [
      line('yoga-mat', 'Cork Yoga Mat', 'Stillwater', 4999, { variants: ['Natural', 'Slate'] }),
      line('yoga-mat-own', 'Everyday Yoga Mat', 'Homeward', 1999, { variants: ['Plum', 'Sea', 'Grey'] }),
      line('yoga-block', 'Cork Yoga Block', 'Stillwater', 1299),
      line('yoga-strap', 'Yoga Strap', 'Stillwater', 899),
      line('foam-roller', 'Foam Roller', 'Homeward', 1799),
    ],
  },
  {
    path: ['sport', 'cycling'],
    about: 'Made for rain, hills and lamp posts.',
    lines: [
      line('bike-helmet', 'Commuter Helmet', 'Spokesmith', 4999, { variants: ['White', 'Black', 'Lime'] }),
      line('bike-lights', 'Bike Light Set', 'Spokesmith', 2499, { tags: ['needs-aaa'] }),
      line('bike-lock', 'D-Lock', 'Spokesmith', 4499),
      line('bike-pump', 'Track Pump', 'Spokesmith', 2999),
      line('inner-tubes', 'Inner Tubes, pack of 2', 'Spokesmith', 999),
      line('bike-rack', 'Rear Rack, discontinued', 'Spokesmith', 3499, { active: false }),
    ],
  },
  {
    path: ['sport', 'camping'],
    about: 'Packs small and stands up to weather.',
    lines: [
      line('tent', 'Ridge Two-Person Tent', 'Cairn', 17999, { variants: ['Green', 'Orange'] }),
      line('sleeping-bag', 'Three-Season Sleeping Bag', 'Cairn', 7999),
      line('sleeping-mat', 'Self-Inflating Mat', 'Cairn', 4999),
      line('camp-stove', 'Camping Stove', 'Cairn', 3999),
      line('gas-canister', 'Gas Canister', 'Cairn', 699),
      line('camp-lantern', 'Camping Lantern', 'Cairn', 2499, { tags: ['needs-aa'] }),
      line('water-bottle', 'Steel Water Bottle', 'Homeward', 1999, { variants: ['Blue', 'Sand', 'Black'] }),
      line('tent-old', 'Moor Tent, discontinued', 'Cairn', 14999, { active: false }),
    ],
  },
];
