/** Upper case first, since it joins forms that lower case keeps apart, such as ß and ss. */
const folded = (name: string): string => name.toUpperCase().toLowerCase();

/** A name as people read it: without what cannot be seen, without space around or twice in it, capital letters or not. */
const readName = (name: string): string =>
  folded(name.normalize('NFKC').replace(/[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu, ''))
    .normalize('NFKC')
    .replace(/\s+/g, ' ')
    .trim();

/**
 * Whether two names stand for two persons: "mia", "Mia " and "mia" with a zero-width space are one, and a name that nobody can see stands for
 * nobody. Letters that merely look alike are told apart.
 */
export const areTwoPersons = (one: string, other: string): boolean => {
  const [first, second] = [readName(one), readName(other)];
  return first !== '' && second !== '' && first !== second;
};
