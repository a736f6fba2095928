/** `@override` and `@inaccessible`: who answers for a field, and what clients never see. */
import type { Suite } from '../support/suite';

/** See the file's sentence. */
export const overrides: Suite = {
  feature: '@override and @inaccessible',
  subgraphs: {
    old: {
      typeDefs: `
        type Query { case: Case moved: String secret: String @inaccessible }
        type Case @key(fields: "id") { id: ID! title: String state: State code: String @inaccessible }
        enum State { OPEN CLOSED LOST @inaccessible }
      `,
      resolvers: {
        Query: { case: () => ({ id: 'c', title: 'old', state: 'OPEN', code: 'k' }), moved: () => 'old' },
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
      name: 'a value of an enum that clients cannot see is none',
      query: '{ lost { title state } }',
      expected: { data: { lost: { title: 'new', state: null } }, errors: ['lost.state'] },
    },
  ],
};
