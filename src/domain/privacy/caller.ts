/** What a caller may be allowed beyond their own data. */
export const SCOPES = [
  'picks:read',
  'events:write',
  'merchandising:read',
  'merchandising:write',
  'reports:read',
  'privacy:write',
] as const;
export type Scope = (typeof SCOPES)[number];

/** Who asks, as the verified token says; anonymous when there was none. */
export interface Caller {
  readonly customerId: string | null;
  /** Who acts, customer or not, for what keeps a history: 1 to 128 characters; null when the token does not say. */
  readonly subject: string | null;
  readonly scopes: ReadonlySet<Scope>;
}

/** A visitor without a token. */
export const ANONYMOUS: Caller = { customerId: null, subject: null, scopes: new Set() };

/** Whether the caller holds a scope. */
export const hasScope = (caller: Caller, scope: Scope): boolean => caller.scopes.has(scope);

/** Whether the caller is this customer or holds the scope. */
export const isSelfOr = (caller: Caller, customerId: string, scope: Scope): boolean =>
  caller.customerId === customerId || hasScope(caller, scope);
