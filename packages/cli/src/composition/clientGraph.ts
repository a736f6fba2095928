/** The graph as clients see it, for those who write them: its schema as text, and as the types that gql.tada reads. */
import { Supergraph } from '@apollo/federation-internals';
import { minifyIntrospection, preprocessIntrospection } from '@gql.tada/internal';
import { introspectionFromSchema, printSchema } from 'graphql';

/** What packages/client ships of the graph, by file. */
export interface ClientGraph {
  /** SDL with all descriptions, for graphql-codegen and for reading. */
  readonly 'packages/client/schema.graphql': string;
  /** Types alone. */
  readonly 'packages/client/src/graphql/introspection.ts': string;
}

const HEAD = '/** What gql.tada knows of the graph. Written by `npx sammen compose`; do not edit. */\n';

/** Makes both of a composed supergraph; the same supergraph always gives the same texts. */
export function clientGraph(supergraphSdl: string): ClientGraph {
  const schema = Supergraph.build(supergraphSdl).apiSchema().toGraphQLJSSchema();
  const introspection = minifyIntrospection(introspectionFromSchema(schema, { descriptions: false }));
  const types = preprocessIntrospection(introspection).trim();
  return {
    'packages/client/schema.graphql': `${printSchema(schema)}\n`,
    'packages/client/src/graphql/introspection.ts': `${HEAD}export type introspection = ${types};\n`,
  };
}
