/** `@override` and `@inaccessible`: who answers for a field, and what clients never see. */
import type { Suite } from '../support/suite';

/** See the file's sentence. */
export const overrides: Suite = {
  feature: '@override and @inaccessible',
  subgraphs: {
    old: {
      typeDefs: `
        type Query { case: Case moved: String secret: String @inaccessible papers: [Paper] strict: Strict }
        type Case @key(fields: "id") { id: ID! title: String state: State code: String @inaccessible }
        enum State { OPEN CLOSED LOST @inaccessible }
        union Paper = Open | Sealed
        type Open { text: String }
        type Sealed @inaccessible { text: String }
        type Strict { state: State! }
      `,
      resolvers: {
        Query: {
          case: () => ({ id: 'c', title: 'old', state: 'OPEN', code: 'k' }),
          moved: () => 'old',
          papers: () => [
            { __typename: 'Sealed', text: 's' },
            { __typename: 'Open', text: 'o' },
          ],
          strict: () => ({ state: 'LOST' }),
        },
        Case: { __resolveReference: ({ id }: { id: string }) => ({ id, title: 'old', state: 'LOST', code: 'k' }) },
      },
    },
    new: {
      typeDefs: `
        type Query { moved: String @override(from: "old") lost: Case }
        type Case @key(fields: "id") {
          id: ID!
          title: String @override(from: "old")
          code: String @external
          label: String @requires(fields: "code")
        }
      `,
      resolvers: {
        Query: { moved: () => 'new', lost: () => ({ id: 'l' }) },
        Case: { title: () => 'new', label: ({ code }: { code: string }) => `label ${code}` },
      },
    },
  },
  cases: [
    {
      name: 'the new subgraph answers, at the root and on the way',
      query: '{ moved case { title state } }',
      expected: { data: { moved: 'new', case: { title: 'new', state: 'OPEN' } } },
    },
    {
      name: 'what clients cannot see can be required',
      query: '{ case { label } }',
      expected: { data: { case: { label: 'label k' } } },
    },
    {
      name: 'what is required by a field that is left out is not missed',
      query: 'query ($no: Boolean!) { case { title label @include(if: $no) } }',
      variables: { no: false },
      stock: 'without what the other field requires it does not ask for the entity at all',
      expected: { data: { case: { title: 'new' } } },
    },
    {
      name: 'a value of an enum that clients cannot see is none, which is no fault of anybody',
      query: '{ lost { title state } }',
      expected: { data: { lost: { title: 'new', state: null } } },
      stock: 'it says among its extensions that the value is invalid',
    },
    {
      name: 'nor is there an object of a type that clients cannot see',
      query: '{ papers { ... on Open { text } } }',
      expected: { data: { papers: [null, { text: 'o' }] } },
      stock: 'it says among its extensions that the value is invalid',
    },
    {
      name: 'where there has to be a value, one that clients cannot see is missing',
      query: '{ strict { state } }',
      expected: { data: { strict: null }, errors: ['strict.state'] },
    },
  ],
};
