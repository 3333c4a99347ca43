/** Imports a module of the harness, which is plain JavaScript: the test says what it expects of it. */
export const harness = async <T>(path: string): Promise<T> =>
  (await import(new URL(`../../../bench/quality/${path}`, import.meta.url).href)) as T;
