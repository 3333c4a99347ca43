/**
 * Words that claim something, or speak of money, by what they claim. A star stands for any ending (`guarant*` is guarantee, guaranteed,
 * guaranty) or any beginning (`*proof` is waterproof, shockproof). English only. A word that the catalogue text of the product holds may be
 * used: "waterproof" for a product that is called so.
 */
export const CLAIM_WORDS: Readonly<Record<string, readonly string[]>> = {
  money: [
    'free', 'freebie*', 'gratis', 'complimentary', 'cheap*', 'price*', 'pricing', 'pricey', 'cost', 'costs', 'costing', 'costly', 'afford*',
    'bargain*', 'discount*', 'sale', 'sales', 'save', 'saves', 'saved', 'saver', 'saving*', 'offer', 'offers', 'offered', 'deal', 'deals',
    'promo*', 'budget*', 'value', 'values', 'valuable', 'worth', 'money', 'expensive', 'inexpensive', 'voucher*', 'coupon*', 'cashback',
    'refund*', 'economical', 'thrifty', 'rebate*', 'bogo', 'clearance', 'reduced', 'percent', 'percentage', 'pound', 'pounds', 'quid', 'penny',
    'pence', 'dollar*', 'buck', 'bucks', 'cent', 'cents', 'euro', 'euros', 'franc', 'francs', 'yen', 'rupee*', 'krona', 'kronor', 'krone*',
    'zloty*', 'rouble*', 'ruble*', 'peso*', 'yuan', 'tax', 'vat',
  ],
  promise: [
    'guarant*', 'warrant*', 'promis*', 'certif*', 'approved', 'accredit*', 'tested', 'proven', 'proves', 'patent*', 'official*', 'award*',
    'winner*', 'winning', 'recommend*', 'endors*', 'trusted', 'licensed', 'authentic*', 'genuin*', 'original', 'originals', 'real', 'risk*',
    'always', 'never',
  ],
  superlative: [
    'best', 'bestsell*', 'better', 'finest', 'greatest', 'top', 'ultimate*', 'perfect*', 'unbeat*', 'unmatch*', 'unrival*', 'unique*', 'leading',
    'leader*', 'superior*', 'fastest', 'strongest', 'lightest', 'smallest', 'largest', 'biggest', 'longest', 'highest', 'softest', 'sharpest',
    'quietest', 'brightest', 'toughest', 'finer', 'most', 'world*', 'premium', 'luxur*', 'favourit*', 'favorit*', 'popular*', 'trending', 'rated',
    'rating*', 'review*', 'number', 'legendary', 'revolution*', 'innovat*',
  ],
  durability: [
    '*proof', 'resist*', 'unbreak*', 'indestruct*', 'durab*', 'lasts', 'lasting', 'everlast*', 'longlasting', 'lifetime', 'lifelong', 'forever',
    'sturdy', 'heavyduty', 'reliab*', 'robust*', 'submersib*', 'watertight', 'airtight', 'insulat*', 'washable', 'rechargeable', 'wireless',
    'cordless', 'compatib*', 'universal*',
  ],
  environment: [
    'organic*', 'natural*', 'eco', 'ecolog*', 'green', 'greener', 'sustainab*', 'recycl*', 'biodegrad*', 'compost*', 'vegan*',
    'vegetarian*', 'carbon', 'climate', 'ethical*', 'fairtrade', 'cruelty', 'renewab*', 'planet', 'environment*', 'emission*', 'plastic',
  ],
  health: [
    'safe', 'safely', 'safer', 'safest', 'safety', 'health*', 'medic*', 'cure', 'cures', 'cured', 'curing', 'heal', 'heals', 'healing', 'therap*',
    'clinic*', 'doctor*', 'dermat*', 'allerg*', 'hypoallerg*', 'antibac*', 'antivir*', 'hygien*', 'steril*', 'toxic*', 'nontoxic', 'chemical*', 'gluten',
    'lactose', 'sugar', 'calorie*', 'vitamin*', 'protein*', 'diet*', 'detox*', 'immun*', 'slimming', 'soothe*', 'soothing', 'relie*', 'pain*',
    'stress*', 'anxiety', 'sleep', 'posture', 'ergonomic*', 'orthop*', 'pure', 'purest', 'harmless', 'childsafe', 'nutriti*',
  ],
  availability: [
    'new', 'newest', 'newly', 'latest', 'limited', 'exclusiv*', 'rare', 'rarest', 'hurry', 'today', 'tomorrow', 'stock', 'stocks', 'deliver*',
    'shipping', 'shipped', 'dispatch*', 'returns', 'instant*', 'immediate*', 'guest*', 'selling', 'sold', 'only', 'soon',
  ],
  origin: [
    'handmade', 'handcraft*', 'handpicked', 'imported', 'locally', 'british', 'english', 'scottish', 'american', 'european', 'german',
    'italian', 'french', 'swiss', 'swedish', 'danish', 'japanese', 'artisan*', 'traditional*', 'vintage', 'antique*',
  ],
};
