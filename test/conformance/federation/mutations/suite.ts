/** Mutations: one after another across subgraphs, each with what it returns fetched from where it is. */
import type { Suite } from '../support/suite';

interface State {
  total: number;
  readonly order: string[];
}

const done = (state: State, what: string, by = 0): { id: string; step: string } => {
  state.total += by;
  state.order.push(what);
  return { id: 'c', step: `${what}=${state.total}` };
};

/** See the file's sentence. */
export const mutations: Suite = {
  feature: 'mutations',
  state: () => ({ total: 0, order: [] }),
  subgraphs: {
    adding: {
      typeDefs: `
        type Query { total: Int! }
        type Mutation { add(by: Int!): Counter fail: Counter must: Counter! }
        type Counter @key(fields: "id") { id: ID! step: String @shareable }
      `,
      resolvers: {
        Query: { total: (_: unknown, __: unknown, state: State) => state.total },
        Mutation: {
          add: (_: unknown, { by }: { by: number }, state: State) => done(state, 'add', by),
          fail: () => {
            throw new Error('no');
          },
          must: () => null,
        },
      },
    },
    taking: {
      typeDefs: `
        type Mutation { take(by: Int!): Counter }
        type Counter @key(fields: "id") { id: ID! step: String @shareable log: [String!]! }
      `,
      resolvers: {
        Mutation: { take: (_: unknown, { by }: { by: number }, state: State) => done(state, 'take', -by) },
        Counter: { log: (_: unknown, __: unknown, { order }: State) => [...order] },
      },
    },
  },
  cases: [
    {
      name: 'run in order, also when the subgraphs alternate',
      query:
        'mutation { a: add(by: 5) { step } b: take(by: 2) { step } c: take(by: 1) { step } d: add(by: 10) { step } }',
      expected: {
        data: { a: { step: 'add=5' }, b: { step: 'take=3' }, c: { step: 'take=2' }, d: { step: 'add=12' } },
      },
      calls: ['adding', 'adding', 'taking'],
    },
    {
      name: 'the same mutation twice is made twice',
      query: 'mutation { a: add(by: 1) { step } t: take(by: 0) { step } b: add(by: 1) { step } }',
      expected: { data: { a: { step: 'add=1' }, t: { step: 'take=1' }, b: { step: 'add=2' } } },
    },
    {
      name: 'what one returns is completed from another subgraph before the next one runs',
      query: 'mutation { a: add(by: 1) { log } b: take(by: 1) { log } }',
      expected: { data: { a: { log: ['add'] }, b: { log: ['add', 'take'] } } },
      calls: ['adding', 'taking', 'taking × 1'],
    },
    {
      name: 'one that fails leaves the others alone',
      query: 'mutation { a: add(by: 1) { step } fail { step log } b: take(by: 3) { step } }',
      expected: { data: { a: { step: 'add=1' }, fail: null, b: { step: 'take=-2' } }, errors: ['fail'] },
    },
    {
      name: 'one that must not be null and is takes the answer with it',
      query: 'mutation { a: add(by: 1) { step } must { step } }',
      expected: { data: null, errors: ['must'] },
    },
  ],
};
