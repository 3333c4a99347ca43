import { describe, expect, it } from 'vitest';
import { defaultPolicy } from '../../src/domain/merchandising/policy.js';
import { parseRuleFile } from '../../src/rules/parse-rule-file.js';

const EVERYTHING = `
rules:
  - id: rc-car-needs-batteries
    name: The RC car needs two AA batteries
    lane: cross-sell
    action: require
    when: { products: [rc-car], categories: [toys], brands: [Zoom], tags: [battery], minPrice: "5.00", maxPrice: 50.00 }
    then: { products: [aa-batteries], categories: [power], brands: [Volt], tags: [aa], minPrice: 1, maxPrice: 9.999, maxPriceRatio: 0.5 }
    placements: [product-page, BASKET]
    quantity: 2
    priority: 10
    validFrom: 2026-11-01T01:00:00+01:00
    validUntil: 2027-01-01
    state: approved
    note: Agreed with the buyers
    version: 4
  - id: small
    action: never-personalise
    lane: personalisation
policies:
  - lane: cross-sell
    placement: product-page
    autopilot: approved-only
    learnedShareCap: 0.5
    sameGroupCap: 0.25
    atLeast: 2
    fallback: true
    diversity: low
    version: 2
  - lane: personalisation
    placement: home
pairs:
  - anchor: laptop
    complement: case
    decision: approve
    note: Sold as a set
  - anchor: case
    complement: laptop
    decision: dismiss
    version: 1
  - anchor: case
    complement: phone
    decision: reopen
shop:
  autopilot: curated-only
  note: Until the catalogue is clean
  version: 7
`;

describe('a sound rules file', () => {
  const { file, problems, products } = parseRuleFile(EVERYTHING);

  it('has no problems', () => {
    expect(problems).toEqual([]);
  });

  it('gives a rule with everything that was said of it', () => {
    expect(file?.rules[0]).toEqual({
      id: 'rc-car-needs-batteries',
      name: 'The RC car needs two AA batteries',
      lane: 'CROSS_SELL',
      action: 'REQUIRE',
      when: {
        productIds: ['rc-car'],
        categoryIds: ['toys'],
        brands: ['Zoom'],
        tags: ['battery'],
        minPrice: '5.00',
        maxPrice: '50.00',
        maxPriceRatio: null,
      },
      then: {
        productIds: ['aa-batteries'],
        categoryIds: ['power'],
        brands: ['Volt'],
        tags: ['aa'],
        minPrice: '1',
        maxPrice: '9.999',
        maxPriceRatio: 0.5,
      },
      placements: ['PRODUCT_PAGE', 'BASKET'],
      slot: null,
      weight: null,
      quantity: 2,
      priority: 10,
      validFrom: new Date('2026-11-01T00:00:00Z'),
      validUntil: new Date('2027-01-01T00:00:00Z'),
      state: 'APPROVED',
      note: 'Agreed with the buyers',
      basedOn: 4,
    });
  });

  it('makes a rule a draft for everything, everywhere and always unless it says otherwise', () => {
    expect(file?.rules[1]).toEqual({
      id: 'small',
      name: 'small',
      lane: 'PERSONALISATION',
      action: 'NEVER_PERSONALISE',
      when: null,
      then: null,
      placements: [],
      slot: null,
      weight: null,
      quantity: null,
      priority: 0,
      validFrom: null,
      validUntil: null,
      state: 'DRAFT',
      note: null,
      basedOn: null,
    });
  });

  it('gives policies, with the defaults of their lane for what they leave out', () => {
    const { version: _version, updatedBy: _by, updatedAt: _at, ...home } = defaultPolicy('PERSONALISATION', 'HOME');
    expect(file?.policies).toEqual([
      {
        lane: 'CROSS_SELL',
        placement: 'PRODUCT_PAGE',
        autopilot: 'APPROVED_ONLY',
        learnedShareCap: 0.5,
        sameGroupCap: 0.25,
        atLeast: 2,
        fallback: true,
        diversity: 'LOW',
        basedOn: 2,
      },
      { ...home, basedOn: null },
    ]);
  });

  it('gives pairs with a direction', () => {
    expect(file?.pairs).toEqual([
      { anchorId: 'laptop', complementId: 'case', decision: 'APPROVE', note: 'Sold as a set', basedOn: null },
      { anchorId: 'case', complementId: 'laptop', decision: 'DISMISS', note: null, basedOn: 1 },
      { anchorId: 'case', complementId: 'phone', decision: 'REOPEN', note: null, basedOn: null },
    ]);
  });

  it('gives what holds for the whole shop', () => {
    expect(file?.shopAutopilot).toEqual({ autopilot: 'CURATED_ONLY', note: 'Until the catalogue is clean', basedOn: 7 });
  });

  it('tells where it names which product', () => {
    expect(products.map(({ productId, line, path }) => [productId, line, path])).toEqual([
      ['rc-car', 7, 'rules[0].when.products[0]'],
      ['aa-batteries', 8, 'rules[0].then.products[0]'],
      ['laptop', 33, 'pairs[0].anchor'],
      ['case', 34, 'pairs[0].complement'],
      ['case', 37, 'pairs[1].anchor'],
      ['laptop', 38, 'pairs[1].complement'],
      ['case', 41, 'pairs[2].anchor'],
      ['phone', 42, 'pairs[2].complement'],
    ]);
  });
});

