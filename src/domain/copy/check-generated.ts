import { isCurrencyCode } from '../catalogue/money.js';
import { wholeText, type CatalogueText } from './catalogue-text.js';
import { CLAIM_WORDS } from './claim-words.js';
import { textProblems } from './copy-problems.js';
import { compoundsOf, numbersOf, wordsOf } from './words-of.js';

/** What a check looks at: the generated text, and all that the catalogue says. */
interface Question {
  readonly text: string;
  readonly catalogue: string;
}

type Check = (question: Question) => readonly string[];

const quoted = (values: readonly string[]): string => [...new Set(values)].map((value) => `“${value}”`).join(', ');

const reason = (sentence: string, found: readonly string[]): readonly string[] => (found.length === 0 ? [] : [`${sentence} ${quoted(found)}`]);

const checkSigns: Check = ({ text }) => reason('mentions money or a share:', text.normalize('NFKC').match(/[\p{Sc}%‰٪]/gu) ?? []);

const checkCurrencies: Check = ({ text, catalogue }) => {
  const codes = (text.normalize('NFKC').match(/(?<!\p{L})[A-Z]{3}(?!\p{L})/gu) ?? []).filter(isCurrencyCode);
  return reason('mentions a currency:', codes.filter((code) => !catalogue.includes(code)));
};

const checkNumbers: Check = ({ text, catalogue }) => {
  const known = new Set(numbersOf(catalogue));
  return reason('holds a number that the catalogue does not:', numbersOf(text).filter((number) => !known.has(number)));
};

const patternOf = (word: string): RegExp => new RegExp(`^${word.replace('*', '.*')}$`);

const CLAIMS: readonly RegExp[] = Object.values(CLAIM_WORDS).flatMap((words) => words.map(patternOf));

/** "Free" is about money unless something is left out: a product that is sugar-free may be called sugar-free, and not free. */
const inContext = (words: readonly string[]): readonly string[] =>
  words.map((word, index) => (word === 'free' ? `${words[index - 1] ?? ''} free`.trim() : word));

const isClaim = (word: string): boolean => CLAIMS.some((claim) => claim.test(word.replace(/^.* /, '')));

const checkClaims: Check = ({ text, catalogue }) => {
  const known = new Set(catalogue.split('\n').flatMap((line) => [...inContext(wordsOf(line)), ...compoundsOf(line)]));
  const claims = [...inContext(wordsOf(text)), ...compoundsOf(text)].filter((word) => isClaim(word) && !known.has(word));
  return reason('claims what the catalogue does not say:', claims);
};

/** Letters that look alike, and signs that cannot be seen, would carry a word past the other checks. */
const checkDisguise: Check = ({ text }) => {
  const words = text.match(/\p{L}+/gu) ?? [];
  const mixed = words.filter((word) => /\p{Script=Latin}/u.test(word) && /[\p{Script=Cyrillic}\p{Script=Greek}]/u.test(word));
  return [...reason('mixes alphabets within a word:', mixed), ...(/\p{Cf}/u.test(text) ? ['holds characters that cannot be seen'] : [])];
};

const checkLinks: Check = ({ text }) => reason('holds a link or an address:', text.match(/\bhttps?:\S*|\bwww\.\S*|\S*@\S*/gi) ?? []);

const CHECKS: readonly Check[] = [checkSigns, checkCurrencies, checkNumbers, checkClaims, checkDisguise, checkLinks];

/**
 * Why a generated text is not even offered to people; empty when nothing was found. It may mention no price, currency, percentage or discount, no
 * number that the catalogue text lacks, and no word of CLAIM_WORDS that the catalogue text lacks.
 *
 * This is a net and no judge. It knows English claim words only and not what words mean: it does not see that 500 ml became 500 litres, that a
 * material or a use was made up, or a claim in words that are not listed; and it refuses harmless texts that use a listed word in passing.
 * That is why a person approves.
 */
export const checkGenerated = (text: string, product: CatalogueText): readonly string[] => {
  const form = textProblems(text).map(({ message }) => message);
  // The other checks look at a text of bounded length only.
  if (form.length > 0) return form;
  const catalogue = wholeText(product);
  return CHECKS.flatMap((check) => check({ text, catalogue }));
};
