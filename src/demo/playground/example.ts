/** A query to begin with: one tab of the playground. */
export interface Example {
  /** What it shows, in a few words. */
  readonly title: string;
  /** One operation, whose name is the tab's. */
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly headers: Readonly<Record<string, string>>;
}
