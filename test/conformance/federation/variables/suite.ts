/** Variables and arguments: defaults of operations, of fields and of input fields, enums, lists, and null as a value. */
import type { Suite } from '../support/suite';

const echo = (_: unknown, args: unknown): string => JSON.stringify(args);

/** See the file's sentence. */
export const variables: Suite = {
  feature: 'variables and arguments',
  subgraphs: {
    one: {
      typeDefs: `
        type Query { one(text: String = "field", number: Int, input: Input, kinds: [Kind!] = [B]): String thing: Thing }
        type Thing @key(fields: "id") { id: ID! }
        input Input { text: String = "input" kind: Kind inner: Input list: [Int] }
        enum Kind { A B }
      `,
      resolvers: { Query: { one: echo, thing: () => ({ id: 't' }) } },
    },
    two: {
      typeDefs: `
        type Thing @key(fields: "id") { id: ID! two(text: String, input: Input, float: Float, flag: Boolean): String }
        input Input { text: String = "input" kind: Kind inner: Input list: [Int] }
        enum Kind { A B }
      `,
      resolvers: { Thing: { two: echo } },
    },
  },
  cases: [
    {
      name: 'what is not given has the default of the field',
      query: 'query ($text: String) { one(text: $text) }',
      expected: { data: { one: '{"text":"field","kinds":["B"]}' } },
    },
    {
      name: 'null is given',
      query: 'query ($text: String) { one(text: $text, kinds: null) }',
      variables: { text: null },
      expected: { data: { one: '{"text":null,"kinds":null}' } },
    },
    {
      name: 'the default of a variable goes before that of the field, also in a fetch of entities',
      query: 'query ($text: String = "variable") { one(text: $text) thing { two(text: $text) } }',
      expected: { data: { one: '{"text":"variable","kinds":["B"]}', thing: { two: '{"text":"variable"}' } } },
    },
    {
      name: 'a variable inside of an input object, of a list and of an input object in that',
      query: `query ($t: String, $k: Kind = A, $n: Int) { thing { two(input: { text: $t, kind: $k, list: [1, $n],
        inner: { kind: B, text: $t } }) } }`,
      variables: { n: 7 },
      expected: {
        data: {
          thing: { two: '{"input":{"text":"input","kind":"A","inner":{"text":"input","kind":"B"},"list":[1,7]}}' },
        },
      },
    },
    {
      name: 'a whole input object, an enum and a single value for a list',
      query:
        'query ($input: Input!, $kinds: [Kind!]) { one(input: $input, kinds: $kinds) thing { two(input: $input) } }',
      variables: { input: { kind: 'B', inner: {} }, kinds: 'A' },
      expected: {
        data: {
          one: '{"text":"field","input":{"text":"input","kind":"B","inner":{"text":"input"}},"kinds":["A"]}',
          thing: { two: '{"input":{"text":"input","kind":"B","inner":{"text":"input"}}}' },
        },
      },
    },
    {
      name: 'the same field with different variables under two names',
      query: `query ($a: String = "a", $b: String = "b") { thing { a: two(text: $a) b: two(text: $b)
        c: two(float: 1.5, flag: false) } }`,
      expected: { data: { thing: { a: '{"text":"a"}', b: '{"text":"b"}', c: '{"float":1.5,"flag":false}' } } },
    },
  ],
};
