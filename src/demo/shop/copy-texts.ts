import type { AudienceParts } from '../../domain/copy/read-audience.js';

/** A text as the sample shop's merchandisers wrote it. */
export interface SampleCopy {
  /** Names it for ever: a start that finds it does not write it again. */
  readonly key: string;
  readonly productId: string;
  readonly text: string;
  readonly audience: AudienceParts;
  /** False for what still waits for a second person. */
  readonly approved: boolean;
}

const TOYS: AudienceParts = { favouriteCategoryId: 'toys' };

/** Mia's texts for some products, most of them for what Ada and Ben find on their home pages. */
export const SAMPLE_COPY: readonly SampleCopy[] = [
  {
    key: 'sample: batteries for toys',
    productId: 'aa-batteries-8',
    text: 'For the moment when the toy stops and bedtime is still an hour away.',
    audience: TOYS,
    approved: true,
  },
  {
    key: 'sample: rally car for toys',
    productId: 'rc-rally',
    text: 'Turns the hallway into a rally stage.',
    audience: TOYS,
    approved: true,
  },
  {
    key: 'sample: castle for toys',
    productId: 'bricks-castle',
    text: 'For builders who are ready to move on from houses to kingdoms.',
    audience: TOYS,
    approved: true,
  },
  {
    key: 'sample: upright mouse for computing',
    productId: 'mouse-vertical',
    text: 'Sits in your hand the way a handshake does.',
    audience: { favouriteCategoryId: 'computing' },
    approved: true,
  },
  // Two for one product: whoever likes the roaster as well as coffee reads the first, since a brand says more than a category.
  {
    key: 'sample: house beans for the roaster',
    productId: 'beans-house',
    text: 'From the roaster you come back to, before the jar is empty.',
    audience: { favouriteBrand: 'Rookery Roast' },
    approved: true,
  },
  {
    key: 'sample: house beans for coffee',
    productId: 'beans-house',
    text: 'A reason to be the first one up.',
    audience: { favouriteCategoryId: 'coffee' },
    approved: true,
  },
  {
    key: 'sample: descaler for the maker',
    productId: 'descaler',
    text: 'Look after the machine that looks after your mornings.',
    audience: { favouriteBrand: 'Caffello' },
    approved: true,
  },
  {
    key: 'sample: loaf tin for small baskets',
    productId: 'loaf-tin',
    text: 'One small tin, and the whole house smells of bread.',
    audience: { priceBand: { maxPrice: '25.00', currencyCode: 'GBP' } },
    approved: true,
  },
  {
    key: 'sample: helicopter for toys',
    productId: 'rc-helicopter',
    text: 'Take-off from the sofa, landing on the bookshelf.',
    audience: TOYS,
    approved: false,
  },
];
