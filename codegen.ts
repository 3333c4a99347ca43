import type { CodegenConfig } from '@graphql-codegen/cli';

const config: CodegenConfig = {
  schema: 'schema/**/*.graphql',
  emitLegacyCommonJSImports: false,
  generates: {
    'src/generated/graphql.ts': {
      plugins: [{ add: { content: '/* eslint-disable */' } }, 'typescript', 'typescript-resolvers'],
      config: {
        federation: true,
        useTypeImports: true,
        strictScalars: true,
        enumsAsTypes: true,
        contextType: '../server/request-context.js#RequestContext',
        scalars: {
          ID: { input: 'string', output: 'string' },
          DateTime: { input: 'Date', output: 'Date' },
          Decimal: { input: 'string', output: 'string' },
          _FieldSet: 'string',
          federation__FieldSet: 'string',
        },
        mappers: {
          Product: '../resolvers/mappers.js#ProductReference',
          Customer: '../resolvers/mappers.js#CustomerReference',
          ProposedPair: '../resolvers/pair-answer.js#ProposedPairNode',
        },
        maybeValue: 'T | null',
        inputMaybeValue: 'T | null | undefined',
      },
    },
  },
};

export default config;
