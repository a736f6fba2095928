/** Interface objects whose key leads nowhere: what can be answered is, and the rest is said to be missing. */
import type { Suite } from '../support/suite';

/** See the file's sentence. */
export const unresolvable: Suite = {
  feature: 'keys of interfaces that cannot be resolved',
  subgraphs: {
    types: {
      typeDefs: `
        type Query { node: Node product: Product }
        interface Node @key(fields: "id") { id: ID! }
        interface Product @key(fields: "id") { id: ID! }
        type Bread implements Product @key(fields: "id") { id: ID! }
      `,
      resolvers: {
        Query: { node: () => ({ id: 'n1' }), product: () => ({ __typename: 'Bread', id: 'p1' }) },
      },
    },
    fields: {
      typeDefs: `
        type Query { other: Node number: Int }
        type Node @key(fields: "id") @interfaceObject { id: ID! field: String }
        type Product @key(fields: "id") @interfaceObject { id: ID! name: String! }
      `,
      resolvers: {
        Query: { other: () => ({ id: 'n1', field: 'f' }), number: () => 1 },
        Product: { __resolveReference: () => null },
      },
    },
  },
  cases: [
    {
      name: 'an interface object needs no type for its own fields',
      query: '{ other { id field } }',
      expected: { data: { other: { id: 'n1', field: 'f' } } },
    },
    {
      name: 'an interface without a type has no objects: the planner finds no way, and that is said',
      query: '{ node { field } number }',
      expected: { data: { node: null, number: 1 }, errors: ['node'] },
      stock: 'it says null, as if there were nothing',
    },
    {
      name: 'an operation of which nothing can be planned has no answer, rather than one of nulls',
      query: 'query ($no: Boolean!) { one: node { field } two: node { field } number @include(if: $no) }',
      variables: { no: false },
      expected: { data: null, errors: ['one', 'two'] },
      stock: 'it says null of each, as if there were nothing',
    },
    {
      name: 'nor has it any where it is asked for itself',
      query: '{ node { id } }',
      expected: { data: { node: null }, errors: ['node'] },
    },
    {
      name: 'an interface object that does not know the key',
      query: '{ product { id name } }',
      expected: { data: { product: null }, errors: ['product.name'] },
    },
    {
      name: 'which is not asked when a type of the interface has all that is wanted',
      query: '{ product { ... on Bread { id } } }',
      expected: { data: { product: { id: 'p1' } } },
      calls: ['types'],
    },
  ],
};
