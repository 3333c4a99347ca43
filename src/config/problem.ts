/** One variable of the environment that cannot be used, and why; the message never holds the value. */
export interface Problem {
  readonly variable: string;
  readonly message: string;
}

/** The environment cannot be run with; the message names every variable that is wrong and never repeats a value. */
export class ConfigError extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    const lines = problems.map(({ variable, message }) => `  ${variable} ${message}`);
    super(['The configuration is wrong:', ...lines].join('\n'));
    this.name = 'ConfigError';
    this.problems = problems;
  }
}
