const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'ERR_MODULE_NOT_FOUND' || error.code === 'MODULE_NOT_FOUND');

/**
 * Loads a package that only the demo and the tests need.
 * @throws Error that says how to get it when it is not installed.
 */
export const loadDevDependency = async <T>(name: string, load: () => Promise<T>): Promise<T> => {
  try {
    return await load();
  } catch (error) {
    if (!isMissing(error)) throw error;
    throw new Error(`The demo needs ${name}: install the development dependencies with "npm ci"`, { cause: error });
  }
};
