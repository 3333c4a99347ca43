import { defineConfig } from 'vitest/config';

export default defineConfig({
  // The libraries load GraphQL's CommonJS form; the tests must load the same, since GraphQL refuses to work with two copies of itself.
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  test: {
    root: new URL('..', import.meta.url).pathname,
    include: ['test/**/*.test.ts'],
    setupFiles: ['test/support/properties.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    coverage: {
      provider: 'v8',
      include: ['src/**/*.ts'],
      exclude: ['src/generated/**', 'src/main.ts', 'src/**/worker.ts'],
      reporter: ['text-summary', 'json-summary', 'html'],
      thresholds: {
        branches: 85,
        lines: 85,
        'src/domain/**': { branches: 95 },
      },
    },
  },
});
