/** Interfaces and unions whose types, and the fields of them, are spread over subgraphs. */
import type { Suite } from '../support/suite';

interface Reference {
  readonly id: string;
}

const SERVICES = [
  { __typename: 'Stay', id: '1', value: 3 },
  { __typename: 'Visit', id: '2', value: 'short' },
  { __typename: 'Letter', id: '3' },
];

/** See the file's sentence. */
export const abstractTypes: Suite = {
  feature: 'interfaces and unions',
  subgraphs: {
    services: {
      typeDefs: `
        type Query { services: [Service]! any: [Any!]! one(id: ID!): Service }
        interface Service { id: ID! }
        interface Counted implements Service { id: ID! about: Any }
        type Stay implements Service & Counted @key(fields: "id") { id: ID! value: Int! about: Any }
        type Visit implements Service & Counted @key(fields: "id") { id: ID! value: String about: Any }
        type Letter implements Service @key(fields: "id") { id: ID! }
        union Any = Stay | Visit | Letter
      `,
      resolvers: {
        Stay: {
          __resolveReference: ({ id }: Reference) => SERVICES.find((one) => one.id === id),
          about: () => SERVICES[1],
        },
        Query: {
          services: () => [...SERVICES, null],
          any: () => SERVICES,
          one: (_: unknown, { id }: Reference) => SERVICES.find((one) => one.id === id),
        },
        Visit: { about: () => SERVICES[2] },
      },
    },
    costs: {
      typeDefs: `
        type Query { dearest: Priced }
        interface Priced { cost: Int }
        type Stay implements Priced @key(fields: "id") { id: ID! cost: Int unit: Unit }
        type Letter implements Priced @key(fields: "id") { id: ID! cost: Int sender: Party }
        union Party = Person | Unit
        type Person { name: String }
        type Unit { name: String! code: ID! }
      `,
      resolvers: {
        Query: { dearest: () => ({ __typename: 'Stay', id: '1' }) },
        Stay: { cost: () => 900, unit: () => ({ name: 'U', code: 'u' }) },
        Letter: { cost: () => 9, sender: () => ({ __typename: 'Person', name: 'P' }) },
      },
    },
    places: {
      typeDefs: `
        interface Placed { place: String }
        type Stay implements Placed @key(fields: "id") { id: ID! place: String }
        type Visit implements Placed @key(fields: "id") { id: ID! place: String }
      `,
      resolvers: { Stay: { place: () => 'Esbjerg' }, Visit: { place: () => 'home' } },
    },
  },
  cases: [
    {
      name: 'fields of each type from where they are',
      query: `{ services { __typename id ... on Stay { cost place } ... on Visit { place } ... on Letter { cost } } }`,
      expected: {
        data: {
          services: [
            { __typename: 'Stay', id: '1', cost: 900, place: 'Esbjerg' },
            { __typename: 'Visit', id: '2', place: 'home' },
            { __typename: 'Letter', id: '3', cost: 9 },
            null,
          ],
        },
      },
      calls: ['costs × 2', 'places × 2', 'services'],
    },
    {
      name: 'under conditions of interfaces that only another subgraph knows',
      query: '{ services { ... on Priced { cost } ... on Placed { place } } any { ... on Priced { cost } } }',
      expected: {
        data: {
          services: [{ cost: 900, place: 'Esbjerg' }, { place: 'home' }, { cost: 9 }, null],
          any: [{ cost: 900 }, {}, { cost: 9 }],
        },
      },
    },
    {
      name: 'conditions inside of conditions, of which not all can hold',
      query: `{ any { ... on Service { ... on Stay { cost } ... on Counted { ... on Visit { place } } } ... on Letter {
        ... on Priced { cost } } } }`,
      expected: { data: { any: [{ cost: 900 }, { place: 'home' }, { cost: 9 }] } },
    },
    {
      name: 'fields of one name and several types, under names that do not clash',
      query: '{ any { ... on Stay { number: value } ... on Visit { value } ... on Letter { text: id } } }',
      expected: { data: { any: [{ number: 3 }, { value: 'short' }, { text: '3' }] } },
    },
    {
      name: 'unions inside of unions',
      query: `{ any { ... on Counted { about { __typename ... on Visit { place about { ... on Letter { cost sender {
        ... on Person { name } } } } } ... on Letter { cost } } } } }`,
      expected: {
        data: {
          any: [
            { about: { __typename: 'Visit', place: 'home', about: { cost: 9, sender: { name: 'P' } } } },
            { about: { __typename: 'Letter', cost: 9 } },
            {},
          ],
        },
      },
    },
    {
      name: 'fields with the same answer name on types that differ in whether it can be null',
      query:
        '{ services { ... on Letter { sender { ... on Person { text: name } ... on Unit { code } } } ... on Stay { unit { name } } } }',
      expected: { data: { services: [{ unit: { name: 'U' } }, {}, { sender: { text: 'P' } }, null] } },
    },
    {
      name: 'an interface of one subgraph leads to a type and on to another',
      query: '{ dearest { cost ... on Stay { place value } ... on Service { id } } }',
      expected: { data: { dearest: { cost: 900, place: 'Esbjerg', value: 3, id: '1' } } },
    },
    {
      name: 'a name for the type, several times and under other names',
      query:
        '{ one(id: 3) { a: __typename ... on Letter { b: __typename __typename } ... on Stay { c: __typename } } }',
      expected: { data: { one: { a: 'Letter', b: 'Letter', __typename: 'Letter' } } },
    },
    {
      name: 'nothing but the type, at the root too',
      query: '{ __typename kind: __typename any { __typename } }',
      expected: {
        data: {
          __typename: 'Query',
          kind: 'Query',
          any: [{ __typename: 'Stay' }, { __typename: 'Visit' }, { __typename: 'Letter' }],
        },
      },
    },
  ],
};
