/** `@key`: several, nested and mixed shapes of keys on one type; ways from one to the other; keys that lead nowhere. */
import type { Suite } from '../support/suite';

interface Reference {
  readonly [name: string]: any;
}

const PEOPLE = [
  { id: '1', code: 'x1', place: { region: 'r1', unit: { name: 'u1' } }, name: 'Ada' },
  { id: '2', code: 'x2', place: { region: 'r1', unit: { name: 'u2' } }, name: 'Bo' },
  { id: '3', code: 'x3', place: { region: 'r2', unit: { name: 'u1' } }, name: 'Cay' },
];
const BY_PLACE = ({ place }: Reference) =>
  PEOPLE.find((one) => one.place.region === place.region && one.place.unit.name === place.unit.name);

/** See the file's sentence. */
export const keys: Suite = {
  feature: '@key',
  subgraphs: {
    staff: {
      typeDefs: `
        type Query { staff: [Person!]! byId(id: ID!): Person gone: Person }
        type Person @key(fields: "id") @key(fields: "code") { id: ID! code: ID }
      `,
      resolvers: {
        Query: {
          staff: () => PEOPLE,
          byId: (_: unknown, { id }: Reference) => PEOPLE.find((one) => one.id === id),
          gone: () => ({ id: '9', code: null }),
        },
        Person: {
          __resolveReference: ({ id, code }: Reference) => PEOPLE.find((one) => one.id === id || one.code === code),
        },
      },
    },
    codes: {
      typeDefs: `
        type Person @key(fields: "code") @key(fields: "place { region unit { name } }") {
          code: ID
          place: Place
        }
        type Place @shareable { region: ID! unit: Unit! }
        type Unit @shareable { name: String! }
      `,
      resolvers: {
        Person: {
          __resolveReference: (given: Reference) =>
            given['place'] ? BY_PLACE(given) : (PEOPLE.find(({ code }) => code === given['code']) ?? null),
        },
      },
    },
    places: {
      typeDefs: `
        type Query { first: Person }
        type Person @key(fields: "place { region unit { name } }") { place: Place name: String! boss: Person }
        type Place @shareable { region: ID! unit: Unit! }
        type Unit @shareable { name: String! }
      `,
      resolvers: {
        Query: { first: () => PEOPLE[0] },
        Person: {
          __resolveReference: BY_PLACE,
          boss: ({ name }: Reference) => (name === 'Bo' ? PEOPLE[2] : null),
        },
      },
    },
    mixed: {
      typeDefs: `
        type Query { box: Box }
        type Box @key(fields: "id") { id: ID! things: [Thing!]! }
        type Thing
          @key(fields: "mark { one two }", resolvable: false)
          @key(fields: "id mark { two three }")
          @key(fields: "number", resolvable: false)
          @key(fields: "id", resolvable: false) {
          id: ID!
          number: ID!
          mark: Mark!
          name: String! @external
          label: String! @requires(fields: "name")
        }
        type Mark @shareable { one: ID! two: ID! three: ID! }
      `,
      resolvers: {
        Query: {
          box: () => ({ id: 'b', things: [{ id: '1', number: 'n1', mark: { one: 'o', two: 't', three: 'h' } }] }),
        },
        Thing: {
          __resolveReference: ({ id, mark, name }: Reference) => (mark.three === 'h' ? { id, mark, name } : null),
          label: ({ name }: Reference) => `label of ${name}`,
        },
      },
    },
    things: {
      typeDefs: `
        type Thing
          @key(fields: "id")
          @key(fields: "number", resolvable: false)
          @key(fields: "mark { one two }", resolvable: false)
          @key(fields: "id mark { two three }", resolvable: false) {
          id: ID!
          number: ID!
          mark: Mark!
          name: String!
        }
        type Mark @shareable { one: ID! two: ID! three: ID! }
      `,
      resolvers: {
        Thing: {
          __resolveReference: ({ id }: Reference) => ({
            id,
            number: `n${id}`,
            mark: { one: 'o', two: 't', three: 'h' },
            name: `thing ${id}`,
          }),
        },
      },
    },
  },
  cases: [
    {
      name: 'from one key over a second to a third, which is nested',
      query: '{ staff { name } }',
      expected: { data: { staff: [{ name: 'Ada' }, { name: 'Bo' }, { name: 'Cay' }] } },
      calls: ['codes × 3', 'places × 3', 'staff'],
    },
    {
      name: 'and back',
      query: '{ first { id name } }',
      expected: { data: { first: { id: '1', name: 'Ada' } } },
    },
    {
      name: 'an entity met by one key inside of one met by another',
      query: '{ byId(id: 2) { boss { id code place { unit { name } } } } }',
      expected: { data: { byId: { boss: { id: '3', code: 'x3', place: { unit: { name: 'u1' } } } } } },
    },
    {
      name: 'parts of a nested key under other names',
      query: '{ staff { where: place { id: region unit: unit { region: name } } place: name } }',
      expected: {
        data: {
          staff: [
            { where: { id: 'r1', unit: { region: 'u1' } }, place: 'Ada' },
            { where: { id: 'r1', unit: { region: 'u2' } }, place: 'Bo' },
            { where: { id: 'r2', unit: { region: 'u1' } }, place: 'Cay' },
          ],
        },
      },
    },
    {
      name: 'a key that is null leads to nobody: what can be null is, and says nothing',
      query: '{ gone { id place { region } } }',
      expected: { data: { gone: { id: '9', place: null } } },
    },
    {
      name: 'a key that is null leads to nobody: an object that lacks what it must have is null',
      query: '{ gone { id name } }',
      expected: { data: { gone: null }, errors: ['gone.name'] },
    },
    {
      stock: 'the planner comes back by the first key, though the subgraph does not resolve it',
      name: 'keys of several shapes on one type, resolvable here and not there, with a field that requires another',
      query: '{ box { id things { id name label number } } }',
      expected: {
        data: { box: { id: 'b', things: [{ id: '1', name: 'thing 1', label: 'label of thing 1', number: 'n1' }] } },
      },
    },
    {
      name: 'an object of which nothing is left, though it stands under a condition of its own',
      query:
        'query ($yes: Boolean!, $no: Boolean! = false) { box @skip(if: $no) { things @skip(if: $yes) { label } } }',
      variables: { yes: true },
      expected: { data: { box: {} } },
      stock: 'nothing is fetched, and so there is null instead of an object',
    },
  ],
};