describe('values in a rules file', () => {
  const productsIn = (list: string): readonly string[] | undefined =>
    parseRuleFile(`rules:\n  - { id: r, action: exclude, then: { products: ${list} } }`).file?.rules[0]?.then?.productIds;

  it('keep ids that look like numbers, dates or flags as they were written', () => {
    expect(productsIn('[22423, 85099B, 00123, 1e5, 0x1F, 2026-01-01, true, null, "~", 1.50, -0]')).toEqual([
      '22423', '85099B', '00123', '1e5', '0x1F', '2026-01-01', 'true', 'null', '~', '1.50', '-0',
    ]);
  });

  it('keep ids outside the Latin alphabet, quoted or not', () => {
    expect(productsIn(`[thé, "日本", 'it''s', "a b"]`)).toEqual(['thé', '日本', "it's", 'a b']);
  });

  it('keep the space inside quotes, and none around what stands without them', () => {
    const note = (written: string): string | null | undefined =>
      parseRuleFile(`rules:\n  - { id: r, action: exclude, then: { tags: [t] } }\npairs:\n  - anchor: a\n    complement: b\n    decision: approve\n    note: ${written}`).file?.pairs[0]?.note;
    expect(note('"  two spaces before, one after "')).toBe('  two spaces before, one after ');
    expect(note("' single '")).toBe(' single ');
    expect(note('   plain   ')).toBe('plain');
    expect(note('|\n      first\n\n      third\n')).toBe('first\n\nthird');
  });

  it('are numbers, words and dates also with space inside their quotes', () => {
    const { file, problems } = parseRuleFile('rules:\n  - { id: r, action: " boost ", weight: " 1.5 ", then: { tags: [t] }, validFrom: " 2026-11-01 " }');
    expect(problems).toEqual([]);
    expect(file?.rules[0]).toMatchObject({ action: 'BOOST', weight: 1.5, validFrom: new Date('2026-11-01T00:00:00Z') });
  });

  it('may be numbers of any size and precision that a computer has', () => {
    const weightOf = (written: string): number | null | undefined =>
      parseRuleFile(`rules:\n  - { id: r, action: boost, weight: ${written}, then: { tags: [t] } }`).file?.rules[0]?.weight;
    expect(weightOf('1.0000000000000002')).toBe(1.0000000000000002);
    expect(weightOf('1e2')).toBe(100);
    expect(weightOf('1e400')).toBeUndefined();
  });

  it('may stand alone where a list of one is meant', () => {
    expect(productsIn('00123')).toEqual(['00123']);
  });

  it('may be null where they may be absent', () => {
    const { file } = parseRuleFile('rules:\n  - { id: r, action: exclude, when: null, slot: ~, then: { tags: [t] } }');
    expect(file?.rules[0]).toMatchObject({ when: null, slot: null });
  });

  it('may be shared by anchor, also from keys of the file that start with x-', () => {
    const { file, problems } = parseRuleFile(`
x-gifts: &gifts [a, b]
rules:
  - { id: one, action: exclude, then: { products: *gifts } }
  - { id: two, action: exclude, then: &then { products: [&c c] }, when: { products: [*c] } }
  - { id: three, action: exclude, then: *then }
`);
    expect(problems).toEqual([]);
    expect(file?.rules.map(({ then }) => then?.productIds)).toEqual([['a', 'b'], ['c'], ['c']]);
    expect(file?.rules[1]?.when?.productIds).toEqual(['c']);
  });

  it('are the same after a byte order mark and with Windows line ends', () => {
    const windows = `\uFEFF${EVERYTHING.trimStart().replaceAll('\n', '\r\n')}`;
    expect(parseRuleFile(windows).file).toEqual(parseRuleFile(EVERYTHING).file);
    expect(parseRuleFile('\uFEFFrulez: []').problems).toMatchObject([{ line: 1, column: 1 }]);
  });
});

describe('a file without content', () => {
  it('changes nothing, and is warned of', () => {
    for (const text of ['', '# nothing yet\n', 'rules:\npolicies: []\n', '{}']) {
      const { file, problems } = parseRuleFile(text);
      expect(file).toEqual({ rules: [], policies: [], pairs: [], shopAutopilot: null });
      expect(problems).toMatchObject([{ severity: 'warning', path: '', message: 'the file holds no rules, policies, pairs or shop' }]);
    }
  });
});
