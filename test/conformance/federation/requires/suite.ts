/** `@requires`: a field is computed from fields of other subgraphs, which the client may ask for differently, or not at all. */
import type { Suite } from '../support/suite';

interface Reference {
  readonly id: string;
  readonly [name: string]: any;
}

const COMMENTS = ['c1', 'c2', 'c3'].map((id, index) => ({ id, text: `text ${id}`, score: index + 1 }));

/** Why the stock executor answers wrongly. */
const ONE_NAME =
  'the planner puts what the client asks for and what is required under one name, and the arguments of one win';

/** See the file's sentence. */
export const requires: Suite = {
  feature: '@requires',
  subgraphs: {
    posts: {
      typeDefs: `
        type Query { posts: [Post!]! }
        type Post @key(fields: "id") {
          id: ID!
          comments(limit: Int!, minimum: Int = 0): [Comment!]
          size: Size
          price(currency: Currency = DKK): Int
          subject: Subject
        }
        type Size { width: Int height(unit: String = "cm"): Int }
        enum Currency { DKK EUR }
        type Comment @key(fields: "id") { id: ID! text: String score: Int }
        union Subject = House | Boat
        type House { rooms: Int owner: Owner }
        type Boat { masts: Int }
        type Owner { name: String }
      `,
      resolvers: {
        Query: { posts: () => [{ id: 'p1' }, { id: 'p2' }] },
        Post: {
          comments: ({ id }: Reference, { limit, minimum }: { limit: number; minimum: number }) =>
            id === 'p1' ? COMMENTS.filter(({ score }) => score > minimum).slice(0, limit) : null,
          size: ({ id }: Reference) => (id === 'p1' ? { width: 2, height: () => 3 } : null),
          price: (_: Reference, { currency }: { currency: string }) => (currency === 'EUR' ? 10 : 75),
          subject: ({ id }: Reference) =>
            id === 'p1' ? { __typename: 'House', rooms: 4, owner: { name: 'Ida' } } : { __typename: 'Boat', masts: 2 },
        },
        Comment: { __resolveReference: ({ id }: Reference) => COMMENTS.find((one) => one.id === id) },
      },
    },
    sums: {
      typeDefs: `
        type Post @key(fields: "id") {
          id: ID!
          comments(limit: Int!, minimum: Int = 0): [Comment!] @external
          size: Size @external
          price(currency: Currency = DKK): Int @external
          subject: Subject @external
          score: Int @requires(fields: "comments(limit: 3) { score }")
          best: String @requires(fields: "comments(limit: 3, minimum: 2) { id }")
          area: Int @requires(fields: "size { width height }")
          inEuro: String @requires(fields: "price(currency: EUR)")
          what: String @requires(fields: "subject { ... on House { rooms owner { name } } ... on Boat { masts } }")
        }
        type Size @external { width: Int height(unit: String = "cm"): Int }
        enum Currency { DKK EUR }
        type Comment @key(fields: "id") { id: ID! score: Int @external }
        union Subject = House | Boat
        type House @external { rooms: Int owner: Owner }
        type Boat @external { masts: Int }
        type Owner @external { name: String }
      `,
      resolvers: {
        Post: {
          score: ({ comments }: Reference) =>
            comments?.reduce((sum: number, { score }: { score: number }) => sum + score, 0) ?? -1,
          best: ({ comments }: Reference) => comments?.map(({ id }: Reference) => id).join() ?? 'none',
          area: ({ size }: Reference) => (size ? size.width * size.height : null),
          inEuro: ({ price }: Reference) => `${price} €`,
          what: ({ subject }: Reference) => JSON.stringify({ ...subject, __typename: undefined }),
        },
      },
    },
    words: {
      typeDefs: `
        type Post @key(fields: "id") {
          id: ID!
          score: Int @external
          area: Int @external
          verdict: String @requires(fields: "score area")
        }
      `,
      resolvers: { Post: { verdict: ({ score, area }: Reference) => `${score} on ${area}` } },
    },
  },
  cases: [
    {
      name: 'what is required is fetched and not shown',
      query: '{ posts { area } }',
      expected: { data: { posts: [{ area: 6 }, { area: null }] } },
    },
    {
      name: 'what is required of another subgraph that requires something itself',
      query: '{ posts { verdict } }',
      expected: { data: { posts: [{ verdict: '6 on 6' }, { verdict: '-1 on null' }] } },
    },
    {
      name: 'inline fragments of what is required, per type of the object',
      query: '{ posts { what } }',
      expected: {
        data: {
          posts: [{ what: '{"rooms":4,"owner":{"name":"Ida"}}' }, { what: '{"masts":2}' }],
        },
      },
    },
    {
      name: 'arguments of what is required',
      query: '{ posts { score inEuro } }',
      expected: {
        data: {
          posts: [
            { score: 6, inEuro: '10 €' },
            { score: -1, inEuro: '10 €' },
          ],
        },
      },
    },
    {
      name: 'the client asks for the same field with other arguments',
      stock: ONE_NAME,
      query: '{ posts { score comments(limit: 1) { id } } }',
      expected: {
        data: {
          posts: [
            { score: 6, comments: [{ id: 'c1' }] },
            { score: -1, comments: null },
          ],
        },
      },
    },
    {
      name: 'the client asks for the same field with a variable',
      stock: ONE_NAME,
      query: 'query ($limit: Int = 2) { posts { score comments(limit: $limit) { id text } } }',
      expected: {
        data: {
          posts: [
            {
              score: 6,
              comments: [
                { id: 'c1', text: 'text c1' },
                { id: 'c2', text: 'text c2' },
              ],
            },
            { score: -1, comments: null },
          ],
        },
      },
    },
    {
      name: 'the client asks for the same field without an argument that is required',
      stock: ONE_NAME,
      query: '{ posts { price inEuro } }',
      expected: {
        data: {
          posts: [
            { price: 75, inEuro: '10 €' },
            { price: 75, inEuro: '10 €' },
          ],
        },
      },
    },
    {
      name: 'two fields that require the same field with different arguments are asked for in two fetches',
      stock: ONE_NAME,
      query: '{ posts { score best area verdict comments(limit: 1) { id } } }',
      expected: {
        data: {
          posts: [
            { score: 6, best: 'c3', area: 6, verdict: '6 on 6', comments: [{ id: 'c1' }] },
            { score: -1, best: 'none', area: null, verdict: '-1 on null', comments: null },
          ],
        },
      },
      calls: ['posts', 'sums × 2', 'sums × 2', 'words × 2'],
    },
    {
      name: 'also when one of them is left out',
      stock: 'without what the other field requires it does not ask for the entity at all',
      query: 'query ($no: Boolean!) { posts { score best @include(if: $no) area @skip(if: $no) } }',
      variables: { no: false },
      expected: {
        data: {
          posts: [
            { score: 6, area: 6 },
            { score: -1, area: null },
          ],
        },
      },
    },
    {
      name: 'but at two places they are',
      query: '{ posts { score } others: posts { best } }',
      expected: {
        data: { posts: [{ score: 6 }, { score: -1 }], others: [{ best: 'c3' }, { best: 'none' }] },
      },
    },
    {
      name: 'all of it under other names, in fragments',
      query: `{ posts { ...A ...B price: what } others: posts { size: best } }
        fragment A on Post { comments: inEuro size: score }
        fragment B on Post { comments: inEuro score: comments(limit: 2) { text: score } }`,
      expected: {
        data: {
          posts: [
            {
              comments: '10 €',
              size: 6,
              score: [{ text: 1 }, { text: 2 }],
              price: '{"rooms":4,"owner":{"name":"Ida"}}',
            },
            { comments: '10 €', size: -1, score: null, price: '{"masts":2}' },
          ],
          others: [{ size: 'c3' }, { size: 'none' }],
        },
      },
    },
  ],
};
