import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { parseRuleFile } from '../../src/rules/parse-rule-file.js';

const messagesOf = (text: string): readonly string[] => parseRuleFile(text).problems.map(({ message }) => message);

const laughs = (levels: number): string => {
  const lines = Array.from({ length: levels }, (_, at) => `  l${at + 1}: &l${at + 1} [${Array(10).fill(`*l${at}`).join(', ')}]`);
  return ['x-laughs:', '  l0: &l0 [ha, ha, ha]', ...lines].join('\n');
};

describe('a hostile rules file', () => {
  it('with a billion laughs is refused, also where nothing uses them', () => {
    const { file, problems } = parseRuleFile(laughs(9));
    expect(file).toBeNull();
    expect(problems).toMatchObject([{ line: 3, severity: 'error', message: 'aliases (*name) are nested in themselves, or used more than 1000 times' }]);
  });

  it('with an anchor that holds itself is refused', () => {
    expect(messagesOf('rules: &all [*all]')).toContain('rules[0] must be a mapping with keys such as id, name, lane');
    expect(parseRuleFile('rules:\n  - &r { id: r, action: exclude, then: *r }').file).toBeNull();
  });

  it('whose aliases stand for more text than can be meant is refused', () => {
    const uses = Array.from({ length: 101 }, (_, at) => `  - { id: r${at}, action: exclude, then: { tags: *big } }`);
    expect(messagesOf([`x-big: &big [${'x'.repeat(100_000)}]`, 'rules:', ...uses].join('\n'))).toEqual(['aliases (*name) stand for too much text']);
  });

  it('nested without end is refused', () => {
    for (const open of ['[', '{a: ', '- ', '? ']) {
      for (const depth of [3_000, 9_129]) expect(parseRuleFile(`rules: &a\n${open.repeat(depth)}*a`).file).toBeNull();
    }
    expect(messagesOf('['.repeat(20_000))).toEqual(['the file is nested too deeply']);
  });

  it('that is no mapping is refused', () => {
    for (const text of ['just text', '- a\n- b', '42']) {
      expect(messagesOf(text)).toEqual(['the file must be a mapping with keys such as rules, policies, pairs']);
    }
  });

  it('with broken YAML is refused with the place', () => {
    expect(parseRuleFile('rules:\n\t- id: r').problems[0]).toMatchObject({ line: 2, column: 1, message: 'Tabs are not allowed as indentation' });
    expect(parseRuleFile('rules: []\n---\nrules: []').problems).toMatchObject([
      { line: 2, message: 'a second document (---) starts here: a rules file holds one' },
    ]);
    expect(parseRuleFile('? [a]\n: b').file).toBeNull();
  });

  it('of any text whatever never makes the reader throw', () => {
    const piece = fc.constantFrom('rules:', '\n', '  ', '- ', 'id: r', 'action: pin', '{', '}', '[', ']', ',', ': ', '&a ', '*a', '?', '"', "'", '|', '\t', '$', '!!x', 'then:');
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(''))), (text) => {
        const { file, problems } = parseRuleFile(text);
        expect(file === null).toBe(problems.some(({ severity }) => severity === 'error'));
        expect(problems.every(({ line, column }) => line >= 1 && column >= 1)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('a long rules file', () => {
  it('is read whole: ten thousand rules', () => {
    const rules = Array.from({ length: 10_000 }, (_, at) => `  - { id: r${at}, action: pin, slot: 1, then: { products: [p] }, when: { products: [a${at}] } }`);
    expect(parseRuleFile(['rules:', ...rules].join('\n')).file?.rules).toHaveLength(10_000);
  });
});
