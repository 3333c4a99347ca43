const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'ERR_MODULE_NOT_FOUND' || error.code === 'MODULE_NOT_FOUND');

/** A package that only the demo and the tests need is not installed; the message says how to get it. */
export class DevDependencyMissing extends Error {
  constructor(name: string, cause: unknown) {
    super(`The demo needs ${name}: install the development dependencies with "npm ci"`, { cause });
    this.name = 'DevDependencyMissing';
  }
}

/**
 * Loads a package that only the demo and the tests need.
 * @throws DevDependencyMissing when it is not installed.
 */
export const loadDevDependency = async <T>(name: string, load: () => Promise<T>): Promise<T> => {
  try {
    return await load();
  } catch (error) {
    if (!isMissing(error)) throw error;
    throw new DevDependencyMissing(name, error);
  }
};
