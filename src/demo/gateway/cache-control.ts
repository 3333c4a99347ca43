/** Nobody may keep the answer. */
export const NO_STORE = 'private, no-store';

const maxAgeOf = (header: string): number => {
  const seconds = /(?:^|[\s,])max-age=(\d+)/.exec(header)?.[1];
  return seconds === undefined ? 0 : Number(seconds);
};

const isPublic = (header: string): boolean => /(?:^|[\s,])public(?:$|[\s,])/.test(header) && !/no-store|no-cache|private/.test(header);

/**
 * The Cache-Control of an answer that was put together from several: public for the shortest time when every part is public, else not to
 * be kept. A part without the header (null) may not be kept, and neither may an answer without parts.
 */
export const strictestCacheControl = (headers: readonly (string | null)[]): string => {
  const known = headers.filter((header) => header !== null && isPublic(header)).filter((header) => header !== null);
  const maxAge = Math.min(...known.map(maxAgeOf));
  return known.length === 0 || known.length < headers.length || maxAge === 0 ? NO_STORE : `public, max-age=${maxAge}`;
};
