/** Types of the operations in `src`, made with the schema that @sammen/client ships. */
import type { CodegenConfig } from '@graphql-codegen/cli';

const config: CodegenConfig = {
  // In a project of your own: 'node_modules/@sammen/client/schema.graphql'.
  schema: '../../schema.graphql',
  documents: ['src/**/*.ts', '!src/gql/**'],
  generates: {
    './src/gql/': {
      preset: 'client',
      // Documents as text, and their list for the gateway beside them, under the hash that the gateway expects.
      config: { documentMode: 'string', useTypeImports: true, scalars: { Date: 'string', DateTime: 'string' } },
      presetConfig: {
        // `fieldState` reads an answer by its paths, so fragments are not hidden from each other.
        fragmentMasking: false,
        persistedDocuments: { mode: 'embedHashInDocument', hashAlgorithm: 'sha256' },
      },
    },
  },
};

export default config;
