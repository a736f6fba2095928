/** Introspection, by itself and beside data, is answered from the schema that clients see. */
import type { Suite } from '../support/suite';

/** See the file's sentence. */
export const introspection: Suite = {
  feature: 'introspection',
  subgraphs: {
    one: {
      typeDefs: `
        type Query { thing: Thing }
        type Thing @key(fields: "id") { id: ID! name: String hidden: String @inaccessible }
      `,
      resolvers: { Query: { thing: () => ({ id: 't', name: 'T' }) } },
    },
    two: {
      typeDefs: 'type Thing @key(fields: "id") { id: ID! count: Int! }',
      resolvers: { Thing: { count: () => 2 } },
    },
  },
  cases: [
    {
      name: 'shows the joined type and none of what makes it federated',
      query: '{ __type(name: "Thing") { fields { name } } entity: __type(name: "_Entity") { name } }',
      expected: {
        data: { __type: { fields: [{ name: 'id' }, { name: 'name' }, { name: 'count' }] }, entity: null },
      },
      calls: [],
    },
    {
      name: 'beside data, in the order in which it was asked, with variables and fragments',
      query: `query ($name: String!, $yes: Boolean!) { thing { count } ...A schema: __schema { queryType { name } }
        __typename } fragment A on Query { type: __type(name: $name) { ...B kind @skip(if: $yes) } }
        fragment B on __Type { name }`,
      variables: { name: 'Thing', yes: true },
      expected: {
        data: {
          thing: { count: 2 },
          type: { name: 'Thing' },
          schema: { queryType: { name: 'Query' } },
          __typename: 'Query',
        },
      },
    },
    {
      name: 'under a condition that does not hold it is not there',
      query: 'query ($no: Boolean!) { __schema @include(if: $no) { queryType { name } } thing { name } }',
      variables: { no: false },
      expected: { data: { thing: { name: 'T' } } },
    },
  ],
};
