import { line, type Shelf } from './shelf.js';

/** Laptops and what goes with them, gaming included. */
export const COMPUTING: readonly Shelf[] = [
  {
    path: ['computing', 'laptops'],
    about: 'A quiet machine for work, study and films.',
    lines: [
      line('laptop-13', 'Feather 13 Laptop', 'Nimbus', 84900, { variants: ['Silver', 'Midnight'] }),
      line('laptop-14', 'Feather 14 Laptop', 'Nimbus', 104900, { variants: ['Silver', 'Midnight'] }),
      line('laptop-15', 'Slate 15 Laptop', 'Corvid', 69900),
      line('laptop-gaming', 'Talon 16 Gaming Laptop', 'Corvid', 139900),
      line('laptop-student', 'Quill 14 Student Laptop', 'Corvid', 44900, { variants: ['Grey', 'Teal'] }),
      line('laptop-2024', 'Slate 14 Laptop, last year', 'Corvid', 52900, { tags: ['clearance'], soldOut: ['all'] }),
    ],
  },
  {
    path: ['computing', 'bags-sleeves', 'laptop-sleeves'],
    about: 'A snug fit that keeps knocks and rain out.',
    lines: [
      line('laptop-sleeve', 'Felt Laptop Sleeve 13–14 inch', 'Homeward', 1999, { variants: ['Grey', 'Moss', 'Rust'] }),
      line('laptop-sleeve-15', 'Felt Laptop Sleeve 15–16 inch', 'Homeward', 2299, { variants: ['Grey', 'Moss'] }),
      line('sleeve-leather', 'Leather Laptop Folio', 'Hidewell', 7999, { tags: ['leather', 'giftable'] }),
      line('sleeve-neoprene', 'Neoprene Laptop Sleeve', 'Packhorse', 1499, { variants: ['Black', 'Navy'], tags: ['clearance'] }),
    ],
  },
  {
    path: ['computing', 'bags-sleeves', 'backpacks'],
    about: 'Room for a laptop, lunch and a spare jumper.',
    lines: [
      line('backpack-commuter', 'Commuter Backpack 20 l', 'Packhorse', 6999, { variants: ['Black', 'Olive', 'Navy'] }),
      line('backpack-rolltop', 'Roll-Top Backpack 25 l', 'Packhorse', 8499, { variants: ['Sand', 'Black'] }),
      line('briefcase-leather', 'Leather Briefcase', 'Hidewell', 15999, { tags: ['leather', 'giftable'] }),
      line('leather-care-kit', 'Leather Care Kit', 'Hidewell', 1599),
    ],
  },
  {
    path: ['computing', 'accessories', 'mice-keyboards'],
    about: 'Comfortable for the whole working day.',
    lines: [
      line('mouse-wireless', 'Wireless Mouse', 'Tapline', 2499, { tags: ['needs-aa'], variants: ['Black', 'White'] }),
      line('mouse-vertical', 'Upright Mouse', 'Tapline', 3499, { tags: ['needs-aa'] }),
      line('keyboard-slim', 'Slim Keyboard', 'Tapline', 4499, { tags: ['needs-aaa'], variants: ['Black', 'White'] }),
      line('keyboard-mechanical', 'Mechanical Keyboard', 'Tapline', 8999),
      line('mouse-mat', 'Wool Desk Mat', 'Homeward', 1799, { variants: ['Charcoal', 'Oat'] }),
    ],
  },
  {
    path: ['computing', 'accessories', 'hubs-stands'],
    about: 'One cable to the desk, everything connected.',
    lines: [
      line('usb-hub', 'USB-C Hub, 7 in 1', 'Amply', 4499),
      line('usb-dock', 'USB-C Docking Station', 'Amply', 14999),
      line('laptop-stand', 'Folding Laptop Stand', 'Homeward', 2999, { variants: ['Silver', 'Black'] }),
      line('monitor-24', '24-inch Monitor', 'Corvid', 15999),
      line('monitor-27', '27-inch Monitor', 'Corvid', 24999),
      line('webcam', 'Full HD Webcam', 'Tapline', 4999),
    ],
  },
  {
    path: ['computing', 'gaming'],
    about: 'For evenings that run late.',
    lines: [
      line('console', 'Arcadia Home Console', 'Arcadia', 39999),
      line('controller', 'Arcadia Controller', 'Arcadia', 4999, { tags: ['needs-aa'], variants: ['White', 'Black', 'Coral'] }),
      line('controller-dock', 'Controller Charging Dock', 'Arcadia', 2499),
      line('headset', 'Surround Headset', 'Tapline', 6999, { variants: ['Black', 'White'] }),
      line('headset-stand', 'Headset Stand', 'Homeward', 1499),
      line('game-kart', 'Kart Kingdom', 'Arcadia', 4499, { tags: ['giftable'] }),
      line('game-quest', 'Saltmarsh Quest', 'Arcadia', 5499, { tags: ['giftable'] }),
      line('game-football', 'Sunday League 27', 'Arcadia', 5499, { tags: ['giftable'] }),
      line('game-puzzle', 'Glasshouse Puzzles', 'Arcadia', 2499, { tags: ['clearance'] }),
    ],
  },
];
