/** Says that an instant lies further back than what is kept: what stood then can no longer be told. */
export class NotRetained extends Error {
  /** The earliest instant that can still be looked at, as far as is known; null when it is not. */
  readonly since: Date | null;

  constructor(what: string, since: Date | null = null) {
    super(`${what} is no longer kept as it stood then${since === null ? '' : `; it can be looked at from ${since.toISOString()} on`}`);
    this.name = 'NotRetained';
    this.since = since;
  }
}
