/** Aliases: a client may call a field anything, also by the names of keys and of what every object has. */
import type { Suite } from '../support/suite';

const STAY = { id: 's1', days: 3, patient: { id: 'p1' } };

/** See the file's sentence. */
export const aliases: Suite = {
  feature: 'aliases',
  subgraphs: {
    patients: {
      typeDefs: `
        type Query { patient: Patient patients: [Patient!]! }
        type Patient @key(fields: "id ward { code }") { id: ID! name: String ward: Ward! tag: String }
        type Ward @shareable { code: ID! floor: Int }
      `,
      resolvers: {
        Query: {
          patient: () => ({ id: 'p1', name: 'Ib', ward: { code: 'w', floor: 2 }, tag: 't' }),
          patients: () => [{ id: 'p1', name: 'Ib', ward: { code: 'w', floor: 2 }, tag: 't' }],
        },
      },
    },
    stays: {
      typeDefs: `
        type Patient @key(fields: "id ward { code }") {
          id: ID! ward: Ward! stay: Stay note(length: Int = 1): String tag: String @external
          long: String @requires(fields: "tag")
        }
        type Ward @shareable { code: ID! }
        type Stay @key(fields: "id") { id: ID! days: Int patient: Patient }
      `,
      resolvers: {
        Patient: {
          stay: ({ id }: { id: string }) => (id === 'p1' ? { ...STAY, patient: { id, ward: { code: 'w' } } } : null),
          note: (_: unknown, { length }: { length: number }) => 'n'.repeat(length),
          long: ({ tag }: { tag: string }) => `${tag}${tag}`,
        },
      },
    },
    bills: {
      typeDefs: 'type Stay @key(fields: "id") { id: ID! cost: Int }',
      resolvers: { Stay: { cost: ({ id }: { id: string }) => (id === 's1' ? 100 : -1) } },
    },
  },
  cases: [
    {
      name: 'an object field under the name of a key',
      query: '{ patient { id: stay { days cost } name } }',
      stock: 'the planner puts the key and the object under one name, and the executor reads the key out of the object',
      expected: { data: { patient: { id: { days: 3, cost: 100 }, name: 'Ib' } } },
    },
    {
      name: 'another scalar under the name of a key, and a key under the name of an object',
      query: '{ patient { id: name name: id ward: stay { id: cost cost: days days: id } } }',
      stock: 'the planner puts the key and the object under one name, and the executor reads the key out of the object',
      expected: { data: { patient: { id: 'Ib', name: 'p1', ward: { id: 100, cost: 3, days: 's1' } } } },
    },
    {
      name: 'inside of a nested key',
      query: '{ patient { ward { code: floor floor: code } stay { days } } }',
      stock: 'the planner puts the key and the object under one name, and the executor reads the key out of the object',
      expected: { data: { patient: { ward: { code: 2, floor: 'w' }, stay: { days: 3 } } } },
    },
    {
      name: 'another field under the name of what a field requires',
      query: '{ patient { tag: note(length: 3) long } }',
      expected: { data: { patient: { tag: 'nnn', long: 'tt' } } },
    },
    {
      name: 'names that every JavaScript object has',
      query: `{ constructor: patient { toString: name hasOwnProperty: stay { valueOf: days constructor: cost } then: id
        __proto__: stay { __proto__: cost } } }`,
      expected: {
        data: JSON.parse(`{ "constructor": { "toString": "Ib", "hasOwnProperty": { "valueOf": 3, "constructor": 100 },
          "then": "p1", "__proto__": { "__proto__": 100 } } }`) as unknown,
      },
    },
    {
      name: 'one field under several names with several arguments',
      query: '{ patient { note a: note(length: 2) b: note(length: 2) c: note(length: 0) } }',
      expected: { data: { patient: { note: 'n', a: 'nn', b: 'nn', c: '' } } },
    },
    {
      name: 'names that end as the gateway’s own do',
      query: '{ patient { id__asked: name id: stay { days__asked: days } } }',
      stock: 'the planner puts the key and the object under one name, and the executor reads the key out of the object',
      expected: { data: { patient: { id__asked: 'Ib', id: { days__asked: 3 } } } },
    },
  ],
};
