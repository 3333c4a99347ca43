// Groups of Online Retail's products, which come without categories: by code what differs in colour only, by title what is of one kind.

/** Nouns of the titles that say what a thing is, as a shop would name its categories. */
const KINDS = new Set(
  `APRON BADGE BAG BALLOON BASKET BEAKER BELL BIN BLACKBOARD BOTTLE BOWL BOX BRACELET BUNTING BUTTON CABINET CANDLE CANDLESTICK CARD CASE CHAIN CHAIR CHARM CHOPSTICK
  CLOCK COASTER COVER CRACKER CUP CUSHION CUTLERY DECORATION DISH DOILY DOORMAT DRAWER EARRING EGG FAN FRAME GARLAND GLASS GLOBE GNOME HANGER HOLDER HOOK INCENSE
  JAR JIGSAW JUG KEYRING KIT KNOB LAMP LANTERN LETTER LIGHT LUGGAGE MAGNET MAT MIRROR MOULD MUG NAPKIN NECKLACE NOTEBOOK ORNAMENT PAPER PARASOL PEN PENCIL
  PICTURE PLACEMAT PLANTER PLATE POT PURSE RABBIT RACK RIBBON RING RULER SCARF SHELF SIGN SPOON STAND STICKER STOOL STRAW TABLE TAPE TEAPOT TEASPOON THERMOMETER TILE
  TIN TISSUE TOWEL TOY TRAY TREE TUBE TUMBLER UMBRELLA VASE WARMER WINDMILL WRAP WREATH`.split(/\s+/),
);

const singular = (word) => word.replace(/XES$/, 'X').replace(/([^S])S$/, '$1');

/** The last word of a title that names a kind; undefined where none does. */
const kindOf = (title) => title.toUpperCase().split(/[^A-Z]+/).map(singular).findLast((word) => KINDS.has(word));

const colourGroup = (productId) => productId.slice(0, 5);

/** The title that most lines give a product, ties by code unit order. */
const titlesOf = (orders) => {
  const counted = new Map();
  for (const { lines } of orders) {
    for (const { productId, title } of lines) {
      const titles = counted.get(productId) ?? new Map();
      counted.set(productId, titles.set(title, (titles.get(title) ?? 0) + 1));
    }
  }
  const most = (titles) => [...titles].toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0][0];
  return new Map([...counted].map(([id, titles]) => [id, most(titles)]));
};

/**
 * What stands for a leaf category: `colours` (the five digits of the code) or `kinds` (a noun of the title; where it has none, the five digits).
 * @param {'colours' | 'kinds'} groups
 * @param {readonly import('../shapes.mjs').Order[]} orders
 */
export const retailGroups = (groups, orders) => {
  if (groups === 'colours') return { groups: 'the same five digits: colour variants', groupOf: colourGroup };
  const titles = titlesOf(orders);
  const groupOf = (productId) => kindOf(titles.get(productId) ?? '') ?? colourGroup(productId);
  return { groups: 'the same kind by a noun of the title, else the same five digits', groupOf };
};
