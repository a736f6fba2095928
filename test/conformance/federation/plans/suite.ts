/** The order of fetches: one after another where one needs what the other brings, at the same time where not. */
import type { Suite } from '../support/suite';

const ROOMS: Record<string, { id: string; beds: { id: string }[][]; ward: { id: string } | null }> = {
  a: { id: 'a', beds: [[{ id: '1' }, { id: '2' }], [], [{ id: '1' }]], ward: { id: 'w' } },
  b: { id: 'b', beds: [[{ id: '3' }]], ward: null },
};

/** See the file's sentence. */
export const plans: Suite = {
  feature: 'sequences, parallels and flattened lists',
  subgraphs: {
    rooms: {
      typeDefs: `
        type Query { rooms: [Room]! room(id: ID!): Room }
        type Room @key(fields: "id") { id: ID! beds: [[Bed!]!]! ward: Ward }
        type Bed @key(fields: "id", resolvable: false) { id: ID! }
        type Ward @key(fields: "id", resolvable: false) { id: ID! }
      `,
      resolvers: {
        Query: { rooms: () => [ROOMS['a'], null, ROOMS['b']], room: (_: unknown, { id }: { id: string }) => ROOMS[id] },
        Room: { __resolveReference: ({ id }: { id: string }) => ROOMS[id] },
      },
    },
    beds: {
      typeDefs: `
        type Query { freeBeds: Int! }
        type Bed @key(fields: "id") { id: ID! isFree: Boolean! neighbour: Bed }
        type Room @key(fields: "id") { id: ID! free: Int }
      `,
      resolvers: {
        Query: { freeBeds: () => 2 },
        Bed: {
          isFree: ({ id }: { id: string }) => id !== '2',
          neighbour: ({ id }: { id: string }) => (id === '1' ? { id: '2' } : null),
        },
        Room: { free: ({ id }: { id: string }) => (id === 'a' ? 3 : null) },
      },
    },
    wards: {
      typeDefs: `
        type Query { wardCount: Int! }
        type Ward @key(fields: "id") { id: ID! name: String! rooms: [Room!]! }
        type Room @key(fields: "id", resolvable: false) { id: ID! }
      `,
      resolvers: {
        Query: { wardCount: () => 1 },
        Ward: { name: ({ id }: { id: string }) => `Ward ${id}`, rooms: () => [{ id: 'a' }, { id: 'b' }] },
      },
    },
  },
  cases: [
    {
      name: 'root fields of several subgraphs are one answer in the order in which they were asked',
      query: '{ wardCount rooms { id } freeBeds }',
      expected: { data: { wardCount: 1, rooms: [{ id: 'a' }, null, { id: 'b' }], freeBeds: 2 } },
      calls: ['beds', 'rooms', 'wards'],
    },
    {
      name: 'entities in lists of lists are asked for once each and put back at every place',
      query: '{ rooms { beds { id isFree } } }',
      expected: {
        data: {
          rooms: [
            {
              beds: [
                [
                  { id: '1', isFree: true },
                  { id: '2', isFree: false },
                ],
                [],
                [{ id: '1', isFree: true }],
              ],
            },
            null,
            { beds: [[{ id: '3', isFree: true }]] },
          ],
        },
      },
      calls: ['beds × 3', 'rooms'],
    },
    {
      name: 'what hangs on the same object comes from two subgraphs at once, a missing object from none',
      query: '{ rooms { free ward { name } } }',
      expected: { data: { rooms: [{ free: 3, ward: { name: 'Ward w' } }, null, { free: null, ward: null }] } },
      calls: ['beds × 2', 'rooms', 'wards × 1'],
    },
    {
      name: 'five hops through three subgraphs and back',
      query: '{ room(id: "a") { ward { rooms { beds { neighbour { isFree } } ward { name } } } } }',
      expected: {
        data: {
          room: {
            ward: {
              rooms: [
                {
                  beds: [
                    [{ neighbour: { isFree: false } }, { neighbour: null }],
                    [],
                    [{ neighbour: { isFree: false } }],
                  ],
                  ward: { name: 'Ward w' },
                },
                { beds: [[{ neighbour: null }]], ward: null },
              ],
            },
          },
        },
      },
    },
    {
      name: 'nothing is fetched for what is not there',
      query: '{ room(id: "none") { free ward { name } beds { isFree } } }',
      expected: { data: { room: null } },
      calls: ['rooms'],
    },
    {
      name: 'the same entities under two names are one question',
      query: '{ one: room(id: "a") { free } other: room(id: "a") { free } }',
      expected: { data: { one: { free: 3 }, other: { free: 3 } } },
      calls: ['beds × 1', 'rooms'],
    },
  ],
};
