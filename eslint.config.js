// @ts-check
import tseslint from 'typescript-eslint';

/** Arrows point one way: what a layer may not import. */
const forbid = (files, groups) => ({
  files,
  rules: {
    'no-restricted-imports': ['error', { patterns: groups.map(([group, message]) => ({ group, message })) }],
  },
});

const DATABASE = [['mongodb', 'bson'], 'Only src/stores and src/embedded know MongoDB.'];
const GRAPHQL = [['graphql', '@apollo/*', '@as-integrations/*'], 'GraphQL is for resolvers and the server.'];
const EMBEDDED = [['**/embedded/**', '**/embedded'], 'Only src/store-address.ts knows that there is an embedded store.'];

export default tseslint.config(
  { ignores: ['dist/', 'coverage/', 'node_modules/', 'src/generated/', '.tandem/'] },
  ...tseslint.configs.strict,
  {
    rules: {
      'no-console': ['error', { allow: ['warn'] }],
      'max-lines': ['warn', { max: 300 }],
      'max-lines-per-function': ['warn', { max: 120, skipBlankLines: true, skipComments: true }],
      eqeqeq: 'error',
      'no-warning-comments': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
    },
  },
  { files: ['bench/**'], rules: { 'no-console': 'off' } },
  { files: ['test/**'], rules: { 'max-lines-per-function': 'off' } },
  forbid(
    ['src/domain/**'],
    [
      DATABASE,
      GRAPHQL,
      [
        ['**/stores/**', '**/server/**', '**/resolvers/**', '**/learn/**', '**/import/**', '**/demo/**', '**/commands/**', '**/generated/**'],
        'The domain imports nothing but the domain.',
      ],
      [['node:fs', 'node:net', 'node:http', 'node:child_process', 'node:worker_threads'], 'The domain does no I/O.'],
    ],
  ),
  forbid(
    ['src/stores/**'],
    [GRAPHQL, EMBEDDED, [['**/server/**', '**/resolvers/**', '**/learn/**', '**/import/**', '**/demo/**'], 'Stores know the domain only.']],
  ),
  forbid(['src/learn/**', 'src/import/**', 'src/recording/**', 'src/rules/**'], [
    DATABASE,
    GRAPHQL,
    EMBEDDED,
    [['**/server/**', '**/resolvers/**', '**/demo/**'], 'Learning and importing never import serving.'],
  ]),
  forbid(['src/resolvers/**'], [DATABASE, EMBEDDED, [['**/stores/**', '**/learn/**', '**/import/**', '**/demo/**'], 'Resolvers delegate to the domain.']]),
  forbid(['src/server/**', 'src/serve/**'], [DATABASE, EMBEDDED, [['**/learn/**', '**/import/**', '**/demo/**'], 'Serving never imports learning.']]),
  forbid(['src/embedded/**'], [[['**/stores/**', '**/domain/**', '**/server/**', 'mongodb'], 'The embedded store knows nothing of the project.']]),
);
