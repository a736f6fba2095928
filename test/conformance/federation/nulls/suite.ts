/** Nulls and errors: how far a missing value reaches, and where an error is said to be, as GraphQL says (section 6.4.4). */
import type { Suite } from '../support/suite';

interface Reference {
  readonly id: string;
}

const fail = (): never => {
  throw new Error('failed');
};

/** See the file's sentence. */
export const nulls: Suite = {
  feature: 'nulls and errors',
  subgraphs: {
    base: {
      typeDefs: `
        type Query {
          optional: Item must: Item! list: [Item] strict: [Item!] stricter: [Item!]! grid: [[Item!]]
          same: [Item!]!
        }
        type Item @key(fields: "id") { id: ID! own: String bad: String worse: String! inner: Inner }
        type Inner { must: Item! may: Item }
      `,
      resolvers: {
        Query: {
          optional: () => ({ id: 'gone' }),
          must: () => ({ id: 'gone' }),
          list: () => [{ id: 'ok' }, { id: 'gone' }, null, { id: 'bad' }],
          strict: () => [{ id: 'ok' }, { id: 'gone' }],
          stricter: () => [{ id: 'ok' }, { id: 'bad' }],
          grid: () => [[{ id: 'ok' }], [{ id: 'ok' }, { id: 'gone' }], null],
          same: () => [{ id: 'bad' }, { id: 'ok' }, { id: 'bad' }],
        },
        Item: {
          own: ({ id }: Reference) => `own ${id}`,
          bad: fail,
          worse: fail,
          inner: ({ id }: Reference) => ({ must: { id }, may: { id } }),
        },
      },
    },
    more: {
      typeDefs: 'type Item @key(fields: "id") { id: ID! may: String must: String! list: [String!] }',
      resolvers: {
        Item: {
          __resolveReference: ({ id }: Reference) => (id === 'gone' ? null : { id }),
          may: ({ id }: Reference) => (id === 'bad' ? fail() : `may ${id}`),
          must: ({ id }: Reference) => (id === 'bad' ? fail() : `must ${id}`),
          list: ({ id }: Reference) => (id === 'bad' ? ['a', null] : ['a']),
        },
      },
    },
  },
  cases: [
    {
      name: 'an entity that another subgraph does not know: fields that may be null are',
      query: '{ optional { own may } must { may } }',
      expected: { data: { optional: { own: 'own gone', may: null }, must: { may: null } } },
    },
    {
      name: 'a field that must not be null takes its object along',
      query: '{ optional { own must } list { must } }',
      expected: {
        data: { optional: null, list: [{ must: 'must ok' }, null, null, null] },
        errors: ['list.1.must', 'list.3.must', 'optional.must'],
      },
      stock: 'it reports what it found missing itself only if no subgraph reported anything',
    },
    {
      name: 'and lists whose items must be there',
      query: '{ strict { must } grid { must } optional { own } }',
      expected: {
        data: { strict: null, grid: [[{ must: 'must ok' }], null, null], optional: { own: 'own gone' } },
        errors: ['grid.1.1.must', 'strict.1.must'],
      },
    },
    {
      name: 'up to the whole answer',
      query: '{ optional { own } stricter { must } }',
      expected: { data: null, errors: ['stricter.1.must'] },
    },
    {
      name: 'but not past what may be null',
      query: '{ list { inner { may { must } must { may } } } strict { inner { must { must } } } }',
      expected: {
        data: {
          list: [
            { inner: { may: { must: 'must ok' }, must: { may: 'may ok' } } },
            { inner: { may: null, must: { may: null } } },
            null,
            { inner: { may: null, must: { may: null } } },
          ],
          strict: [{ inner: { must: { must: 'must ok' } } }, { inner: null }],
        },
        errors: ['list.1.inner.may.must', 'list.3.inner.may.must', 'list.3.inner.must.may', 'strict.1.inner.must.must'],
      },
      stock: 'it reports what it found missing itself only if no subgraph reported anything',
    },
    {
      name: 'an error of one entity is told at every place where it stands',
      query: '{ same { id may } stricter { may } }',
      expected: {
        data: {
          same: [
            { id: 'bad', may: null },
            { id: 'ok', may: 'may ok' },
            { id: 'bad', may: null },
          ],
          stricter: [{ may: 'may ok' }, { may: null }],
        },
        errors: ['same.0.may', 'same.2.may', 'stricter.1.may'],
      },
    },
    {
      name: 'under the name that the client gave it',
      query: '{ list { id: bad own: may may: own } }',
      expected: {
        data: {
          list: [
            { id: null, own: 'may ok', may: 'own ok' },
            { id: null, own: null, may: 'own gone' },
            null,
            { id: null, own: null, may: 'own bad' },
          ],
        },
        errors: ['list.0.id', 'list.1.id', 'list.3.id', 'list.3.own'],
      },
      stock: 'the planner puts the key and the field under one name',
    },
    {
      name: 'items of lists of values',
      query: '{ list { list } }',
      expected: {
        data: { list: [{ list: ['a'] }, { list: null }, null, { list: null }] },
        errors: ['list.3.list.1'],
      },
    },
    {
      name: 'errors at the root and in what hangs below',
      query: '{ optional { worse } list { bad inner { must { worse } } } }',
      expected: {
        data: {
          optional: null,
          list: [{ bad: null, inner: null }, { bad: null, inner: null }, null, { bad: null, inner: null }],
        },
        errors: [
          'list.0.bad',
          'list.0.inner.must.worse',
          'list.1.bad',
          'list.1.inner.must.worse',
          'list.3.bad',
          'list.3.inner.must.worse',
          'optional.worse',
        ],
      },
    },
  ],
};
