/** An environment as it comes. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** What an environment says: an empty variable counts as unset. */
export const givenIn = (env: Environment): Record<string, string> =>
  Object.fromEntries(Object.entries(env).filter((entry): entry is [string, string] => (entry[1] ?? '').trim() !== ''));
