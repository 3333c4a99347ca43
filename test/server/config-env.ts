import { ConfigError, loadConfig } from '../../src/config.js';

/** An environment with all that is required and nothing else. */
export const GOOD: Readonly<Record<string, string>> = {
  GATEWAY_CREDENTIALS: 'g'.repeat(32),
  JWT_SECRET: 's'.repeat(32),
  JWT_ISSUER: 'https://id.shop.example',
  JWT_AUDIENCE: 'tandem',
  ID_SALT: 'i'.repeat(16),
  HOLDOUT_SALT: 'h'.repeat(16),
};

/** The variables that an environment is refused for. */
export const wrongVariables = (env: Readonly<Record<string, string>>): readonly string[] => {
  try {
    loadConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.problems.map(({ variable }) => variable);
    throw error;
  }
  return [];
};
