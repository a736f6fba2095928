/** `@provides`: on some ways a subgraph brings along what otherwise only another one has; the other is not asked then. */
import type { Suite } from '../support/suite';

interface Reference {
  readonly id: string;
}

/** See the file's sentence. */
export const provides: Suite = {
  feature: '@provides',
  subgraphs: {
    plans: {
      typeDefs: `
        type Query { plan: Plan }
        type Plan @key(fields: "id") {
          id: ID!
          owner: Person @provides(fields: "name unit { city }")
          helpers: [Person!] @provides(fields: "name")
          writer: Person
          first: Subject @provides(fields: "... on Person { name }")
        }
        type Person @key(fields: "id") { id: ID! name: String @external unit: Unit @external }
        type Unit @key(fields: "id") { id: ID! city: String @external }
        type Team @key(fields: "id") { id: ID! }
        union Subject = Person | Team
      `,
      resolvers: {
        Query: {
          plan: () => ({
            id: 'p',
            owner: { id: '1', name: 'provided', unit: { id: 'u', city: 'provided' } },
            helpers: [
              { id: '2', name: 'provided' },
              { id: '3', name: null },
            ],
            writer: { id: '1', name: 'not provided' },
            first: { __typename: 'Person', id: '1', name: 'provided' },
          }),
        },
      },
    },
    people: {
      typeDefs: `
        type Person @key(fields: "id") { id: ID! name: String @shareable unit: Unit @shareable age: Int }
        type Unit @key(fields: "id") { id: ID! city: String @shareable rooms: Int }
        type Team @key(fields: "id") { id: ID! name: String }
      `,
      resolvers: {
        Person: { name: ({ id }: Reference) => `person ${id}`, unit: () => ({ id: 'u' }), age: () => 40 },
        Unit: { city: () => 'people', rooms: () => 4 },
        Team: { name: () => 'team' },
      },
    },
  },
  cases: [
    {
      name: 'what is provided is not fetched again',
      query: '{ plan { owner { name unit { city } } helpers { name } } }',
      expected: {
        data: {
          plan: {
            owner: { name: 'provided', unit: { city: 'provided' } },
            helpers: [{ name: 'provided' }, { name: null }],
          },
        },
      },
      calls: ['plans'],
    },
    {
      name: 'what is not provided on this way is fetched',
      query: '{ plan { owner { name age unit { city rooms } } writer { name } helpers { unit { rooms } } } }',
      expected: {
        data: {
          plan: {
            owner: { name: 'provided', age: 40, unit: { city: 'provided', rooms: 4 } },
            writer: { name: 'person 1' },
            helpers: [{ unit: { rooms: 4 } }, { unit: { rooms: 4 } }],
          },
        },
      },
    },
    {
      name: 'for one type of a union',
      query: '{ plan { first { ... on Person { name age } ... on Team { name } } } }',
      expected: { data: { plan: { first: { name: 'provided', age: 40 } } } },
    },
  ],
};
