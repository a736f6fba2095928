/** `@skip` and `@include` in all combinations: what is not there is not fetched, and leaves nothing behind. */
import type { Suite } from '../support/suite';

/** See the file's sentence. */
export const conditions: Suite = {
  feature: '@skip and @include',
  subgraphs: {
    people: {
      typeDefs: `
        type Query { person: Person people: [Person!] }
        type Mutation { rename(name: String!): Person }
        type Person @key(fields: "id") { id: ID! name: String friend: Person }
      `,
      resolvers: {
        Query: { person: () => ({ id: '1', name: 'A' }), people: () => [{ id: '1', name: 'A' }] },
        Mutation: { rename: (_: unknown, { name }: { name: string }) => ({ id: '1', name }) },
        Person: { friend: () => ({ id: '2', name: 'B' }) },
      },
    },
    ages: {
      typeDefs: 'type Query { year: Int } type Person @key(fields: "id") { id: ID! age: Int twin: Person }',
      resolvers: {
        Query: { year: () => 2026 },
        Person: { age: ({ id }: { id: string }) => Number(id) * 10, twin: () => ({ id: '3' }) },
      },
    },
  },
  cases: [
    {
      name: 'a fetch for a field that is not included is not made',
      query: 'query ($no: Boolean!) { person { name age @include(if: $no) } year @skip(if: true) }',
      variables: { no: false },
      expected: { data: { person: { name: 'A' } } },
      calls: ['people'],
    },
    {
      name: 'and one for a field that is, is',
      query: 'query ($yes: Boolean!) { person { age @include(if: $yes) } year @skip(if: false) }',
      variables: { yes: true },
      expected: { data: { person: { age: 10 }, year: 2026 } },
      calls: ['ages', 'ages × 1', 'people'],
    },
    {
      name: 'defaults of variables count',
      query: 'query ($a: Boolean! = true, $b: Boolean! = false) { person { age @include(if: $a) name @skip(if: $b) } }',
      expected: { data: { person: { age: 10, name: 'A' } } },
    },
    {
      name: 'both on one field: skipped wins',
      query: `query ($yes: Boolean!, $no: Boolean!) { person { a: age @include(if: $yes) @skip(if: $yes)
        b: age @include(if: $yes) @skip(if: $no) c: age @include(if: $no) @skip(if: $no) } }`,
      variables: { yes: true, no: false },
      expected: { data: { person: { b: 10 } } },
    },
    {
      name: 'the same field twice, once with a condition',
      query:
        'query ($no: Boolean!) { person { age age @include(if: $no) friend { age } friend @skip(if: $no) { name } } }',
      variables: { no: false },
      expected: { data: { person: { age: 10, friend: { age: 20, name: 'B' } } } },
    },
    {
      name: 'an object all of whose fields are left out is an object',
      query: 'query ($no: Boolean!) { person { name @include(if: $no) friend { age @include(if: $no) } } }',
      variables: { no: false },
      expected: { data: { person: { friend: {} } } },
    },
    {
      name: 'also one that is fetched for nothing else, under a condition of its own',
      query: 'query ($yes: Boolean!, $no: Boolean! = false) { person @skip(if: $no) { twin @skip(if: $yes) { age } } }',
      variables: { yes: true },
      expected: { data: { person: {} } },
    },
    {
      name: 'an operation of which nothing is left',
      query: 'query ($no: Boolean!) { person @include(if: $no) { age } year @include(if: $no) }',
      variables: { no: false },
      expected: { data: {} },
      calls: [],
    },
    {
      name: 'on fragments, inside of each other',
      query: `query ($yes: Boolean!, $no: Boolean!) { person { ...A @include(if: $yes) ...B @skip(if: $yes)
          ... @include(if: $yes) { twin { ... @skip(if: $no) { age ... on Person @include(if: $no) { name } } } } } }
        fragment A on Person { friend { ...C @skip(if: $no) } } fragment B on Person { friend { name } }
        fragment C on Person { age }`,
      variables: { yes: true, no: false },
      expected: { data: { person: { friend: { age: 20 }, twin: { age: 30 } } } },
    },
    {
      name: 'a whole branch under a condition is a condition of the plan',
      query:
        'query ($yes: Boolean!) { people @include(if: $yes) { age twin { name } } person @skip(if: $yes) { age } }',
      variables: { yes: true },
      expected: { data: { people: [{ age: 10, twin: { name: null } }] } },
    },
    {
      name: 'in a mutation',
      query: 'mutation ($yes: Boolean!) { rename(name: "Z") { name @skip(if: $yes) age @include(if: $yes) } }',
      variables: { yes: true },
      expected: { data: { rename: { age: 10 } } },
    },
  ],
};
