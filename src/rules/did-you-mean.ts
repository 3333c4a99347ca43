/** Longer words are no slip of the pen, and comparing them costs their product. */
const LONGEST_COMPARED = 40;

/** Two swapped letters count as two slips, and should be forgiven from five letters on. */
const SLIPS_PER_LETTER = 0.4;

const nextRow = (above: readonly number[], letter: string, target: string): number[] => {
  const row = [(above[0] ?? 0) + 1];
  for (let at = 1; at <= target.length; at += 1) {
    const replaced = (above[at - 1] ?? 0) + (letter === target[at - 1] ? 0 : 1);
    row.push(Math.min(replaced, (above[at] ?? 0) + 1, (row[at - 1] ?? 0) + 1));
  }
  return row;
};

/** Levenshtein distance: how many letters must be replaced, put in or taken out. */
const distance = (from: string, to: string): number => {
  let row = Array.from({ length: to.length + 1 }, (_, at) => at);
  for (const letter of from) row = nextRow(row, letter, to);
  return row.at(-1) ?? 0;
};

const isClose = (word: string, known: string): boolean =>
  distance(word, known) <= Math.max(1, Math.floor(Math.max(word.length, known.length) * SLIPS_PER_LETTER)) ||
  (known.length >= 3 && word.startsWith(known)) ||
  (word.length >= 3 && known.startsWith(word));

/** The known word that was probably meant; null when none is close. */
export const closestWord = (written: string, known: readonly string[]): string | null => {
  if (written.length > LONGEST_COMPARED) return null;
  const word = written.toLowerCase();
  const close = known
    .filter((candidate) => isClose(word, candidate.toLowerCase()))
    .map((candidate) => ({ candidate, away: distance(word, candidate.toLowerCase()) }))
    .sort((a, b) => a.away - b.away);
  return close[0]?.candidate ?? null;
};

/** The tail of a message about an unknown word: `; did you mean "boost"?`, or nothing. */
export const didYouMean = (written: string, known: readonly string[]): string => {
  const meant = closestWord(written, known);
  return meant === null ? '' : `; did you mean "${meant}"?`;
};
