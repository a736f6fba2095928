/** `@shareable`: values that several subgraphs give whole or in part, at the root, in entities and inside of values. */
import type { Suite } from '../support/suite';

/** See the file's sentence. */
export const shareable: Suite = {
  feature: '@shareable',
  subgraphs: {
    left: {
      typeDefs: `
        type Query { house: House @shareable houses: [House] }
        type House @key(fields: "id") @shareable { id: ID! name: String address: Address rooms: [Room!] }
        type Address @shareable { street: String left: String inner: Inner }
        type Inner @shareable { left: String both: String }
        type Room @shareable { number: Int! left: String }
      `,
      resolvers: {
        Query: { house: () => ({ id: 'h' }), houses: () => [{ id: 'h' }, null, { id: 'i' }] },
        House: {
          name: () => 'house',
          address: ({ id }: { id: string }) =>
            id === 'h' ? { street: 'street', left: 'left', inner: { left: 'l', both: 'b' } } : null,
          rooms: () => [
            { number: 1, left: 'a' },
            { number: 2, left: 'b' },
          ],
        },
      },
    },
    right: {
      typeDefs: `
        type Query { house: House @shareable }
        type House @key(fields: "id") @shareable { id: ID! name: String address: Address rooms: [Room!] }
        type Address @shareable { street: String right: String inner: Inner }
        type Inner @shareable { right: String both: String }
        type Room @shareable { number: Int! right: String }
      `,
      resolvers: {
        Query: { house: () => ({ id: 'h' }) },
        House: {
          name: () => 'house',
          address: ({ id }: { id: string }) =>
            id === 'h' ? { street: 'street', right: 'right', inner: { right: 'r', both: 'b' } } : null,
          rooms: () => [
            { number: 1, right: 'c' },
            { number: 2, right: 'd' },
          ],
        },
      },
    },
  },
  cases: [
    {
      name: 'what both have is asked of one',
      query: '{ house { name address { street } } }',
      expected: { data: { house: { name: 'house', address: { street: 'street' } } } },
      calls: ['left'],
    },
    {
      name: 'a value without a key is put together from both, also inside of itself',
      query: '{ house { address { left right inner { left right both } } } }',
      expected: {
        data: { house: { address: { left: 'left', right: 'right', inner: { left: 'l', right: 'r', both: 'b' } } } },
      },
    },
    {
      name: 'items of lists are put together in their order',
      query: '{ houses { rooms { left right number } } }',
      expected: {
        data: {
          houses: [
            {
              rooms: [
                { left: 'a', right: 'c', number: 1 },
                { left: 'b', right: 'd', number: 2 },
              ],
            },
            null,
            {
              rooms: [
                { left: 'a', right: 'c', number: 1 },
                { left: 'b', right: 'd', number: 2 },
              ],
            },
          ],
        },
      },
    },
    {
      name: 'a value that neither has is null',
      query: '{ houses { id address { left right } } }',
      expected: {
        data: { houses: [{ id: 'h', address: { left: 'left', right: 'right' } }, null, { id: 'i', address: null }] },
      },
    },
  ],
};
