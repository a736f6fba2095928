import { CONSENT_SDL } from '@sammen/consent-directive';
import { OPEN } from './support/installation.js';
import { startWorld, type World } from './support/world.js';
import { startSubgraph, type TestSubgraph } from './support/subgraph.js';

const SHOP = `${CONSENT_SDL}
  type Query @public {
    pages(first: Int! = 20, last: Int): ItemConnection
      @listSize(slicingArguments: ["first", "last"], sizedFields: ["nodes", "edges"], requireOneSlicingArgument: false)
    assumed: [Item!]! @listSize(assumedSize: 7)
    strict(first: Int, last: Int): [Item!] @listSize(slicingArguments: ["first", "last"])
    plain: [Item!]
    undeclared(first: Int): [Item!]
    dear(order: Order, size: Int @cost(weight: 5)): Int @cost(weight: 100)
    gift: Gift
    gifts: [Gift!] @listSize(assumedSize: 2)
  }
  input Order { rush: Boolean @cost(weight: 30)  within: Order  note: Remark }
  scalar Remark @cost(weight: 4)
  type ItemConnection @public { nodes: [Item!]  edges: [Edge!]  total: Int }
  type Edge @public { node: Item }
  type Item @public @key(fields: "id") { id: ID!  parts: [Item!] @listSize(assumedSize: 3)  heavy: Heavy }
  type Heavy @public @cost(weight: 9) { id: ID  kind: Sort }
  enum Sort @cost(weight: 2) { A }
  union Gift = Item | Heavy`;

let shop: TestSubgraph;
let world: World;
beforeAll(async () => {
  shop = await startSubgraph('shop', SHOP, { Query: { plain: () => [] } });
  world = await startWorld({ admission: { ...OPEN, costLimit: 1 } }, {}, [shop]);
});
afterAll(async () => {
  await world.stop();
  await shop.stop();
});

const estimateOf = async (query: string, variables?: Record<string, unknown>) => {
  const { status, body } = await world.ask(query, { variables });
  const { code, cost, limit, costliest } = body.errors?.[0]?.extensions ?? {};
  return { status, code, cost, limit, costliest };
};

describe('the cost of an operation', () => {
  it.each([
    ['the length that is asked for', '{ pages(first: 5) { nodes { id } } }', 1 + 5, 'pages.nodes'],
    ['the default length', '{ pages { nodes { id } } }', 1 + 20, 'pages.nodes'],
    ['the larger of two lengths', '{ pages(first: 2, last: 4) { nodes { id } } }', 1 + 4, 'pages.nodes'],
    ['every list of a page', '{ pages(first: 5) { nodes { id } edges { node { id } } } }', 1 + 5 + 10, 'pages.edges'],
    ['the length that the graph assumes', '{ assumed { id } }', 7, 'assumed'],
    ['ten items where nothing is said', '{ plain { id } }', 10, 'plain'],
    ['a common argument where nothing is declared', '{ undeclared(first: 4) { id } }', 4, 'undeclared'],
    ['lists within lists', '{ assumed { parts { id parts { id } } } }', 7 * (1 + 3 * (1 + 3)), 'assumed.parts.parts'],
    ['weights of types, values and fields', '{ assumed { heavy { kind } } dear }', 7 * (1 + 11) + 100, 'dear'],
    ['an input, whole and once', '{ dear(order: { rush: true }) }', 100 + 34, 'dear'],
    ['an argument that is given', '{ dear(size: 3) }', 105, 'dear'],
    ['what is under another name as well', '{ a: assumed { id } b: assumed { id } }', 14, 'assumed'],
    [
      'one field once, however often it is written',
      '{ assumed { id } ...A ... { assumed { heavy { id } } } } fragment A on Query { assumed { heavy { id } } }',
      7 * 10,
      'assumed.heavy',
    ],
    [
      'the dearest of what an object can be',
      '{ gifts { ... on Item { parts { id } } ... on Heavy { id kind } __typename } }',
      2 * (1 + 3),
      'gifts.parts',
    ],
    ['nothing that is skipped', '{ plain @skip(if: true) { id } assumed { id } }', 7, 'assumed'],
  ])('counts %s', async (_what, query, cost, costliest) => {
    expect(await estimateOf(query)).toEqual({ status: 400, code: 'COST_TOO_HIGH', cost, limit: 1, costliest });
  });

  it('goes by variables, and by their defaults', async () => {
    const query = 'query($n: Int = 3, $with: Boolean = true) { pages(first: $n) { nodes @include(if: $with) { id } } }';
    expect(await estimateOf(query)).toMatchObject({ cost: 4 });
    expect(await estimateOf(query, { n: 30 })).toMatchObject({ cost: 31 });
    expect(await estimateOf(query, { n: 3 })).toMatchObject({ cost: 4 });
    expect(await estimateOf(query, { n: 30, with: false })).toMatchObject({ status: 200, code: undefined });
    expect(await estimateOf(query, { n: -5 })).toMatchObject({ status: 200 });
  });

  it('is said with the limit and the fields that most of it comes from, and no value or alias', async () => {
    shop.received.length = 0;
    const { body, text } = await world.ask('query($n: Int!) { secret: pages(first: $n) { x: nodes { id } } }', {
      variables: { n: 77 },
    });
    expect(body.errors).toEqual([
      {
        message: 'The operation can bring 78 objects; 1 are allowed. Most of them are at pages.nodes.',
        extensions: { code: 'COST_TOO_HIGH', next: expect.any(String), cost: 78, limit: 1, costliest: 'pages.nodes' },
      },
    ]);
    expect(text).not.toContain('secret');
    expect(shop.received).toEqual([]);
  });

  it.each(['{ strict { id } }', '{ strict(first: 1, last: 1) { id } }', '{ strict(first: null) { id } }'])(
    'cannot be told where the graph demands one length: %s',
    async (query) => {
      const { body } = await world.ask(query);
      expect(body.errors![0]).toMatchObject({
        message: 'The list Query.strict has to be asked for by exactly one of: first, last.',
        extensions: { code: 'SLICE_REQUIRED' },
      });
      expect(await estimateOf('{ strict(last: 3) { id } }')).toMatchObject({ cost: 3 });
    },
  );

  it('does not count what the graph says of itself', async () => {
    expect((await world.ask('{ __schema { types { fields { args { type { name } } } } } }')).status).toBe(200);
  });

  it('does not grow without end with levels that multiply', async () => {
    const query = `{ plain { ${'parts { '.repeat(17)} id ${'} '.repeat(17)} } }`;
    const started = performance.now();
    const { cost, code } = await estimateOf(query);
    expect([code, Number.isSafeInteger(cost)]).toEqual(['COST_TOO_HIGH', true]);
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});
