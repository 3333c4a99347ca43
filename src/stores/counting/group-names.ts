/** How names of groups and of their owners begin, before the id. No other begins so: what begins with 'day ' is a customer's day without a session. */
export const NAMED = { customer: 'customer ', order: 'order ', session: 'session ' } as const;

/** How the name of all that one owner bought begins, before the name of the owner. */
export const ALL_OF = 'of ';

/** The id in a name that begins so; null in any other. */
export const idIn = (begin: string, name: string | null): string | null => (name?.startsWith(begin) === true ? name.slice(begin.length) : null);
