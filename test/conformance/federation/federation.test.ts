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

async function refusing(given: Promise<Given>): Promise<Given | { refused: string }> {
  try {
    return await given;
  } catch (error) {
    return { refused: (error as { code?: string }).code ?? String(error) };
  }
}
