/** What a reading of one moment found. Throws when changes kept overtaking it: to ask again is all that can be done. */
export const unlessOvertaken = <T>(found: T | null): T => {
  if (found === null) throw new Error('Decisions are changing faster than they can be read');
  return found;
};
