/** Our executor answers every operation of the feature suites as expected; so does the stock one, or the case says why not. */
import { SUITES } from './suites';
import { load, type Given, type LoadedSuite } from './support/load';

describe.each(SUITES)('$feature', (suite) => {
  let loaded: LoadedSuite;
  beforeAll(async () => {
    loaded = await load(suite);
  });

  it.each(suite.cases)('$name', async ({ query, variables, expected: wanted, stock, calls }) => {
    const made: string[] = [];
    const expected =
      typeof wanted === 'string' ? { refused: wanted } : { data: wanted.data, errors: wanted.errors ?? [] };
    const given = await refusing(loaded.ours(query, variables, made));
    expect(given).toEqual(expected);
    // Order is part of an answer.
    expect(JSON.stringify(given)).toBe(JSON.stringify(expected));
    if (calls) expect(made.sort()).toEqual(calls);
    // A reason for a difference that is none any more has to go.
    const other = await refusing(loaded.stock(query, variables));
    if (stock === undefined) expect(other).toEqual(expected);
    else expect(other).not.toEqual(expected);
  });
});

it('a supergraph with @fromContext is refused when it is loaded, not served without the argument', async () => {
  const typeDefs = `
    type Query { stay: Stay }
    type Stay @key(fields: "id") @context(name: "stay") { id: ID! ward: String! bill: Bill }
    type Bill @key(fields: "id") { id: ID! sum(ward: String @fromContext(field: "$stay { ward }")): Int }
  `;
  const other = { typeDefs: 'type Bill @key(fields: "id") { id: ID! paid: Boolean }' };
  const loading = load({ feature: '@fromContext', subgraphs: { one: { typeDefs }, other }, cases: [] });
  await expect(loading).rejects.toThrow(/specs\.apollo\.dev\/context\/v0\.1 .*unsupported/);
});

it('fields that require the same field of an interface with different arguments are refused by name at one place', async () => {
  const price = 'price(currency: String!): Int';
  const typeDefs = `
    type Query { stays: [Stay] }
    type Stay @key(fields: "id") { id: ID! ${price} }
  `;
  const other = `
    interface Priced { ${price} }
    type Stay implements Priced @key(fields: "id") {
      id: ID!
      ${price} @external
      crowns: Int @requires(fields: "price(currency: \\"DKK\\")")
      euros: Int @requires(fields: "price(currency: \\"EUR\\")")
    }
  `;
  const resolvers = {
    Query: { stays: () => [{ id: 's' }] },
    Stay: { price: (_: unknown, { currency }: { currency: string }) => (currency === 'EUR' ? 10 : 75) },
  };
  const Stay = {
    crowns: ({ price: one }: { price: number }) => one,
    euros: ({ price: one }: { price: number }) => one,
  };
  const subgraphs = { one: { typeDefs, resolvers }, other: { typeDefs: other, resolvers: { Stay } } };
  const { ours } = await load({ feature: 'required of an interface', subgraphs, cases: [] });
  await expect(refusing(ours('{ stays { crowns euros } }'))).resolves.toEqual({ refused: 'REQUIREMENTS_CLASH' });
  await expect(ours('{ stays { crowns } }')).resolves.toEqual({ data: { stays: [{ crowns: 75 }] }, errors: [] });
});

async function refusing(given: Promise<Given>): Promise<Given | { refused: string }> {
  try {
    return await given;
  } catch (error) {
    return { refused: (error as { code?: string }).code ?? String(error) };
  }
}
