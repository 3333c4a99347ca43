/** How a text is compared: compatibility forms made plain (ﬁ, ２, ½), accents and case taken off, apostrophes dropped. */
const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/['’]/g, '')
    .replaceAll('⁄', '/')
    .toLowerCase();

const dashed = (text: string): string => plain(text).replace(/[\u2010-\u2015_]/g, '-');

/** Words of a text in their order, letters only; what is joined by dashes counts as several words. */
export const wordsOf = (text: string): readonly string[] => dashed(text).match(/\p{L}+/gu) ?? [];

/** Words that are joined by dashes, written as one: `non-toxic` is `nontoxic`. */
export const compoundsOf = (text: string): readonly string[] =>
  (dashed(text).match(/\p{L}+(?:-\p{L}+)+/gu) ?? []).map((compound) => compound.replaceAll('-', ''));

const NUMBER_WORDS = [
  'zero', '', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve', 'thirteen', 'fourteen', 'fifteen', 'sixteen',
  'seventeen', 'eighteen', 'nineteen',
];
const TENS = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];

/** Number words and the digits they stand for. "One" is left out: it is a pronoun more often than a number. */
const VALUES: ReadonlyMap<string, string> = new Map([
  ...NUMBER_WORDS.map((word, value) => [word, String(value)] as const).filter(([word]) => word !== ''),
  ...TENS.map((word, index) => [word, String((index + 2) * 10)] as const),
  ...([['hundred', '100'], ['hundreds', '100'], ['thousand', '1000'], ['thousands', '1000'], ['million', '1000000'], ['millions', '1000000'], ['dozen', '12'], ['dozens', '12']] as const),
  ...([['double', '2'], ['twice', '2'], ['triple', '3'], ['thrice', '3'], ['half', '1/2'], ['quarter', '1/4'], ['third', '1/3']] as const),
]);

/** Numbers of a text, in digits (`12`, `1.5`, `1/2`) or in words, as digits: 1,000 and 1000 are one. */
export const numbersOf = (text: string): readonly string[] => {
  const digits = plain(text).match(/\p{N}+(?:[.,/:]\p{N}+)*/gu) ?? [];
  const written = wordsOf(text).flatMap((word) => VALUES.get(word) ?? []);
  return [...digits.map((number) => number.replace(/,(?=\d{3}(?!\d))/g, '').replace(',', '.')), ...written];
};
