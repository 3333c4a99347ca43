import { line, type Shelf } from './shelf.js';

const NEEDS_AA = ['needs-aa', 'giftable'];
const GIFT = ['giftable'];

/** Toys; what needs batteries says so in its tags. */
export const TOYS: readonly Shelf[] = [
  {
    path: ['toys', 'remote-control', 'rc-cars'],
    about: 'Ready to race out of the box, once the batteries are in.',
    lines: [
      line('rc-car', 'Dune Racer RC Car', 'Zoomtoys', 2499, { tags: NEEDS_AA, variants: ['Red', 'Blue', 'Green'], soldOut: ['Green'] }),
      line('rc-buggy', 'Sand Hopper RC Buggy', 'Zoomtoys', 3499, { tags: NEEDS_AA, variants: ['Orange', 'Black'] }),
      line('rc-truck', 'Mud Monster RC Truck', 'Trackline', 3999, { tags: NEEDS_AA }),
      line('rc-rally', 'Rally Replica RC 1:16', 'Trackline', 5499, { tags: NEEDS_AA }),
      line('rc-starter', 'My First RC Car', 'Homeward', 1699, { tags: NEEDS_AA }),
    ],
  },
  {
    path: ['toys', 'remote-control', 'rc-flying'],
    about: 'Steady in the air and easy to learn.',
    lines: [
      line('rc-drone', 'Skylark Mini Drone', 'Trackline', 4499, { tags: GIFT }),
      line('rc-helicopter', 'Hoverfly Helicopter', 'Zoomtoys', 3299, { tags: NEEDS_AA }),
      line('rc-glider', 'Gull Foam Glider', 'Zoomtoys', 2799, { tags: GIFT, soldOut: ['all'] }),
    ],
  },
  {
    path: ['toys', 'robots'],
    about: 'Build it, code it and watch it come to life.',
    lines: [
      line('robot-kit', 'Pip Programmable Robot Kit', 'Cogworks', 5999, { tags: NEEDS_AA }),
      line('robot-dog', 'Rover Robot Dog', 'Cogworks', 4299, { tags: NEEDS_AA, variants: ['White', 'Grey'] }),
      line('robot-arm', 'Desk Robot Arm', 'Cogworks', 7499, { tags: GIFT }),
      line('robot-bug', 'Solar Bug Robot', 'Zoomtoys', 1499, { tags: GIFT }),
      line('robot-sensors', 'Pip Sensor Pack', 'Cogworks', 2499),
      line('robot-wheels', 'Pip All-Terrain Wheels', 'Cogworks', 1299),
    ],
  },
  {
    path: ['toys', 'building-sets'],
    about: 'Bricks that fit everything else you have built.',
    lines: [
      line('bricks-classic', 'Classic Brick Box, 500 pieces', 'Brickfield', 2999, { tags: GIFT }),
      line('bricks-castle', 'Castle Brick Set', 'Brickfield', 4999, { tags: GIFT }),
      line('bricks-train', 'Little Railway Brick Set', 'Brickfield', 5499, { tags: NEEDS_AA }),
      line('bricks-space', 'Moon Base Brick Set', 'Brickfield', 3999, { tags: GIFT }),
      line('bricks-plates', 'Baseplates, set of 4', 'Brickfield', 1499, { variants: ['Green', 'Grey'] }),
      line('bricks-storage', 'Sort & Store Brick Case', 'Homeward', 1899),
    ],
  },
  {
    path: ['toys', 'puzzles-games'],
    about: 'An hour away from screens for the whole table.',
    lines: [
      line('puzzle-harbour', 'Harbour at Dawn Jigsaw, 1000 pieces', 'Pieceful', 1499, { tags: GIFT }),
      line('puzzle-botanic', 'Botanic Garden Jigsaw, 1000 pieces', 'Pieceful', 1499, { tags: GIFT }),
      line('puzzle-mat', 'Roll-Up Jigsaw Mat', 'Pieceful', 1799),
      line('game-orchard', 'Orchard Thieves Board Game', 'Tabletop & Co', 2799, { tags: GIFT }),
      line('game-lighthouse', 'Lighthouse Keepers Board Game', 'Tabletop & Co', 3299, { tags: GIFT }),
      line('game-cards', 'Waterproof Playing Cards', 'Homeward', 599),
      line('game-sleeves', 'Card Sleeves, pack of 100', 'Tabletop & Co', 699),
    ],
  },
  {
    path: ['toys', 'soft-toys'],
    about: 'Soft, washable and fond of company.',
    lines: [
      line('plush-otter', 'Ottilie the Otter', 'Cuddlecove', 1899, { tags: GIFT, variants: ['Small', 'Large'] }),
      line('plush-badger', 'Bertram the Badger', 'Cuddlecove', 1899, { tags: GIFT, variants: ['Small', 'Large'] }),
      line('plush-nightlight', 'Sleepy Fox Night-Light', 'Cuddlecove', 2499, { tags: ['needs-aaa', 'giftable'] }),
      line('plush-magnets', 'Magnetic Puppy Playset', 'Toyco', 1299, { tags: ['recalled'] }),
    ],
  },
];
