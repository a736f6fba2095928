/** `@interfaceObject`: a subgraph adds to all implementations of an interface without knowing any of them. */
import type { Suite } from '../support/suite';

interface Reference {
  readonly id: string;
}

const MEDIA: Record<string, Record<string, unknown>> = {
  b1: { __typename: 'Book', id: 'b1', title: 'Ord', pages: 10 },
  f1: { __typename: 'Film', id: 'f1', title: 'Lys', minutes: 90 },
};

/** See the file's sentence. */
export const interfaceObjects: Suite = {
  feature: 'interface objects',
  subgraphs: {
    media: {
      typeDefs: `
        type Query { media: [Media!]! book: Book nobody: Media }
        interface Media @key(fields: "id") { id: ID! title: String }
        type Book implements Media @key(fields: "id") { id: ID! title: String pages: Int }
        type Film implements Media @key(fields: "id") { id: ID! title: String minutes: Int }
      `,
      resolvers: {
        Query: { media: () => [MEDIA['b1'], MEDIA['f1']], book: () => MEDIA['b1'], nobody: () => null },
        Media: { __resolveReference: ({ id }: Reference) => MEDIA[id] },
        Book: { __resolveReference: ({ id }: Reference) => MEDIA[id] },
        Film: { __resolveReference: ({ id }: Reference) => MEDIA[id] },
      },
    },
    reviews: {
      typeDefs: `
        type Query { reviewed: [Media!]! lost: Media }
        type Mutation { review(id: ID!, stars: Int!): Media }
        type Media @key(fields: "id") @interfaceObject { id: ID! stars: Int reviews: [Review!] }
        type Review { text: String media: Media }
      `,
      resolvers: {
        Query: { reviewed: () => [{ id: 'f1' }, { id: 'b1' }], lost: () => ({ id: 'x9' }) },
        Mutation: { review: (_: unknown, { id }: Reference) => ({ id }) },
        Media: {
          stars: ({ id }: Reference) => (id === 'b1' ? 5 : 3),
          reviews: ({ id }: Reference) => [{ text: `on ${id}`, media: { id: id === 'b1' ? 'f1' : 'b1' } }],
        },
      },
    },
    sums: {
      typeDefs: `
        type Media @key(fields: "id") @interfaceObject {
          id: ID!
          title: String @external
          stars: Int @external
          line: String @requires(fields: "title stars")
        }
      `,
      resolvers: {
        Media: { line: ({ title, stars }: { title: string; stars: number }) => `${title}: ${stars}` },
      },
    },
  },
  cases: [
    {
      name: 'a field of the interface object on every implementation',
      query: '{ media { __typename title stars } }',
      expected: {
        data: {
          media: [
            { __typename: 'Book', title: 'Ord', stars: 5 },
            { __typename: 'Film', title: 'Lys', stars: 3 },
          ],
        },
      },
    },
    {
      name: 'and on one that is asked for by itself',
      query: '{ book { stars reviews { text } } }',
      expected: { data: { book: { stars: 5, reviews: [{ text: 'on b1' }] } } },
    },
    {
      name: 'from the subgraph that knows none of the types to what each is',
      query: '{ reviewed { __typename id stars ... on Book { pages } ... on Film { minutes } } }',
      expected: {
        data: {
          reviewed: [
            { __typename: 'Film', id: 'f1', stars: 3, minutes: 90 },
            { __typename: 'Book', id: 'b1', stars: 5, pages: 10 },
          ],
        },
      },
    },
    {
      name: 'and back and forth',
      query:
        '{ book { reviews { media { kind: __typename title reviews { media { title ... on Book { pages } } } } } } }',
      expected: {
        data: {
          book: {
            reviews: [{ media: { kind: 'Film', title: 'Lys', reviews: [{ media: { title: 'Ord', pages: 10 } }] } }],
          },
        },
      },
    },
    {
      name: 'fields that require fields of the interface',
      query: '{ media { line } reviewed { line } book { line } }',
      expected: {
        data: {
          media: [{ line: 'Ord: 5' }, { line: 'Lys: 3' }],
          reviewed: [{ line: 'Lys: 3' }, { line: 'Ord: 5' }],
          book: { line: 'Ord: 5' },
        },
      },
    },
    {
      name: 'under conditions of a type that the subgraph does not have',
      query: '{ reviewed { ... on Book { stars title } ... on Film { title } } media { ... on Film { stars } } }',
      expected: {
        data: { reviewed: [{ title: 'Lys' }, { stars: 5, title: 'Ord' }], media: [{}, { stars: 3 }] },
      },
    },
    {
      name: 'a field of one type requires what another is asked for',
      query: '{ reviewed { ... on Book { stars title } ... on Film { line } } }',
      stock: 'the planner makes both fetches at once, though one requires what the other brings',
      expected: { data: { reviewed: [{ line: 'Lys: 3' }, { stars: 5, title: 'Ord' }] } },
    },
    {
      name: 'what a mutation returns',
      query: 'mutation { review(id: "b1", stars: 4) { __typename title stars } }',
      expected: { data: { review: { __typename: 'Book', title: 'Ord', stars: 5 } } },
    },
    {
      name: 'a key that nobody knows: there is no telling what the object is',
      query: '{ lost { __typename title } }',
      expected: { data: { lost: null }, errors: ['lost'] },
    },
    {
      name: 'a key that nobody knows: what the interface object itself has needs no type',
      query: '{ lost { id stars } }',
      expected: { data: { lost: { id: 'x9', stars: 3 } } },
    },
    {
      name: 'nor has it when all that needs one is left out',
      query: 'query ($yes: Boolean!) { reviewed { title @skip(if: $yes) } }',
      variables: { yes: true },
      expected: { data: { reviewed: [{}, {}] } },
    },
    {
      name: 'nothing is nothing',
      query: '{ nobody { stars line } }',
      expected: { data: { nobody: null } },
    },
  ],
};
